package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import java.util.Map;
import java.util.Optional;

/**
 * A plot of a result that is there already.
 *
 * @param id stable name, used for files
 * @param title what it shows
 * @param chart the plot
 * @param plan what computes it again; empty where nothing does
 */
public record ResultPlot(String id, String title, ChartModel chart, Optional<PanelPlan> plan) {

  /**
   * The plot of a panel whose numbers are known; nothing is computed.
   *
   * @param known results by the keys of the panel's parts
   */
  public static ResultPlot of(String id, String title, PanelPlan panel, Map<?, ?> known) {
    return new ResultPlot(id, title, panel.chart(new Known(known)), Optional.of(panel));
  }

  private record Known(Map<?, ?> byKey) implements PanelPlan.Results {
    @Override
    @SuppressWarnings("unchecked") // stands under the key of the part that would compute it
    public <T> T of(PanelPlan.Part<T> part) {
      Object result = byKey.get(part.key());
      if (result == null) {
        throw new IllegalStateException("nothing is known of " + part.key());
      }
      return (T) result;
    }
  }
}
