package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CornerTest {
  private static Corner of(double... heights) {
    List<ChartPoint> points = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      points.add(ChartPoint.of(i, heights[i]));
    }
    ChartModel model =
        ChartModel.of(
            "",
            ChartAxis.linear("x"),
            ChartAxis.linear("y"),
            List.of(ChartSeries.estimate("a", Style.nth(0), points)));
    return Corner.of(ChartPartsTest.placed(model, 100, 100), 35, 20);
  }

  @Test
  void wordsStandWhereACurveIsNot() {
    assertThat(of(1, 0))
        .as("falls")
        .extracting(Corner::right, Corner::upper)
        .containsExactly(true, true);
    assertThat(of(0, 1))
        .as("rises")
        .extracting(Corner::right, Corner::upper)
        .containsExactly(false, true);
    assertThat(of(1, 0.5, 1)).as("both ends above").extracting(Corner::upper).isEqualTo(false);
  }
}
