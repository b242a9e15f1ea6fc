package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code shaping} prints. */
class ShapingCommandTest {

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
