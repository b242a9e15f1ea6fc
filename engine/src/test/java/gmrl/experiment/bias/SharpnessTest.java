package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trials go where the bands need them first, and everywhere in the end. */
class SharpnessTest {
  private static final int TRIALS = 400;
  private static final BiasSpec SPEC =
      BiasSpec.paper()
          .withSetup(s -> s.withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 4)).withHorizon(5))
          .withSlots(SlotSpec.parse("lvc:4"), SlotSpec.exact(), SlotSpec.exact())
          .withTrials(TRIALS);

  @Test
  void mdpsThatHardlyCountWaitButGetTheirTrials() {
    BiasStudy study = BiasStudy.of(SPEC);
    try (Workers workers = new Workers(1)) {
      CancellationToken token = new CancellationToken();
      CellGrid grid = CellGrid.build(study, TrialBank.none(), workers, token);
      List<Cell<?>> cells = grid.distinct();
      Rounds rounds =
          new Rounds(
              cells,
              all -> {
                boolean[] waits = new boolean[all.size()];
                waits[1] = true;
                return waits;
              });
      List<Rounds.Block> order = new ArrayList<>();
      for (List<Rounds.Block> next = rounds.next(1); !next.isEmpty(); next = rounds.next(1)) {
        order.addAll(next);
      }
      int[] dealt = new int[cells.size()];
      for (Rounds.Block block : order) {
        int cell = cells.indexOf(block.cell());
        assertThat(block.from()).isEqualTo(dealt[cell]);
        if (cell == 1 && block.from() >= Rounds.PATIENCE) {
          assertThat(dealt[0]).isEqualTo(TRIALS);
          assertThat(dealt[2]).isEqualTo(TRIALS);
        }
        dealt[cell] = block.to();
      }
      assertThat(dealt).containsOnly(TRIALS);
    }
  }

  @Test
  void whatIsNeededIsWhatCarriesTheError() {
    BiasStudy study = BiasStudy.of(SPEC.withTrials(100_000));
    try (Workers workers = new Workers(1)) {
      CancellationToken token = new CancellationToken();
      CellGrid grid = CellGrid.build(study, TrialBank.none(), workers, token);
      List<Cell<?>> cells = grid.distinct();
      cells.forEach(cell -> cell.run(0, 64, token));
      boolean[] waits = Sharpness.of(cells, grid);
      double largest = 0;
      int worst = 0;
      for (int c = 0; c < waits.length; c++) {
        double error = cells.get(c).measures().biasSquaredError();
        if (error > largest) {
          largest = error;
          worst = c;
        }
      }
      assertThat(waits[worst]).isFalse();
      for (int c = 0; c < waits.length; c++) {
        if (waits[c]) {
          assertThat(cells.get(c).measures().biasSquaredError()).isLessThan(largest / 2);
        }
      }
    }
  }

  @Test
  void aCellThatIsExactWaits() {
    BiasStudy study =
        BiasStudy.of(SPEC.withSlots(SlotSpec.exact(), SlotSpec.parse("lvc:4"), SlotSpec.exact()));
    try (Workers workers = new Workers(1)) {
      CancellationToken token = new CancellationToken();
      CellGrid grid = CellGrid.build(study, TrialBank.none(), workers, token);
      grid.distinct().forEach(cell -> cell.run(0, 2, token));
      assertThat(Sharpness.of(grid.distinct(), grid)).containsOnly(true);
      List<PointResult> points =
          new BiasExperiment(study).run(workers, token, (done, s) -> {}).curves().get(0).points();
      assertThat(points.get(0).mdps()).allMatch(mdp -> mdp.measures().trials() == TRIALS);
    }
  }
}
