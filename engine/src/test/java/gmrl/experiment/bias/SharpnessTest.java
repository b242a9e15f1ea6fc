package gmrl.experiment.bias;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasResult.PointResult;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
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
                int[] wanted = new int[all.size()];
                Arrays.fill(wanted, TRIALS);
                wanted[1] = 0;
                return wanted;
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
  void aPointTellsSomethingWhenTheIntervalThatIsShownDoes() {
    BiasStudy study =
        BiasStudy.of(SPEC.withSweep(Sweep.parse("alpha=0.02,0.05,0.1,0.2,0.5,1")).withTrials(64));
    CancellationToken token = new CancellationToken();
    List<Boolean> told = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      CellGrid grid = CellGrid.build(study, TrialBank.none(), workers, token);
      for (int trials = 2; trials <= 16; trials *= 2) {
        for (Cell<?> cell : grid.distinct()) {
          cell.run(cell.added(), trials, token);
        }
        for (List<Cell<?>> point : grid.points()) {
          RootMeanSquare shown = new RootMeanSquare();
          for (Cell<?> cell : point) {
            double weight = Aggregate.RELATIVE_BIAS.weight(cell.exact().metaGradient);
            Interval squared = cell.measures().biasSquared();
            shown.add(weight * squared.value(), weight * squared.halfWidth());
          }
          boolean tells = Sharpness.tells(point, Aggregate.RELATIVE_BIAS);
          told.add(tells);
          // The length of an interval of the root that begins at zero is all of its upper end.
          boolean small = 2 * shown.halfWidth() <= 0.2;
          if (tells) {
            assertThat(small || shown.value() >= shown.halfWidth())
                .as("%s ± %s of %s trials", shown.value(), shown.halfWidth(), trials)
                .isTrue();
          }
        }
      }
    }
    assertThat(told).contains(true, false);
  }

  @Test
  void whatIsNeededIsWhatCarriesTheError() {
    BiasStudy study = BiasStudy.of(SPEC.withTrials(100_000));
    try (Workers workers = new Workers(1)) {
      CancellationToken token = new CancellationToken();
      CellGrid grid = CellGrid.build(study, TrialBank.none(), workers, token);
      List<Cell<?>> cells = grid.distinct();
      cells.forEach(cell -> cell.run(0, 64, token));
      for (Aggregate aggregate : Aggregate.values()) {
        int[] wanted = Sharpness.of(cells, grid, aggregate);
        double[] errors =
            cells.stream().mapToDouble(cell -> weightedError(cell, aggregate)).toArray();
        double allowed = allowed(cells, aggregate);
        // With the trials that are wanted the band is as narrow as it should be, and the ratios of
        // the trials are those of the errors.
        double square = 0;
        for (int c = 0; c < wanted.length; c++) {
          square += errors[c] * errors[c] * 64 / Math.max(64, wanted[c]);
          if (wanted[c] > 100 && wanted[0] > 100) {
            assertThat(wanted[c] / (double) wanted[0])
                .isCloseTo(errors[c] / errors[0], Percentage.withPercentage(5));
          }
        }
        assertThat(Math.sqrt(square)).as(aggregate.name()).isBetween(0.5 * allowed, allowed);
      }
    }
  }

  @Test
  void noMoreThanIsWantedIsDealtBeforeTheOthersHaveTheirs() {
    BiasStudy study = BiasStudy.of(SPEC.withTrials(100_000));
    try (Workers workers = new Workers(1)) {
      CancellationToken token = new CancellationToken();
      CellGrid grid = CellGrid.build(study, TrialBank.none(), workers, token);
      Rounds rounds = new Rounds(grid.distinct(), all -> new int[] {100, 300, 0, 0});
      int[] dealt = new int[4];
      while (dealt[0] < 100 || dealt[1] < 300) {
        for (Rounds.Block block : rounds.next(1)) {
          dealt[grid.distinct().indexOf(block.cell())] = block.to();
        }
      }
      assertThat(dealt).containsExactly(100, 300, Rounds.PATIENCE, Rounds.PATIENCE);
    }
  }

  private static double weightedError(Cell<?> cell, Aggregate aggregate) {
    return aggregate.weight(cell.exact().metaGradient) * cell.measures().biasSquaredError();
  }

  /** The standard error that a band of a tenth of its value may have. */
  private static double allowed(List<Cell<?>> cells, Aggregate aggregate) {
    double value =
        cells.stream()
            .mapToDouble(
                cell ->
                    aggregate.weight(cell.exact().metaGradient)
                        * cell.measures().biasSquared().value())
            .sum();
    return (aggregate == Aggregate.BIAS_SQUARED ? 0.05 : 0.1) * value / 1.96;
  }

  @Test
  void aCellThatIsExactWaits() {
    BiasStudy study =
        BiasStudy.of(SPEC.withSlots(SlotSpec.exact(), SlotSpec.parse("lvc:4"), SlotSpec.exact()));
    try (Workers workers = new Workers(1)) {
      CancellationToken token = new CancellationToken();
      CellGrid grid = CellGrid.build(study, TrialBank.none(), workers, token);
      grid.distinct().forEach(cell -> cell.run(0, 2, token));
      assertThat(Sharpness.of(grid.distinct(), grid, Aggregate.BIAS_SQUARED)).containsOnly(0);
      List<PointResult> points =
          new BiasExperiment(study).run(workers, token, (done, s) -> {}).curves().get(0).points();
      assertThat(points.get(0).mdps()).allMatch(mdp -> mdp.measures().trials() == TRIALS);
    }
  }
}
