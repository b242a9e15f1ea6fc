package gmrl.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingsTest {
  private static ChartModel chart(ChartSeries... series) {
    return ChartModel.of(
        "", ChartAxis.linear("update"), ChartAxis.linear("return per step"), List.of(series));
  }

  private static ChartSeries estimate(String name, double... ys) {
    return ChartSeries.estimate(name, Style.nth(0), List.of(p(0, ys[0]), p(1, ys[1])));
  }

  private static ChartPoint p(double x, double y) {
    return new ChartPoint(x, y, y - 0.125, y + 0.125);
  }

  @Test
  void curvesSayWhereTheyEndTheBestFirst() {
    ChartSeries exact =
        ChartSeries.estimate(
            "exact",
            Style.nth(1),
            List.of(ChartPoint.of(0, -1.5), ChartPoint.of(1, -1), ChartPoint.of(2, Double.NaN)));
    ChartSeries seed = ChartSeries.singleSeeds("|τ| = 32", Style.nth(0), List.of(p(0, 0), p(1, 0)));
    ChartModel both = chart(estimate("|τ| = 32", -1.5, -1.675), exact, seed);
    assertThat(Endings.of(both)).isEqualTo("return −1.68 ± 0.13 (|τ| = 32), −1.00 (exact)");
    assertThat(Endings.of(both.withProgress(0.5))).startsWith("return so far −1.68");
  }

  @Test
  void whatALegendSaysOfTheEndIsSaidHere() {
    assertThat(Endings.of(chart(estimate("MGRL", 3, 9).withNote("9.5 ± 4.5"))))
        .isEqualTo("return 9.5 ± 4.5 (MGRL)");
    assertThat(Endings.of(chart())).isEmpty();
  }
}
