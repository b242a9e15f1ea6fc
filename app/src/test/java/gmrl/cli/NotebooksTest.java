package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.Family;
import gmrl.experiment.families.Families;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The notebooks ask for what the command line has. */
class NotebooksTest {
  private static final Path FOLDER = Path.of("..", "src-resources", "notebooks");
  private static final Pattern CALL =
      Pattern.compile("(?:gmrl\\(|\\*GMRL, )\"([a-z]+)\"((?:, \"[^\"]*\"|, [^\",)\\]]+)*)");
  private static final Pattern OPTION = Pattern.compile("\"(--[a-z-]+)\"");

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  private static String code(Path notebook) {
    JsonView document = JsonView.read(notebook);
    assertThat(document.at("nbformat").integer()).isEqualTo(4);
    return document.at("cells").elements().stream()
        .filter(cell -> cell.at("cell_type").text().equals("code"))
        .flatMap(cell -> cell.at("source").elements().stream())
        .map(line -> line.value().asText())
        .collect(Collectors.joining());
  }

  @Test
  void everyFamilyHasOne() throws IOException {
    List<String> names =
        notebooks().stream()
            .map(file -> file.getFileName().toString().replace(".ipynb", ""))
            .toList();
    assertThat(names).containsAll(Families.all().stream().map(Family::id).toList());
  }

  @Test
  void theirCommandsAndOptionsAreThere() throws IOException {
    for (Path notebook : notebooks()) {
      Matcher call = CALL.matcher(code(notebook));
      List<String> seen = new ArrayList<>();
      while (call.find()) {
        String help = Cli.run(call.group(1), "--help").out();
        seen.add(call.group(1));
        assertThat(help).as("%s: %s", notebook, call.group()).isNotEmpty();
        Matcher option = OPTION.matcher(call.group(2));
        while (option.find()) {
          assertThat(help).as("%s: %s", notebook, call.group()).contains(option.group(1));
        }
      }
      assertThat(seen).as(notebook.toString()).isNotEmpty();
    }
  }
}
