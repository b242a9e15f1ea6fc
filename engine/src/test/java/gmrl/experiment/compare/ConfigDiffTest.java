package gmrl.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigDiffTest {
  private static final BiasFamily BIAS = new BiasFamily();

  private static List<String> arrows(JsonNode a, JsonNode b) {
    return ConfigDiff.between(a, b).stream().map(ConfigDiff.Change::arrow).toList();
  }

  private static JsonNode json(String text) {
    return JsonView.parse("test", text).value();
  }

  @Test
  void aMovedSliderIsOneChangeInTheWordsOfTheWindow() {
    BiasStudy study = BIAS.standard();
    BiasStudy other =
        study.map(spec -> spec.withSetup(setup -> setup.withAlpha(3).withSamples(64)));
    assertThat(arrows(BIAS.write(study), BIAS.write(other)))
        .containsExactly("α 10 → 3", "|τ| 32 → 64");
    assertThat(ConfigDiff.label(ConfigDiff.between(BIAS.write(study), BIAS.write(other))))
        .isEqualTo("α = 3, |τ| = 64");
    assertThat(arrows(BIAS.write(study), BIAS.write(study))).isEmpty();
  }

  @Test
  void whatChangesAlikeInAllCurvesIsSaidOnce() {
    BiasStudy one = BIAS.standard();
    BiasStudy two =
        one.withCurves(
            List.of(
                new BiasStudy.Curve("a", one.specs().get(0)),
                new BiasStudy.Curve("b", one.specs().get(0).withSetup(s -> s.withSteps(5)))));
    BiasStudy moved = two.map(spec -> spec.withSetup(setup -> setup.withAlpha(1)));
    assertThat(arrows(BIAS.write(two), BIAS.write(moved))).containsExactly("α 10 → 1");
    BiasStudy single = two.map(s -> s.setup().steps() == 5 ? s.withSetup(t -> t.withSteps(6)) : s);
    assertThat(arrows(BIAS.write(two), BIAS.write(single))).containsExactly("K 5 → 6");
    BiasStudy part = two.map(s -> s.setup().steps() == 5 ? s.withTrials(2) : s);
    assertThat(arrows(BIAS.write(two), BIAS.write(part)))
        .as("others keep theirs")
        .containsExactly("trials (in part) " + two.specs().get(0).trials() + " → 2");
  }

  @Test
  void theSameChangeOfSampleSizesHasOneNameInEveryFamily() {
    assertThat(arrows(json("{\"inner\":\"lvc:13\"}"), json("{\"inner\":\"lvc:32\"}")))
        .containsExactly("|τ| 13 → 32");
    assertThat(arrows(json("{\"inner\":13}"), json("{\"inner\":32}")))
        .containsExactly("|τ| 13 → 32");
    assertThat(
            arrows(
                json("{\"inner\":\"lvc:13\",\"hessian\":\"shared\"}"),
                json("{\"inner\":\"maml:13\",\"hessian\":\"exact\"}")))
        .containsExactly("inner slot LVC → plain differentiation", "Hessian slot shared → exact");
    assertThat(arrows(json("{\"inner\":13}"), json("{\"inner\":\"exact\"}")))
        .containsExactly("inner slot 13 → exact");
  }

  @Test
  void othersKeysHaveTheirWords() {
    assertThat(
            arrows(
                json("{\"outerLr\":0.02,\"opponentModel\":0,\"replay\":false,\"size\":3}"),
                json("{\"outerLr\":0.05,\"opponentModel\":0,\"replay\":true}")))
        .containsExactly("outer rate 0.02 → 0.05", "replay off → on", "size 3 → –");
    assertThat(
            ConfigDiff.label(
                ConfigDiff.between(
                    json("{\"a\":1,\"b\":1,\"c\":1,\"d\":1}"),
                    json("{\"a\":2,\"b\":2,\"c\":2,\"d\":2}"))))
        .isEqualTo("a = 2, b = 2, c = 2 and 1 more");
  }

  @Test
  void anotherProblemIsSaidAsTheFieldCallsIt() {
    assertThat(
            ConfigDiff.between(
                json("{\"problem\":\"maml\"}"),
                json("{\"problem\":\"lirpg\",\"gaeLambda\":0.9,\"criticGradient\":true}")))
        .extracting(ConfigDiff.Change::besideNow)
        .containsExactly("problem = LIRPG (now MAML-RL)", "λ = 0.9", "critic in φ = on");
  }

  @Test
  void valuesAreInTheWordsOfTheWindowAndInTheSpellingOfFilesWhereThatIsAsked() {
    List<ConfigDiff.Change> changes =
        ConfigDiff.between(
            json(
                "{\"method\":\"unrolled\",\"inner\":\"exact\",\"reuse\":false,"
                    + "\"estimator\":\"dice\",\"algorithm\":\"a2c\","
                    + "\"learners\":\"naive\",\"game\":\"tandem\"}"),
            json(
                "{\"method\":\"es:8\",\"inner\":\"lvc:4\",\"reuse\":\"vtrace\","
                    + "\"estimator\":\"loaded\",\"algorithm\":\"mgrl-lvc\",\"learners\":\"naive,sos\","
                    + "\"game\":\"prisoners-dilemma\"}"));
    assertThat(changes)
        .extracting(ConfigDiff.Change::now)
        .containsExactly(
            "method = evolution strategies, 8 pairs",
            "inner slot = LVC with |τ| = 4",
            "reuse = V-trace",
            "estimator = loaded DiCE",
            "algorithm = MGRL-LVC",
            "learners = naive, stable opponent shaping",
            "game = iterated prisoner’s dilemma");
    assertThat(
            arrows(
                json("{\"game\":{\"name\":\"pong\"}}"),
                json("{\"game\":{\"name\":\"minatar:breakout\"}}")))
        .containsExactly("game pong → miniature Breakout");
    assertThat(
            arrows(
                json("{\"mdp\":{\"teaching\":\"two-state\"}}"),
                json("{\"mdp\":{\"teaching\":\"none of ours\"}}")))
        .containsExactly("MDP Two states, by hand → none of ours");
    assertThat(changes.get(0).arrowAsWritten()).isEqualTo("method unrolled → es:8");
    assertThat(changes.get(6).first()).as("no word of files").isEqualTo("tandem");
  }

  @Test
  void longListsAreSaidByTheirLength() {
    String many = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25]";
    assertThat(arrows(json("{\"values\":" + many + "}"), json("{\"values\":[1,2]}")))
        .containsExactly("values 25 values → [1, 2]");
    assertThat(
            arrows(
                json("{\"values\":" + many + "}"),
                json("{\"values\":" + many.replace("25", "26") + "}")))
        .containsExactly("values 25 values → 25 others");
    assertThat(
            ConfigDiff.between(
                json("{\"values\":" + many + "}"),
                json("{\"values\":" + many.replace("25", "26") + "}")))
        .extracting(ConfigDiff.Change::arrowAsWritten)
        .containsExactly("values 25 values → 25 others");
  }

  @Test
  void theDigitsOfArithmeticAreNotShown() {
    assertThat(arrows(json("{\"alpha\":0.30000000000000004}"), json("{\"alpha\":3.0}")))
        .containsExactly("α 0.3 → 3");
    assertThat(arrows(json("{\"alpha\":0.30000000000000004}"), json("{\"alpha\":0.3}")))
        .as("a difference all the same")
        .hasSize(1);
  }
}
