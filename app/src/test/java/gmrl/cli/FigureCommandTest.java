package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FigureCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("figure"));
    all.addAll(List.of(args));
    return Main.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  @Test
  void writesAFigureItsDataAndItsConfiguration() {
    int code =
        run(
            "hessian-noise",
            "--quick",
            "--format",
            "svg,pdf",
            "--width",
            "1in",
            "--out",
            folder.resolve("new/figures").toString());
    assertThat(code).isZero();
    assertThat(err.toString().lines())
        .as("no plot has room")
        .last()
        .asString()
        .startsWith("hessian-noise: 1.00 in leave no room for plots and legend, 2.53 to 40 in");
    List<String> files = List.of(folder.resolve("new/figures").toFile().list());
    assertThat(files)
        .containsExactlyInAnyOrder(
            "hessian-noise.svg", "hessian-noise.pdf", "hessian-noise.csv", "hessian-noise.json");
    assertThat(out.toString().lines()).hasSize(4).allMatch(line -> Path.of(line).toFile().isFile());
  }

  @Test
  void scriptsAreToldWhatIsMadeAndWhere() throws Exception {
    String at = folder.toString();
    int code =
        run(
            "atari-returns",
            "bound-hessian",
            "--quick",
            "--format",
            "svg",
            "--font-size",
            "5",
            "--progress",
            "jsonl",
            "--out",
            at);
    assertThat(code).as(err.toString()).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : err.toString().lines().toList()) {
      lines.add(JsonMapper.builder().build().readTree(line));
    }
    JsonNode first = lines.get(0);
    assertThat(first.get("figure").asText()).isEqualTo("atari-returns");
    assertThat(first.get("of").asInt()).isEqualTo(2);
    assertThat(lines).anyMatch(line -> line.get("event").asText().equals("progress"));
    assertThat(lines)
        .filteredOn(line -> line.get("event").asText().equals("warning"))
        .extracting(line -> line.get("message").asText())
        .allMatch(message -> message.startsWith("Type of 5.0 pt is hard to read"))
        .hasSize(2);
    JsonNode last = lines.get(lines.size() - 1);
    assertThat(last.get("event").asText()).isEqualTo("finished");
    assertThat(last.get("figure").asText()).isEqualTo("bound-hessian");
    List<String> files = new ArrayList<>();
    last.get("files").forEach(file -> files.add(file.asText()));
    assertThat(out.toString().lines()).containsAll(files);
    assertThat(files).hasSize(3).allMatch(file -> Path.of(file).toFile().isFile());
  }

  /** One figure with every build; {@code -Dgmrl.figures=--all} takes each there is. */
  @Test
  void anyFileOfAFigureMakesItAgainBitForBit() throws Exception {
    Path first = folder.resolve("first");
    String which = System.getProperty("gmrl.figures", "bound-hessian");
    List<String> looks =
        List.of("--quiet", "--dpi", "60", "--width", "3.25in", "--font-size", "7", "--grey");
    List<String> made = new ArrayList<>(List.of(which, "--quick", "--out", "" + first));
    made.addAll(looks);
    assertThat(run(made.toArray(String[]::new))).as(err.toString()).isZero();
    List<String> files = List.of(first.toFile().list());
    for (String document : files.stream().filter(name -> name.endsWith(".json")).toList()) {
      String id = document.substring(0, document.length() - ".json".length());
      List<String> own = files.stream().filter(name -> name.startsWith(id + ".")).toList();
      for (String kind : List.of("json", "png", "svg", "pdf")) {
        Path again = folder.resolve(id + "-" + kind);
        String from = first.resolve(id + "." + kind).toString();
        assertThat(run("--from", from, "--quiet", "--out", "" + again)).as(err.toString()).isZero();
        assertThat(again.toFile().list()).containsExactlyInAnyOrderElementsOf(own);
        for (String file : own) {
          assertThat(again.resolve(file)).as(kind).hasSameBinaryContentAs(first.resolve(file));
        }
      }
    }
  }

  @Test
  void panelsAreChosenReorderedAndComposed() throws Exception {
    int code =
        run(
            "--panels",
            "atari-meta-parameters:c,atari-returns:b",
            "--name",
            "mine",
            "--format",
            "svg",
            "--out",
            folder.toString());
    assertThat(code).as(err.toString()).isZero();
    String svg = Files.readString(folder.resolve("mine.svg"));
    assertThat(svg).contains(">(a) value loss weight<").contains(">(b) miniature Space Invaders<");
    assertThat(
            run(
                "atari-meta-parameters",
                "--panels",
                "d",
                "--no-title",
                "--format",
                "svg",
                "--out",
                folder.toString()))
        .isZero();
    assertThat(Files.readString(folder.resolve("atari-meta-parameters.svg")))
        .contains("entropy weight")
        .doesNotContain(">(a)", ">(d)", "discount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my figure.png", "Abbildung-ü.png", "α over K"})
  void anyNameOfAFileIsAName(String name) {
    int code =
        run("atari-returns", "--name", name, "--format", "svg", "--quiet", "--out", "" + folder);
    if (isName(name)) {
      assertThat(code).as(err.toString()).isZero();
      String bare = name.replace(".png", "");
      assertThat(folder.toFile().list())
          .containsExactlyInAnyOrder(bare + ".svg", bare + ".csv", bare + ".json");
    } else {
      assertThat(code).isEqualTo(2);
      assertThat(err.toString()).contains("cannot be a file's name on this system").hasLineCount(1);
    }
  }

  private static boolean isName(String name) {
    try {
      return !Path.of(name).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false; // the tests may run in a locale of ASCII
    }
  }

  @Test
  void listsAreForProgramsToo() throws Exception {
    assertThat(Cli.run("figure", "--list", "--format", "json").json().findValuesAsText("figure"))
        .contains("compositional-bias");
    assertThat(Cli.run("figure", "--list", "--format", "csv").out()).startsWith("figure,title");
  }

  @Test
  void listsWhatThereIs() {
    assertThat(run("--list")).isZero();
    assertThat(out.toString()).contains("compositional-bias").contains("ipd-inner");
  }

  @Test
  void badInputIsRefusedBeforeAnythingIsComputed() {
    List<List<String>> wrong =
        List.of(
            List.of("nonsense"),
            List.of(),
            List.of("critic", "--all"),
            List.of("atari-returns", "--seed", "3"),
            List.of("critic", "--width", "wide"),
            List.of("critic", "--format", "gif"),
            List.of("critic", "--dpi", "1"),
            List.of("critic", "--dpi", "many"),
            List.of("critic", "--font-size", "99"),
            List.of("critic", "--line-width", "0"),
            List.of("critic", "--columns", "0"),
            List.of("critic", "--panels", "z"),
            List.of("--panels", "critic:z"),
            List.of("critic", "--panels", "critic:a"),
            List.of("critic", "--name", "a/b"),
            List.of("critic", "ipd-inner", "--name", "both"),
            List.of("--from", folder.resolve("nowhere.pdf").toString()),
            List.of("critic", "--threads", "0"));
    for (List<String> args : wrong) {
      err.getBuffer().setLength(0);
      assertThat(run(args.toArray(String[]::new))).as("%s", args).isEqualTo(2);
      assertThat(err.toString().lines()).as("%s", args).hasSize(1);
      String last = args.isEmpty() ? "--all" : args.get(args.size() - 1);
      assertThat(err.toString()).contains(last.equals("critic:z") ? "\"z\"" : last);
    }
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnwritableFolderIsNamedInOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "a file");
    // Not quick: it would take a minute if the folder were only found out at the end.
    assertThat(run("compositional-bias", "--quiet", "--out", file.toString())).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.contains("taken"));
  }
}
