package gmrl.app.training;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.Overlays;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Source;
import gmrl.app.shelf.StoredAnswers;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.ShellView;
import gmrl.app.state.LabState;
import gmrl.experiment.compare.RunTable;
import gmrl.experiment.training.TrainingFamily;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Kept runs of meta-training. */
final class TrainingRuns {
  private static final TrainingFamily FAMILY = new TrainingFamily();

  private TrainingRuns() {}

  /** What a stored run needs to be reopened. */
  static void register(Shelf shelf, StoredAnswers<TrainingSpec, TrainingResult> answers) {
    shelf.register(
        Source.of(FAMILY, List.of(), TrainingViewModel::spec, TrainingRuns::adopt)
            .taking(
                FAMILY,
                ShellView.PLOTS,
                answers,
                (kept, state) -> TrainingViewModel.spec(state).equals(kept.spec())));
  }

  /** Lets results be kept, and draws kept ones over the plot. */
  static ReadOnlyObjectProperty<ChartModel> join(LabContext context, TrainingViewModel model) {
    Shelf shelf = context.shelf();
    shelf.follow(FAMILY, model.answerProperty(), TrainingSpec::updates);
    return shelf.over(
        FAMILY.id(),
        model.chartProperty(),
        (run, now) -> model.shortfallProperty().get() ? List.of() : curves(shelf, run));
  }

  private static LabState adopt(TrainingSpec spec, LabState state) {
    return new TrainingPlot(spec.updates(), spec.learningRate(), spec.runs())
        .in(state.withSetup(spec.setup()).withSeed(spec.seed()));
  }

  private static List<ChartSeries> curves(Shelf shelf, KeptRun run) {
    RunTable table = run.table().orElseThrow();
    return table.curves().stream()
        .map(
            curve ->
                Overlays.of(
                    run, curve, "estimated", shelf.inLegend(run), Overlays.dash(run), false))
        .toList();
  }
}
