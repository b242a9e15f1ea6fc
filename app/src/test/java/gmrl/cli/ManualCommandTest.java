package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The manual page has every command and option, in roff that needs no repair. */
class ManualCommandTest {
  /** Requests of roff that the page may use. */
  private static final String REQUEST = "\\.(TH|ad l|SH|SS|TP|PP|B|nf|fi)( .*)?";

  @Test
  void everyCommandAndOptionStandsInTheManual() {
    Cli cli = Cli.run("generate-manual");
    assertThat(cli.code()).isZero();
    String page = cli.out();
    for (String command :
        List.of("bias", "train", "ipd", "shaping", "coin", "atari", "sweep", "figure", "compare")) {
      assertThat(page).contains("\n.SS " + command + "\n");
      Cli help = Cli.run(command, "--help");
      help.out()
          .lines()
          .map(String::strip)
          .filter(line -> line.matches("--[a-z].*"))
          .map(line -> line.split("[ =,\\[]", 2)[0])
          .forEach(
              option -> assertThat(page).contains("\\fB" + option.replace("-", "\\-") + "\\fR"));
    }
    assertThat(page).contains("\n.SS report claims\n").contains(".SH EXIT STATUS").contains("130");
    assertThat(page).doesNotContain("${").doesNotContain("%n").doesNotContain("@|");
    assertThat(page.lines())
        .allMatch(line -> !line.startsWith(".") || line.matches(REQUEST))
        .noneMatch(line -> line.startsWith("'"));
  }
}
