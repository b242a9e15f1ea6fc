package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of the keyboard is answered with the name that was meant, and help keeps names whole. */
class SuggestionsTest {

  @ParameterizedTest
  @CsvSource({
    "bais, bias",
    "estimat, estimate",
    "reprot, report",
    "figur, figure",
    "exa, examples",
    "generate-manaul, generate-manual"
  })
  void theNearestCommandIsMeant(String typed, String meant) {
    Cli cli = Cli.run(typed);
    assertThat(cli.err())
        .contains("there is no command '" + typed + "', did you mean " + meant + "?");
    assertThat(cli.code()).isEqualTo(2);
  }

  @Test
  void whatIsNearToNothingIsNotGuessed() {
    assertThat(Cli.run("chess").err()).contains("no command 'chess' (").doesNotContain("mean");
    assertThat(Cli.run("missing.gmrl").err()).startsWith("there is neither a command nor a file");
    assertThat(Cli.run("no/\u0000name").err()).startsWith("there is neither a command nor a file");
    assertThat(Cli.run("src/main").err()).startsWith("'src/main' is no command, and nothing that");
    assertThat(Cli.run("bias", "--alhpa=3").err()).contains("did you mean --alpha?");
  }

  @Test
  void linesOfHelpEndBetweenWords() {
    for (String command : new String[] {"atari", "mdp", "sweep", "bias", "estimate"}) {
      String help = Cli.run(command, "--help").out();
      assertThat(help.lines())
          .as(command)
          .noneMatch(line -> line.endsWith("minatar:") || line.endsWith(",\""))
          .allMatch(line -> line.length() <= 80);
      assertThat(help.lines().takeWhile(line -> line.matches("(Usage:| +\\[).*")))
          .as("options of %s stay whole", command)
          .isNotEmpty()
          .allMatch(line -> count(line, '[') == count(line, ']'));
    }
    assertThat(Cli.run("atari", "--help").out()).contains("minatar:breakout", "minatar:asterix");
  }

  private static long count(String line, char sign) {
    return line.chars().filter(each -> each == sign).count();
  }
}
