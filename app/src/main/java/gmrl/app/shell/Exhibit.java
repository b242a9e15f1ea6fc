package gmrl.app.shell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.KeptCurves;
import gmrl.app.figure.OverlaidPanel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.RecordedChart;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A plot of the window that may become a figure, or a panel of one.
 *
 * @param id stable name, used for files
 * @param title what it shows
 * @param chart what is drawn now
 * @param plan what computes the plot that is drawn now, without kept runs over it; empty where a
 *     figure cannot compute it
 * @param kept which kept runs lie over a chart
 * @param configuration the state of the window behind it, as JSON
 */
public record Exhibit(
    String id,
    Supplier<String> title,
    Supplier<ChartModel> chart,
    Supplier<Optional<PanelPlan>> plan,
    Function<ChartModel, List<KeptCurves>> kept,
    Supplier<String> configuration) {

  /** The plot as it is now; on the interface thread. */
  public Taken take() {
    ChartModel now = chart.get();
    List<ChartSeries> lasting =
        now.series().stream()
            // What was before a change is a help to the eye, no part of a figure.
            .filter(s -> s.role() != Role.KEPT && s.role() != Role.PINNED)
            .toList();
    return new Taken(
        id, title.get(), now.withSeries(lasting), plan.get(), kept.apply(now), configuration.get());
  }

  /**
   * A plot as it was at one moment.
   *
   * @param id stable name
   * @param title what it shows
   * @param alone what was drawn, without kept runs over it
   * @param plan what computes that again
   * @param kept the runs over it
   * @param configuration the state of the window, as JSON
   */
  public record Taken(
      String id,
      String title,
      ChartModel alone,
      Optional<PanelPlan> plan,
      List<KeptCurves> kept,
      String configuration) {

    /** All that was drawn. */
    public ChartModel chart() {
      return KeptCurves.over(alone, kept);
    }

    /**
     * What is written into its figure of some name: the panel, as what computes it again or else
     * with all its numbers, and the state of the window; with a word on what the numbers are worth
     * if they are not all that was asked for.
     */
    String document(String name, long seed) {
      JsonView state = JsonView.parse("the configuration of " + title, configuration).object();
      PanelPlan below = plan.orElseGet(() -> new RecordedChart("", seed, alone));
      ObjectNode node = figure(name, OverlaidPanel.of(below, kept), state);
      if (!alone.mark().isEmpty()) {
        node.put(FigureDocument.UNFINISHED, alone.mark());
      }
      return Json.pretty(node).strip();
    }

    private ObjectNode figure(String name, PanelPlan panel, JsonView state) {
      FigurePlan figure = new FigurePlan(name, title, "", List.of(panel), 1, false);
      ObjectNode node = FigureRun.configuration(figure);
      node.set(FigureDocument.STATE, state.value());
      return node;
    }
  }
}
