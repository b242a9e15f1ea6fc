package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.KnownTable;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HessianEstimationStudyTest {
  private static final long SEED = 42;

  /**
   * With many trajectories the step is nearly exact, and what a right Hessian adds to plain
   * differentiation is what plain differentiation lacks of it, which is known in closed form.
   */
  @Test
  void manyTrajectoriesAddWhatPlainDifferentiationLacks() {
    BiasFamily family = new BiasFamily();
    TabularSetup lacking =
        TabularSetup.paper()
            .withAlpha(3)
            .withSteps(1)
            .withSlots(SlotSpec.exact(), SlotSpec.parse("maml:4"), SlotSpec.exact());
    BiasStudy study = BiasStudy.of(new BiasSpec(lacking, 2, SEED, Optional.empty()));
    KnownTable added;
    BiasResult known;
    try (Workers workers = new Workers(1)) {
      added =
          family
              .study("hessian-estimation", SEED, true)
              .run(workers, new CancellationToken(), (done, snapshot) -> {});
      known =
          family.experiment(study).run(workers, new CancellationToken(), (done, snapshot) -> {});
    }
    List<Double> loaded =
        added.table().rows().stream()
            .filter(row -> row.get(0).equals("loaded") && row.get(1).equals("128"))
            .map(row -> Double.parseDouble(row.get(3)))
            .toList();
    BiasResult.PointResult point = known.curves().get(0).points().get(0);
    assertThat(loaded).hasSize(10);
    for (int mdp = 0; mdp < 10; mdp++) {
      double lacks = BiasMeasure.RELATIVE_BIAS.on(point, mdp).value();
      assertThat(loaded.get(mdp)).isBetween(0.6 * lacks * lacks, 1.5 * lacks * lacks);
    }
    assertThatThrownBy(() -> family.study("other", SEED, true))
        .hasMessageContaining("the study is \"other\", expected hessian-estimation");
  }
}
