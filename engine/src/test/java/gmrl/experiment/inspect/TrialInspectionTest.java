package gmrl.experiment.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialInspectionTest {
  private static final long SEED = 5;

  private static TabularSetup setup(String inner, String hessian, String outer) {
    return TabularSetup.paper()
        .withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 2))
        .withHorizon(8)
        .withAlpha(2)
        .withSteps(3)
        .withSlots(SlotSpec.parse(inner), SlotSpec.parse(hessian), SlotSpec.parse(outer));
  }

  private static Inspection inspect(TabularSetup setup) {
    return new TrialInspection(setup, SEED, 1, 0)
        .run(new Workers(1), new CancellationToken(), (done, snapshot) -> {});
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLastStageIsTheTrialThatTheBiasExperimentRuns(boolean lirpg) {
    TabularSetup setup = setup("lvc:4", "dice:3", "loaded:2");
    if (lirpg) {
      setup = setup.withProblem(ProblemSpec.Lirpg.paper());
    }
    BiasStudy study = BiasStudy.of(new BiasSpec(setup, 1, SEED, Optional.empty()));
    BiasResult result =
        new BiasExperiment(study).run(new Workers(1), new CancellationToken(), (d, s) -> {});
    BiasResult.MdpResult mdp = result.curves().get(0).points().get(0).mdps().get(1);
    Inspection.Stage last = inspect(setup).stages().get(3);
    assertThat(last.metaGradient()).containsExactly(mdp.measures().mean(), within(1e-12));
    assertThat(last.exactMetaGradient())
        .containsExactly(mdp.exact().metaGradient().flat(), within(1e-12));
  }

  @Test
  void theSharesAddUpToTheSquaredError() {
    for (Inspection.Stage stage : inspect(setup("lvc:4", "dice:3", "loaded:2")).stages()) {
      double error = Inspection.distance(stage.metaGradient(), stage.exactMetaGradient());
      assertThat(stage.shares().total()).isCloseTo(error * error, within(1e-9 * error * error));
    }
  }

  @Test
  void anExactSlotContributesNothing() {
    List<Inspection.Stage> stages = inspect(setup("lvc:4", "exact", "exact")).stages();
    assertThat(stages)
        .allMatch(s -> Math.abs(s.shares().hessian()) + Math.abs(s.shares().outer()) < 1e-12);
    assertThat(stages.get(0).shares().total()).as("no inner step yet").isZero();
    assertThat(stages.get(3).shares().inner()).isPositive();
  }

  @Test
  void aControlledErrorBelongsToTheHessianSlot() {
    TabularSetup disturbed =
        setup("exact", "exact", "exact").withHessianError(new HessianError(3, 0));
    Inspection.Shares shares = inspect(disturbed).stages().get(3).shares();
    assertThat(shares.hessian()).isPositive();
    assertThat(shares.inner()).isZero();
    assertThat(shares.outer()).isZero();
  }

  @Test
  void withExactSlotsEstimateAndTruthCoincideAtEveryStep() {
    Inspection inspection = inspect(setup("exact", "exact", "exact"));
    assertThat(inspection.stages()).hasSize(4);
    for (Inspection.Stage stage : inspection.stages()) {
      assertThat(stage.innerError()).isZero();
      assertThat(stage.objective()).isEqualTo(stage.exactObjective());
      assertThat(stage.relativeError()).isZero();
      if (stage.step() < 3) {
        assertThat(stage.gradient()).containsExactly(stage.exactGradient(), within(1e-9));
        assertThat(stage.cosine()).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void anMdpThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new TrialInspection(setup("exact", "exact", "exact"), 0, 2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0..1");
  }

  @Test
  void footprintsAreThePathsAndVisitsAreShares() {
    TabularSetup setup = setup("lvc:4", "exact", "exact");
    Inspection inspection = inspect(setup);
    for (Inspection.Stage stage : inspection.stages()) {
      PathCloud.Place at = stage.footprint().sampled();
      PathCloud.Place exact = stage.footprint().exact();
      // A distance seen in a plane is never longer than it is.
      assertThat(Math.hypot(at.x() - exact.x(), at.y() - exact.y()))
          .isLessThanOrEqualTo(stage.innerError() + 1e-12);
      assertThat(java.util.Arrays.stream(stage.visits()).sum()).isCloseTo(1, within(1e-12));
      assertThat(java.util.Arrays.stream(stage.policy()).sum())
          .isCloseTo(inspection.world().states(), within(1e-12));
    }
    Inspection.Stage first = inspection.stages().get(0);
    assertThat(first.footprint().aimed().x())
        .isCloseTo(inspection.stages().get(1).footprint().exact().x(), within(1e-12));
    Inspection.Stage last = inspection.stages().get(3);
    assertThat(last.footprint().aimed()).isEqualTo(last.footprint().sampled());
  }
}
