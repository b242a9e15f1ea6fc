package gmrl.app.story;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lights one curve up by stepping the others back. */
final class Lighting {
  private Lighting() {}

  /**
   * The chart with everything but a key's curves stepped back.
   *
   * @param keys the keys of the curves, by their names; curves without one follow no key
   * @param lit what is pointed at; where no curve has this key the chart stays as it is
   */
  static ChartModel of(ChartModel chart, Map<String, String> keys, String lit) {
    if (chart.series().stream().noneMatch(s -> lit.equals(keys.get(s.name())))) {
      return chart;
    }
    List<ChartSeries> series = new ArrayList<>();
    for (ChartSeries s : chart.series()) {
      series.add(lit.equals(keys.get(s.name())) ? s : s.withRole(Role.SINGLE_RUN));
    }
    return chart.withSeries(series);
  }
}
