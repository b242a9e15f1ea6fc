package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.example.Examples;
import org.junit.jupiter.api.Test;

class ExamplesCommandTest {

  @Test
  void withoutANameTheExamplesAreListed() {
    Cli result = Cli.run("examples");
    assertThat(result.code()).isZero();
    Examples.all(0).forEach(example -> assertThat(result.out()).contains(example.id()));
  }

  @Test
  void aSeedNeedsAnExample() {
    assertThat(Cli.run("examples", "--seed", "3").err())
        .startsWith("--seed is 3 and no example is named");
    assertThat(Cli.run("exmples").err())
        .startsWith("there is no command 'exmples'")
        .contains("examples", "--help lists the commands");
  }

  @Test
  void anUnknownExampleIsBadInputInOneLine() {
    Cli result = Cli.run("examples", "mamml");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("mamml").contains("maml-sine").hasLineCount(1);
  }

  @Test
  void anExampleRunsAndPrintsItsPanelsAndWhatMadeThem() throws Exception {
    Cli result = Cli.run("examples", "reweight", "--seed", "3", "--format", "json", "--quiet");
    assertThat(result.code()).isZero();
    JsonNode json = result.json();
    assertThat(json.get("config").get("seed").asInt()).isEqualTo(3);
    assertThat(json.get("config").get("flipped").asDouble()).isEqualTo(0.4);
    assertThat(json.get("panels").get(0).get("curves").get(0).get("y")).isNotEmpty();
    assertThat(json.get("headline").asText()).contains("reweighting reaches");
  }
}
