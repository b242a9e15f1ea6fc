package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.meta.Measures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to take a meta-gradient, through the experiment that compares them. */
class MethodsTest {
  private static final BiasSpec EXACT_SLOTS =
      BiasSpec.paper()
          .withSetup(
              setup ->
                  setup
                      .withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 1))
                      .withAlpha(0.5)
                      .withSteps(3)
                      .withSlots(SlotSpec.exact(), SlotSpec.exact(), SlotSpec.exact()))
          .withTrials(40);

  private static Measures measures(BiasSpec spec) {
    try (Workers workers = new Workers(2)) {
      return new BiasExperiment(BiasStudy.of(spec))
          .run(workers, new CancellationToken(), (done, snapshot) -> {})
          .curves()
          .get(0)
          .points()
          .get(0)
          .mdps()
          .get(0)
          .measures();
    }
  }

  private static BiasSpec with(String method) {
    return EXACT_SLOTS.withSetup(setup -> setup.withMethod(MethodSpec.parse(method)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unrolled", "truncated:2", "mixture:0.5", "implicit:7", "es:12", "pes:3"})
  void tokensRoundTripThroughFiles(String token) {
    assertThat(MethodSpec.parse(token)).hasToString(token);
    BiasSpec spec = with(token);
    assertThat(BiasSpecJson.readLink(BiasSpecJson.link(spec))).isEqualTo(spec);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unroled",
        "truncated:x",
        "mixture:2",
        "mixture:NaN",
        "implicit:0",
        "es:-1",
        "unrolled:2"
      })
  void otherTokensAreRefusedWithTheirValue(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MethodSpec.parse(token))
        .withMessageContaining("expected");
  }

  /**
   * A perturbation for each step has the mean of one for all of them. Its variance is K times as
   * large where one step alone depends on φ, as in MAML, and alike where all pull one way.
   */
  @Test
  void persistentStrategiesEstimateTheSameAtMoreVariance() {
    BiasSpec maml = EXACT_SLOTS.withTrials(300);
    BiasSpec lirpg =
        maml.withSetup(s -> s.withProblem(new ProblemSpec.Lirpg(1, true)).withAlpha(2));
    assertThat(growth(maml)).isBetween(2.3, 3.7);
    assertThat(growth(lirpg)).isBetween(0.9, 1.5);
    BiasSpec none = maml.withSetup(s -> s.withSteps(0));
    assertThat(measures(by(none, "pes:4")).mean())
        .containsExactly(measures(by(none, "es:4")).mean());
  }

  private static double growth(BiasSpec spec) {
    Measures single = measures(by(spec, "es:4"));
    Measures persistent = measures(by(spec, "pes:4"));
    assertThat(single.biasSquared().contains(0)).isTrue();
    assertThat(persistent.biasSquared().contains(0)).isTrue();
    return persistent.variance() / single.variance();
  }

  private static BiasSpec by(BiasSpec spec, String method) {
    return spec.withSetup(setup -> setup.withMethod(MethodSpec.parse(method)));
  }

  /** With exact slots a mixture is the mean of the meta-gradients of all horizons. */
  @Test
  void aMixtureIsTheMeanOverTheNumberOfSteps() {
    double[] mean = measures(with("mixture:0.5")).mean();
    double[] expected = new double[mean.length];
    double[] weights = {0.25, 0.5, 1};
    for (int k = 1; k <= 3; k++) {
      int steps = k;
      double[] own = measures(with("unrolled").withSetup(s -> s.withSteps(steps))).mean();
      for (int j = 0; j < own.length; j++) {
        expected[j] += weights[k - 1] / 1.75 * own[j];
      }
    }
    assertThat(mean).containsExactly(expected, org.assertj.core.data.Offset.offset(1e-14));
    assertThat(measures(with("mixture:0")).mean())
        .containsExactly(measures(with("unrolled")).mean());
    BiasSpec sampled =
        with("mixture")
            .withSlots(SlotSpec.parse("lvc:2"), SlotSpec.parse("lvc:3"), SlotSpec.parse("lvc:5"));
    assertThat(sampled.setup().environmentStepsPerTrial()).isEqualTo(20 * (6 + 9 + 15));
  }

  @Test
  void withExactSlotsOnlyTheMethodIsBiased() {
    assertThat(measures(with("unrolled")).relativeBias().value()).isLessThan(1e-12);
    double oneStep = measures(with("truncated:1")).relativeBias().value();
    double twoSteps = measures(with("truncated:2")).relativeBias().value();
    assertThat(twoSteps).isGreaterThan(1e-4).isLessThan(oneStep);
    assertThat(measures(with("implicit:20")).relativeBias().value()).isBetween(1e-4, 0.5);
    Measures strategies = measures(with("es:4"));
    assertThat(strategies.variance()).isGreaterThan(0);
    assertThat(strategies.cosine().mean()).isGreaterThan(0.2);
  }

  @Test
  void sampledSlotsOfEveryMethodCostWhatTheyDraw() {
    BiasSpec sampled =
        EXACT_SLOTS.withSetup(
            setup ->
                setup.withSlots(
                    SlotSpec.parse("lvc:2"), SlotSpec.parse("lvc:3"), SlotSpec.parse("lvc:5")));
    long horizon = sampled.setup().horizon();
    assertThat(cost(sampled, "unrolled")).isEqualTo(horizon * (3 * 2 + 3 * 3 + 5));
    assertThat(cost(sampled, "truncated:1")).isEqualTo(horizon * (3 * 2 + 3 + 5));
    assertThat(cost(sampled, "implicit:9")).isEqualTo(horizon * (3 * 2 + 3 + 5));
    assertThat(cost(sampled, "es:4")).isEqualTo(horizon * 8 * (3 * 2 + 5));
  }

  private static long cost(BiasSpec spec, String method) {
    return spec.setup().withMethod(MethodSpec.parse(method)).environmentStepsPerTrial();
  }
}
