package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            "2.65in",
            "--out",
            folder.resolve("new/figures").toString());
    assertThat(code).isZero();
    List<String> files = List.of(folder.resolve("new/figures").toFile().list());
    assertThat(files)
        .containsExactlyInAnyOrder(
            "hessian-noise.svg", "hessian-noise.pdf", "hessian-noise.csv", "hessian-noise.json");
    assertThat(out.toString().lines()).hasSize(4).allMatch(line -> Path.of(line).toFile().isFile());
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
            List.of("critic", "--threads", "0"));
    for (List<String> args : wrong) {
      err.getBuffer().setLength(0);
      assertThat(run(args.toArray(String[]::new))).as("%s", args).isEqualTo(2);
      assertThat(err.toString().lines()).as("%s", args).hasSize(1);
      assertThat(err.toString()).contains(args.isEmpty() ? "--all" : args.get(args.size() - 1));
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
