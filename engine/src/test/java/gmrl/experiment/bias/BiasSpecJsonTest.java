package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.Decomposition;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.Table;
import gmrl.mdp.Estimator;
import gmrl.mdp.Mdp;
import gmrl.mdp.Reweighting;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BiasSpecJsonTest {

  @Test
  void theEmptyDocumentIsThePapersExperiment() {
    assertThat(read("{}")).isEqualTo(BiasSpec.paper());
    assertThat(roundTrip(BiasSpec.paper())).isEqualTo(BiasSpec.paper());
  }

  @Test
  void everyFieldSurvivesTheRoundTrip() {
    BiasSpec spec =
        BiasSpec.paper()
            .withSetup(
                setup ->
                    setup
                        .withProblem(new ProblemSpec.Lirpg(0.5, false))
                        .withMdps(new MdpSource.Generated(3, 2, 0.5, 2, 7))
                        .withGamma(0.6)
                        .withHorizon(9)
                        .withCriticNoise(0.25)
                        .withAlpha(1.0 / 3)
                        .withSteps(4)
                        .withSlots(
                            SlotSpec.parse("loaded:5"),
                            SlotSpec.parse("dice:6"),
                            SlotSpec.parse("exact"))
                        .withHessianError(new HessianError(-0.7, 1))
                        .withReweighting(Optional.of(Reweighting.VTRACE))
                        .withMethod(MethodSpec.parse("pre-adaptation"))
                        .withTheta(Optional.of(table("theta")))
                        .withPhi(Optional.of(table("phi"))))
            .withTrials(11)
            .withSeed(-9_000_000_000_000_000_001L)
            .withSweep(Sweep.parse("alpha=0.1,1,1e1"));
    assertThat(roundTrip(spec)).isEqualTo(spec);
    assertThat(BiasSpecJson.readLink(BiasSpecJson.link(spec))).isEqualTo(spec);
  }

  @Test
  void theNamesAndTheOrderOfKeysArePartOfTheProduct() {
    assertThat(Json.line(BiasSpecJson.write(BiasSpec.paper())))
        .isEqualTo(
            "{\"problem\":\"maml\",\"mdp\":{\"generated\":{\"states\":20,\"actions\":5,"
                + "\"density\":0.001,\"rewardSpread\":1.0,\"mdps\":10}},\"gamma\":0.8,"
                + "\"horizon\":20,\"criticNoise\":1.0,\"alpha\":10.0,\"steps\":2,"
                + "\"inner\":\"lvc:32\",\"hessian\":\"lvc:32\",\"outer\":\"exact\","
                + "\"method\":\"unrolled\",\"hessianCoef\":0.0,\"hessianNoise\":0.0,"
                + "\"reuse\":false,\"trials\":20,\"seed\":42,\"route\":\"auto\"}");
    String lirpg =
        "{\"problem\":\"lirpg\",\"lirpg\":{\"gaeLambda\":0.5,\"criticGradient\":true},"
            + "\"mdp\":{\"teaching\":\"two-state\"},\"gamma\":0.5,";
    assertThat(
            Json.line(
                BiasSpecJson.write(
                    read(
                        "{\"problem\":\"lirpg\",\"lirpg\":{\"gaeLambda\":0.5},"
                            + "\"mdp\":{\"teaching\":\"two-state\"}}"))))
        .startsWith(lirpg);
  }

  @Test
  void aGivenMdpTravelsInsideTheDocument() {
    Mdp mdp =
        Mdp.of(
            new double[][][] {{{0.1, 0.9}, {1.0 / 3, 2.0 / 3}}, {{1, 0}, {0, 1}}},
            new double[][] {{1, -2}, {0.5, 1e-7}},
            0.25,
            1);
    BiasSpec spec =
        BiasSpec.paper().withSetup(setup -> setup.withMdps(new MdpSource.Given("mine.json", mdp)));
    MdpSource back = roundTrip(spec).setup().mdps();
    assertThat(back)
        .isInstanceOfSatisfying(
            MdpSource.Given.class,
            given -> {
              assertThat(given.name()).isEqualTo("mine.json");
              assertThat(given.mdp().transition()).isDeepEqualTo(mdp.transition());
              assertThat(given.mdp().reward()).isDeepEqualTo(mdp.reward());
              assertThat(given.mdp().gamma()).isEqualTo(0.25);
              assertThat(given.mdp().start()).isEqualTo(1);
            });
  }

  @Test
  void aSourceBringsItsDiscountUnlessAnotherIsAskedFor() {
    assertThat(read("{\"mdp\":{\"teaching\":\"two-state\"}}").setup().gamma()).isEqualTo(0.5);
    assertThat(read("{\"mdp\":{\"teaching\":\"two-state\"},\"gamma\":0.1}").setup().gamma())
        .isEqualTo(0.1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"alpa\":1}                     | spec.json has the unknown key \"alpa\"",
        "{\"alpha\":\"3\"}                | spec.json: alpha is \"3\", expected a number",
        "{\"alpha\":NaN}                  | spec.json: alpha is NaN, expected a finite number",
        "{\"alpha\":-1}                   | spec.json: alpha is -1, expected",
        "{\"steps\":2.5}                  | spec.json: steps is 2.5, expected a whole number",
        "{\"steps\":1001}                 | spec.json: steps (K) is 1001, expected 0 to 1000",
        "{\"gamma\":1}                    | spec.json: gamma is 1.0, expected a value in [0, 1)",
        "{\"inner\":\"lvcc:3\"}           | spec.json: inner: estimator is 'lvcc', expected one of",
        "{\"inner\":\"lvc:0\"}            | spec.json: inner: the sample size is 0, expected 1 to",
        "{\"inner\":\"lvc:x\"}            | spec.json: inner: \"lvc:x\" is not a slot",
        "{\"problem\":\"mamml\"}          | spec.json: problem is \"mamml\", expected maml or"
            + " lirpg",
        "{\"mdp\":{}}                     | spec.json: mdp is {}, expected one of",
        "{\"mdp\":{\"teaching\":\"abc\"}} | the teaching MDP is \"abc\", expected one of"
            + " [two-state",
        "{\"mdp\":{\"generated\":{\"states\":0}}} | states is 0, expected",
        "{\"trials\":0}                   | spec.json: trials is 0, expected 1 to",
        "{\"seed\":1.5}                   | spec.json: seed is 1.5, expected a whole number",
        "{\"phi\":[[1]]}                  | phi is given for the problem maml, expected it for",
        "{\"theta\":[[1,2],[3]]}          | spec.json: theta[1] has 1 entries, expected 2",
        "{\"sweep\":{\"variable\":\"a\",\"values\":[1]}} | the swept variable is \"a\", expected",
        "{\"sweep\":{\"variable\":\"steps\",\"values\":[1.5]}} | steps is 1.5, expected a whole",
        "{\"sweep\":{\"variable\":\"alpha\",\"values\":[1,1]}} | repeats a value",
        "{\"sweep\":{\"variable\":\"alpha\",\"values\":[]}} | has 0 values",
        "{\"lirpg\":{}}                   | spec.json: lirpg is {}, expected this key for the"
            + " problem",
        "{\"problem\":\"lirpg\",\"lirpg\":{\"x\":1}} | spec.json: lirpg has the unknown key \"x\"",
        "{\"reuse\":3}                    | spec.json: reuse is 3, expected true or false",
        "{\"inner\":3}                    | spec.json: inner is 3, expected text",
        "{\"trials\":3e9}                 | spec.json: trials is 3.0E9, expected a whole number",
        "{\"hessianNoise\":-1}            | spec.json: hessianNoise is -1, expected a finite",
        "{\"theta\":[[1,\"a\"]]}          | spec.json: theta[0][1] is \"a\", expected a number",
        "{\"mdp\":{\"generated\":{\"statez\":3}}} | mdp.generated has the unknown key \"statez\"",
        "{\"sweep\":[1]}                  | spec.json: sweep is [1], expected an object",
        "{\"sweep\":{\"values\":[1]}}     | spec.json: sweep.variable is missing, expected one of"
            + " ALPHA",
        "{\"sweep\":{\"variable\":\"alpha\",\"values\":[\"x\"]}} | sweep.values[0] is \"x\","
            + " expected a",
        "{\"alpha\":1,\"alpha\":2}        | the key 'alpha' stands there twice",
        "{\"alpha\":1                     | spec.json line 1 column",
        "[1]                              | spec.json is [1], expected an object",
      })
  void whatIsWrongIsSaidInOneSentence(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://x", "gmrl:", "gmrl:%%%", "gmrl:q1YqS8wpTlWyUkpUqgUA"})
  void aDamagedLinkIsRefused(String link) {
    assertThatThrownBy(() -> BiasSpecJson.readLink(link))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the state link");
  }

  @Test
  void aLinkThatWasBrokenIntoLinesStillWorks() {
    String link = BiasSpecJson.link(BiasSpec.paper());
    String broken = link.substring(0, 40) + "\r\n  " + link.substring(40) + "\n";
    assertThat(BiasSpecJson.readLink(broken)).isEqualTo(BiasSpec.paper());
  }

  @Test
  void theSevenMasksSayWhichSlotsAreSampled() {
    SlotSpec.Sampled lvc = new SlotSpec.Sampled(Estimator.LVC, 8);
    assertThat(Decomposition.PAPER).hasSize(7).doesNotHaveDuplicates();
    BiasSpec spec = BiasSpec.paper().withSetup(setup -> new Decomposition("lee").apply(setup, lvc));
    assertThat(spec.setup().inner()).isEqualTo(lvc);
    assertThat(spec.setup().hessian()).isEqualTo(SlotSpec.exact());
    assertThat(spec.setup().outer()).isEqualTo(SlotSpec.exact());
    assertThatThrownBy(() -> new Decomposition("lex")).hasMessageContaining("\"lex\"");
  }

  private static Table table(String name) {
    return Table.of(name, new double[][] {{1, 2}, {0.1, -1e-300}, {3, 4}});
  }

  private static BiasSpec read(String json) {
    return BiasSpecJson.read(JsonView.parse("spec.json", json));
  }

  private static BiasSpec roundTrip(BiasSpec spec) {
    return read(Json.pretty(BiasSpecJson.write(spec)));
  }
}
