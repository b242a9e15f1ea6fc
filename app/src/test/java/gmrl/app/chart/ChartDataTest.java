package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartDataTest {
  @Test
  void dataHoldTheIntervalsThatAPictureLeavesOutAndSayWhatIsExact() {
    List<ChartPoint> points = List.of(new ChartPoint(1, 5, 4, 7, 20).bare(), ChartPoint.of(2, 6));
    ChartPoint noise = ChartPoint.of(2, 7).withTrials(20);
    ChartPoint closed = ChartPoint.of(1, 3).withTrials(20).withExact(true);
    Style style = Style.nth(0);
    ChartModel chart =
        ChartModel.of(
            "",
            ChartAxis.linear("x"),
            ChartAxis.linear("y"),
            List.of(
                ChartSeries.line("kept", Role.KEPT, style, points),
                ChartSeries.line("exact", Role.EXACT, style, List.of(ChartPoint.of(2, 6))),
                ChartSeries.line("noise", Role.POINT_ESTIMATE, style, List.of(noise)),
                ChartSeries.estimate("bias", style, List.of(closed, noise))));
    assertThat(chart.series().get(0).bands()).isEmpty();
    assertThat(ChartData.table(List.of(chart)).text().lines())
        .containsExactly(
            "series,role,x,category,y,low,high,trials",
            "kept,KEPT,1.0,,5.0,4.0,7.0,20",
            "kept,KEPT,2.0,,6.0,,,",
            "exact,EXACT,2.0,,6.0,6.0,6.0,",
            "noise,ESTIMATE,2.0,,7.0,,,20",
            "bias,EXACT,1.0,,3.0,3.0,3.0,",
            "bias,ESTIMATE,2.0,,7.0,,,20");
  }
}
