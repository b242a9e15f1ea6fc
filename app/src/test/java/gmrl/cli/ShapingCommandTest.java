package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What {@code shaping} prints. */
class ShapingCommandTest {

  /** What the guide to repeated games says of both games holds for the commands it names. */
  @Test
  void whatIsKnownOfTheSmallGamesIsSeenWithNothingButTheGameSaid() throws Exception {
    JsonNode tandem = Cli.run("shaping", "--game", "tandem", "--format", "json").json();
    assertThat(tandem.at("/config/rate").asDouble()).isEqualTo(0.1);
    for (JsonNode run : tandem.get("runs")) {
      boolean lola = run.get("learner").asText().equals("lola");
      assertThat(last(run).get("slope").asDouble())
          .as("%s", run.get("learner"))
          .isCloseTo(lola ? 4 * Math.sqrt(2) : 0, within(1e-5));
    }
    JsonNode rotation = Cli.run("shaping", "--game", "rotation", "--format", "json").json();
    for (JsonNode run : rotation.get("runs")) {
      double grown = last(run).get("slope").asDouble() / run.at("/updates/0/slope").asDouble();
      if (run.get("learner").asText().equals("naive")) {
        assertThat(grown).isGreaterThan(2);
      } else {
        assertThat(grown).as("%s", run.get("learner")).isLessThan(0.1);
      }
    }
  }

  private static JsonNode last(JsonNode run) {
    JsonNode updates = run.get("updates");
    return updates.get(updates.size() - 1);
  }

  /** What is said is taken, and a number of 250 digits does not fill the screen. */
  @Test
  void stepsThatAreAskedForAreTakenWhereverTheyLead() {
    Cli cli = Cli.run("shaping", "--game=tandem", "--rate=1", "--alpha=1", "--updates=100");
    assertThat(cli.out().lines().mapToInt(String::length).max().orElseThrow()).isLessThan(140);
    assertThat(cli.out()).contains("e+");
  }

  @Test
  void learnersStandSideBySideWithBiasVarianceAndCost() {
    String table =
        Cli.run(
                "shaping",
                "--learners",
                "naive,lola",
                "--updates",
                "3",
                "--seeds",
                "2",
                "--trials",
                "5",
                "--outer",
                "4",
                "--quiet")
            .out();
    assertThat(table).contains("rel. bias").contains("naive").contains("lola");
    assertThat(table.lines().filter(line -> line.startsWith("naive")).findFirst().orElseThrow())
        .contains("800");
    assertThat(Cli.run("shaping", "--learners", "cola").err())
        .contains("learner is 'cola', expected one of naive");
    assertThat(Cli.run("shaping", "--hessian", "shared").err())
        .contains("hessian is shared, expected a number of trajectories or exact");
  }
}
