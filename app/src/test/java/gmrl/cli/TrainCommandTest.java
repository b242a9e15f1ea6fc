package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainCommandTest {
  private static final List<String> SMALL =
      List.of(
          "train",
          "--states",
          "4",
          "--actions",
          "2",
          "--density",
          "0.5",
          "--mdps",
          "2",
          "--horizon",
          "5",
          "--alpha",
          "1",
          "--updates",
          "6",
          "--outer-lr",
          "1",
          "--runs",
          "3");

  @Test
  void curvesAndLearnersAreNamed() throws Exception {
    Cli cli = run("--format", "json", "--quiet");
    assertThat(cli.code()).isZero();
    assertThat(cli.err()).isEmpty();
    JsonNode json = cli.json();
    assertThat(json.get("config").get("updates").asInt()).isEqualTo(6);
    assertThat(json.get("points")).hasSize(7);
    assertThat(json.get("points").get(6).get("shortfall").get("mean").isNumber()).isTrue();
    assertThat(json.get("learners")).hasSize(2 * 4);
    assertThat(json.get("learners").get(0).get("learner").asText()).isEqualTo("exact");
    assertThat(json.get("learners").get(0).get("objectives")).hasSize(7);
    assertThat(json.has("interrupted")).isFalse();
    assertThat(run("--format", "csv").out().lines()).hasSize(8);
    assertThat(run().out()).contains("shortfall");
  }

  @Test
  void anExactLearnerFallsShortOfNothing() {
    String[] exact = {"--updates", "2", "--inner", "exact", "--hessian", "exact"};
    String rest = " +0\\.000 ± 0\\.0 +1\\.000 ± 0\\.0";
    assertThat(run(exact).out()).containsPattern("(?m)^2 .*" + rest + "$").doesNotContain("e-");
  }

  @Test
  void badInputIsNamedInOneLine() {
    refused("runs is 0, expected 1 to", "--runs", "0");
    refused("learningRate is -1.0, expected a value above 0", "--outer-lr", "-1");
    refused("method is es:8, expected unrolled or truncated", "--method", "es");
  }

  private static void refused(String sentence, String... more) {
    Cli cli = run(more);
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err().strip()).contains(sentence).doesNotContain("\n");
  }

  private static Cli run(String... more) {
    return Cli.runOver(SMALL, more);
  }
}
