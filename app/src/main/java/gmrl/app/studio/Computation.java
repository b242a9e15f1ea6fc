package gmrl.app.studio;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.PanelPlan;
import gmrl.app.shell.ChartPanel;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes panels; its snapshots are empty until all of them are there.
 *
 * @param panels at least one
 */
record Computation(List<PanelPlan> panels) implements Experiment<List<ChartModel>> {
  /** Copies the list. */
  Computation {
    panels = List.copyOf(panels);
  }

  @Override
  public long total() {
    Map<Object, Long> parts = new LinkedHashMap<>();
    for (PanelPlan panel : panels) {
      panel.parts().forEach(part -> parts.put(part.key(), part.experiment().total()));
    }
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public List<ChartModel> run(
      Workers workers, CancellationToken token, Snapshots<List<ChartModel>> snapshots) {
    return FigureRun.make(
            new FigurePlan("studio", "studio", "", panels, 1, false),
            ChartPanel.version(),
            workers,
            token,
            work -> snapshots.publish(work.done(), List.of()))
        .panels();
  }
}
