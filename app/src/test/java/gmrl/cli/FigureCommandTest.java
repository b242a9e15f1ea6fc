package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class FigureCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = new CommandLine(new FigureCommand());
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          throw e;
        });
    return line.execute(args);
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
    assertThat(err.toString()).contains("hessian-noise done in");
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
            List.of("critic", "--width", "wide"),
            List.of("critic", "--format", "gif"),
            List.of("critic", "--dpi", "1"),
            List.of("critic", "--threads", "0"));
    for (List<String> args : wrong) {
      CommandLine line = new CommandLine(new FigureCommand());
      Throwable[] thrown = new Throwable[1];
      line.setExecutionExceptionHandler(
          (e, command, parsed) -> {
            thrown[0] = e;
            return 2;
          });
      assertThat(line.execute(args.toArray(String[]::new))).as("%s", args).isEqualTo(2);
      assertThat(thrown[0]).as("%s", args).isInstanceOf(IllegalArgumentException.class);
      assertThat(thrown[0]).hasMessageMatching("(?s).{20,}");
    }
  }
}
