package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasResult.Limits;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.mdp.Estimator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits slot by slot and estimator by estimator are those that the experiments report. */
class LimitExperimentTest {
  private static final SlotSpec EXACT = SlotSpec.exact();
  private static final BiasSpec SPEC =
      BiasSpec.paper()
          .withSetup(s -> s.withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 3)).withHorizon(6))
          .withSlots(SlotSpec.parse("dice:2"), SlotSpec.parse("lvc:2"), SlotSpec.parse("maml:2"))
          .withSweep(Sweep.parse("alpha=1,3"))
          .withTrials(2);

  @Test
  void everySlotAndEstimatorHasTheLimitOfItsOwnExperiment() {
    LimitCurve curve = limits(SPEC);
    assertThat(curve.points()).hasSize(2);
    for (int p = 0; p < 2; p++) {
      LimitCurve.Point point = curve.points().get(p);
      assertThat(point.slots()).containsOnlyKeys("inner", "hessian", "outer");
      assertThat(point.estimators()).containsOnlyKeys(Estimator.values());
      same(point.all(), SPEC, p);
      same(point.slots().get("hessian"), SPEC.withSlots(EXACT, SlotSpec.parse("lvc:2"), EXACT), p);
      SlotSpec taypo = SlotSpec.parse("taypo2:2");
      same(point.estimators().get(Estimator.TAYPO2), SPEC.withSlots(taypo, taypo, taypo), p);
      // A right second derivative leaves the horizon, plain differentiation more.
      Limits loaded = point.estimators().get(Estimator.LOADED);
      assertThat(loaded.relativeBias()).isCloseTo(loaded.horizonBias(), offset(1e-12));
      Limits maml = point.estimators().get(Estimator.MAML);
      assertThat(maml.relativeBias()).isGreaterThan(1.2 * maml.horizonBias());
    }
    JsonNode json = curve.json();
    assertThat(json.at("/points/1/sweep/alpha").asDouble()).isEqualTo(3);
    assertThat(json.at("/points/1/estimators/loaded/horizonBias").asDouble()).isPositive();
    assertThat(json.at("/points/1/slots/hessian/biasSquared").asDouble()).isPositive();
  }

  private static void same(Limits limits, BiasSpec spec, int point) {
    try (Workers workers = new Workers(1)) {
      List<Limits> mdps =
          new BiasExperiment(BiasStudy.of(spec))
                  .run(workers, new CancellationToken(), (done, s) -> {})
                  .curves()
                  .get(0)
                  .points()
                  .get(point)
                  .mdps()
                  .stream()
                  .map(BiasResult.MdpResult::limits)
                  .toList();
      double n = mdps.size();
      assertThat(limits.biasSquared())
          .isCloseTo(mdps.stream().mapToDouble(Limits::biasSquared).sum() / n, offset(1e-14));
      assertThat(limits.relativeBias())
          .isCloseTo(mdps.stream().mapToDouble(Limits::relativeBias).sum() / n, offset(1e-12));
      assertThat(limits.horizonBias())
          .isCloseTo(mdps.stream().mapToDouble(Limits::horizonBias).sum() / n, offset(1e-12));
    }
  }

  private static LimitCurve limits(BiasSpec spec) {
    try (Workers workers = new Workers(2)) {
      return new LimitExperiment(BiasStudy.of(spec))
          .run(workers, new CancellationToken(), (done, s) -> {})
          .get(0);
    }
  }
}
