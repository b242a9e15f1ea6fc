package gmrl.experiment.atari;

import gmrl.atari.chain.OuterCritic;
import gmrl.experiment.KnownTable;
import gmrl.experiment.Stride;
import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is known of learners on games without a run. */
final class KnownNumbers {
  private static final Map<String, Supplier<KnownTable>> ALL =
      Map.of("final-scores", KnownNumbers::finalScores, "outer-critic", KnownNumbers::outerCritic);

  /** Every so many updates of a smooth path are enough. */
  private static final int SHOWN = 10;

  private KnownNumbers() {}

  static KnownTable named(String name) {
    Supplier<KnownTable> known = ALL.get(name);
    if (known == null) {
      throw new IllegalArgumentException(
          "the known numbers are \"%s\", expected one of %s"
              .formatted(name, String.join(", ", ALL.keySet().stream().sorted().toList())));
    }
    return known.get();
  }

  /** Scores of the last tenth of the recorded runs that had all their steps. */
  private static KnownTable finalScores() {
    CsvTable table = new CsvTable("game", "learner", "steps", "seed", "score");
    for (RecordedRuns.Brief run : RecordedRuns.shipped()) {
      if (run.complete()) {
        table.row(run.game(), run.algorithm(), run.length(), run.seed(), run.finalScore());
      }
    }
    return new KnownTable(
        table,
        new TableReading(
            List.of("game", "learner"),
            Optional.empty(),
            "steps",
            Optional.of("seed"),
            "seed",
            List.of(),
            0,
            Optional.empty(),
            List.of(TableReading.Measure.of("score", "final score", "score"))));
  }

  /** The discount that is learnt on the Discounting Chain with either critic, exactly. */
  private static KnownTable outerCritic() {
    CsvTable table = new CsvTable("critic", "update", "gamma", "return");
    for (boolean own : List.of(false, true)) {
      List<OuterCritic.Point> path = OuterCritic.usualPath(own);
      int last = path.size() - 1;
      for (int i : Stride.updates(last, SHOWN)) {
        table.row(OuterCritic.words(own), i, path.get(i).gamma(), path.get(i).worth());
      }
    }
    return new KnownTable(
        table,
        new TableReading(
            List.of("critic"),
            Optional.empty(),
            "update",
            Optional.empty(),
            "path",
            List.of(),
            0,
            Optional.empty(),
            List.of(
                TableReading.Measure.of("gamma", "learnt discount γ", "gamma"),
                TableReading.Measure.of("return", "undiscounted return", "return"))));
  }
}
