package gmrl.app.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.RecordedChart;
import gmrl.app.shell.Exhibit;
import java.util.Optional;

/**
 * A panel of the figure that is being made.
 *
 * @param heading words above it
 * @param chart what is known of it; empty before anything is
 * @param plan what computes it; empty for a plot of the window that only the window can compute
 */
record StudioPanel(String heading, Optional<ChartModel> chart, Optional<PanelPlan> plan) {

  /** A plot of the window as it is now. */
  static StudioPanel of(Exhibit.Taken taken) {
    return new StudioPanel(taken.title(), Optional.of(taken.chart()), taken.plan());
  }

  /** A panel that is not computed yet. */
  static StudioPanel of(PanelPlan plan) {
    return new StudioPanel(FigurePlan.words(plan.title()), Optional.empty(), Optional.of(plan));
  }

  StudioPanel named(String other) {
    return new StudioPanel(other, chart, plan);
  }

  StudioPanel showing(ChartModel other) {
    return new StudioPanel(heading, Optional.of(other), plan);
  }

  /** Whether its numbers are all that was asked for. */
  boolean isComplete() {
    return chart.isPresent() && chart.get().mark().isEmpty() && !chart.get().isEmpty();
  }

  /** Whether it is not complete and can be. */
  boolean wantsComputing() {
    boolean carried = chart.isPresent() && plan.filter(RecordedChart.class::isInstance).isPresent();
    return !isComplete() && plan.isPresent() && !carried;
  }

  /**
   * What stands about it in the figure's document: what computes it, or else all its numbers.
   *
   * @param seed of the window
   */
  void describe(ObjectNode node, long seed) {
    node.put("title", heading);
    plan.or(() -> chart.map(known -> new RecordedChart(heading, seed, known)))
        .ifPresent(panel -> panel.describe(node));
  }
}
