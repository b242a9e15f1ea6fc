package gmrl.app.atari;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.atari.chain.OuterCritic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the outer critic does on the Discounting Chain, exactly; pure. */
final class ChainCharts {
  static final String DISCOUNT = "learnt discount γ on the Discounting Chain";
  static final String RETURN = "undiscounted return on the Discounting Chain";
  static final List<String> MEASURES = List.of(DISCOUNT, RETURN);

  /** In one line: what is computed. */
  static final String WORDS =
      "exact expectations · outer discount 1, 5 steps before the critic, from γ = .99";

  private ChainCharts() {}

  /** One of {@link #MEASURES} over updates, with the shared critic and with its own. */
  static ChartModel of(String measure) {
    ToDoubleFunction<OuterCritic.Point> value =
        measure.equals(DISCOUNT) ? OuterCritic.Point::gamma : OuterCritic.Point::worth;
    return ChartModel.of(
        "",
        ChartAxis.linear("updates"),
        ChartAxis.linear(measure.equals(DISCOUNT) ? "learnt discount γ" : "undiscounted return"),
        List.of(
            path(Style.nth(3), value, false),
            path(Style.nth(2).with(Style.Dash.SOLID), value, true)));
  }

  private static ChartSeries path(
      Style style, ToDoubleFunction<OuterCritic.Point> value, boolean own) {
    List<ChartPoint> points = new ArrayList<>();
    List<OuterCritic.Point> path = OuterCritic.usualPath(own);
    for (int i = 0; i < path.size(); i += 10) {
      points.add(ChartPoint.of(i, value.applyAsDouble(path.get(i))));
    }
    return ChartSeries.estimate(OuterCritic.words(own), style.with(Style.Marker.NONE), points);
  }
}
