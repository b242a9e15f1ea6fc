package gmrl.experiment.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.RouteChoice;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorSharesTest {
  private static final int TRIALS = 40;
  private static final long SEED = 5;
  private static final TabularSetup SETUP =
      TabularSetup.paper()
          .withMdps(new MdpSource.Generated(4, 3, .5, 1, 1))
          .withAlpha(2)
          .withSteps(2)
          .withSlots(SlotSpec.parse("lvc:4"), SlotSpec.parse("maml:4"), SlotSpec.parse("lvc:4"));

  private static ErrorShares shares(TabularSetup setup) {
    try (Workers workers = new Workers(1)) {
      return new ErrorSharesExperiment(setup, SEED, TRIALS)
          .run(workers, new CancellationToken(), (done, snapshot) -> {});
    }
  }

  /** The shares of the very trials that a bias experiment makes add up to what it measures. */
  @Test
  void theSharesAddUpToTheErrorAndTheBiasOfTheSameTrials() {
    ErrorShares.Stage last = shares(SETUP).stages().get(2);
    BiasSpec spec = new BiasSpec(SETUP, TRIALS, SEED, Optional.empty(), RouteChoice.SAMPLED);
    BiasResult.PointResult point;
    try (Workers workers = new Workers(1)) {
      point =
          new BiasExperiment(BiasStudy.of(spec))
              .run(workers, new CancellationToken(), (done, snapshot) -> {})
              .curves()
              .get(0)
              .points()
              .get(0);
    }
    double mse = BiasMeasure.RELATIVE_MSE.on(point, 0).value();
    assertThat(last.error().total()).isCloseTo(mse, within(1e-9));
    double norm = 0;
    for (double[] row : point.mdps().get(0).exact().metaGradient().rows()) {
      for (double x : row) {
        norm += x * x;
      }
    }
    double bias = BiasMeasure.BIAS_SQUARED.on(point, 0).value() / norm;
    assertThat(last.bias().total()).isCloseTo(bias, within(1e-9));
  }

  @Test
  void anExactSlotHasNoShareAndBeforeTheFirstStepOnlyTheOuterSlotHas() {
    ErrorShares all = shares(SETUP);
    assertThat(all.stages()).hasSize(3);
    assertThat(all.stages().get(0).error().inner()).isZero();
    assertThat(all.stages().get(0).error().hessian()).isZero();
    assertThat(all.stages().get(0).error().outer()).isPositive();
    ErrorShares inner = shares(SETUP.withSlots(SETUP.inner(), SlotSpec.exact(), SlotSpec.exact()));
    assertThat(inner.stages().get(2).error().hessian()).isZero();
    assertThat(inner.stages().get(2).error().outer()).isZero();
    assertThat(inner.stages().get(2).error().inner()).isPositive();
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
