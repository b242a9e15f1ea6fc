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

  /**
   * How the discount is learnt.
   *
   * @param start γ at the beginning, between 0 and 1
   * @param rate step size of the meta-parameter
   * @param updates meta-updates, 10 to 100 000
   */
  record Walk(double start, double rate, int updates) {
    static final Walk USUAL = new Walk(OuterCritic.START, OuterCritic.RATE, OuterCritic.UPDATES);

    /** Checks the ranges. */
    Walk {
      if (!(start > 0 && start < 1)) {
        throw new IllegalArgumentException("start is " + start + ", expected between 0 and 1");
      }
      if (!(rate > 0 && rate <= 1)) {
        throw new IllegalArgumentException(
            "rate is " + rate + ", expected more than 0 and 1 at most");
      }
      if (updates < STRIDE || updates > 100_000) {
        throw new IllegalArgumentException(
            "updates is " + updates + ", expected " + STRIDE + " to 100000");
      }
    }
  }

  private static final int STRIDE = 10;

  private ChainCharts() {}

  /** Axes without data. */
  static ChartModel empty(String measure) {
    return ChartModel.empty(
        "",
        ChartAxis.linear("updates"),
        ChartAxis.linear(measure.equals(DISCOUNT) ? "learnt discount γ" : "undiscounted return"));
  }

  /** The same as the page shows it. */
  static ChartModel of(String measure) {
    return of(measure, Walk.USUAL);
  }

  /** One of {@link #MEASURES} over updates, with the shared critic and with its own. */
  static ChartModel of(String measure, Walk walk) {
    ToDoubleFunction<OuterCritic.Point> value =
        measure.equals(DISCOUNT) ? OuterCritic.Point::gamma : OuterCritic.Point::worth;
    ChartModel axes = empty(measure);
    return ChartModel.of(
        "",
        axes.x(),
        axes.y(),
        List.of(path(walk, Style.nth(1), value, false), path(walk, Style.nth(0), value, true)));
  }

  private static ChartSeries path(
      Walk walk, Style style, ToDoubleFunction<OuterCritic.Point> value, boolean own) {
    List<ChartPoint> points = new ArrayList<>();
    List<OuterCritic.Point> path =
        OuterCritic.usual().path(walk.start(), walk.rate(), walk.updates(), own);
    for (int i = 0; i < path.size(); i += STRIDE) {
      points.add(ChartPoint.of(i, value.applyAsDouble(path.get(i))));
    }
    return ChartSeries.estimate(OuterCritic.words(own), style.with(Style.Marker.NONE), points);
  }
}
