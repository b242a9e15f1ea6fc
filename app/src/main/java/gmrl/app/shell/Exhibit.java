package gmrl.app.shell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Role;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.RecordedChart;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A plot of the window that may become a figure, or a panel of one.
 *
 * @param id stable name, used for files
 * @param title what it shows
 * @param chart what is drawn now
 * @param plan what computes the plot that is drawn now; empty where a figure cannot compute it
 * @param configuration the state of the window behind it, as JSON
 */
public record Exhibit(
    String id,
    Supplier<String> title,
    Supplier<ChartModel> chart,
    Supplier<Optional<PanelPlan>> plan,
    Supplier<String> configuration) {

  /** The plot as it is now; on the interface thread. */
  public Taken take() {
    ChartModel now = chart.get();
    boolean alone = now.series().stream().noneMatch(s -> s.role() == Role.PINNED);
    return new Taken(
        id,
        title.get(),
        now,
        // Kept runs that are drawn over a plot belong to no plan.
        alone ? plan.get() : Optional.empty(),
        configuration.get());
  }

  /**
   * A plot as it was at one moment.
   *
   * @param id stable name
   * @param title what it shows
   * @param chart what was drawn
   * @param plan what computes it again
   * @param configuration the state of the window, as JSON
   */
  public record Taken(
      String id, String title, ChartModel chart, Optional<PanelPlan> plan, String configuration) {

    /**
     * What is written into its figure of some name: the panel, as what computes it again or else
     * with all its numbers, and the state of the window; with a word on what the numbers are worth
     * if they are not all that was asked for.
     */
    String document(String name, long seed) {
      JsonView state = JsonView.parse("the configuration of " + title, configuration).object();
      ObjectNode node =
          figure(name, plan.orElseGet(() -> new RecordedChart("", seed, chart)), state);
      if (!chart.mark().isEmpty()) {
        node.put(FigureDocument.UNFINISHED, chart.mark());
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
