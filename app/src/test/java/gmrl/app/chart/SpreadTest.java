package gmrl.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SpreadTest {
  private static final ChartAxis X = ChartAxis.linear("x");

  /** A level curve whose interval reaches so far to both sides. */
  private static ChartSeries level(String name, double y, double reach, int points) {
    return ChartSeries.estimate(
        name,
        Style.nth(0),
        IntStream.range(0, points)
            .mapToObj(i -> new ChartPoint(i, y, y - reach, y + reach))
            .toList());
  }

  private static Spread spread(ChartAxis y, ChartSeries... series) {
    ChartModel model = ChartModel.of("", X, y, List.of(series));
    double width = 60 * ChartTheme.light().markerSize();
    return new Spread(ChartPartsTest.placed(model, width, 200));
  }

  @Test
  void bandsThatLeaveThePlotInSightStayBands() {
    ChartSeries low = level("low", 2, 0.5, 5);
    ChartSeries high = level("high", 8, 1, 5);
    Spread spread = spread(ChartAxis.linear("y").between(0, 10), low, high);
    assertThat(spread.bands(low)).hasSize(1);
    assertThat(spread.whiskers(low)).isEmpty();
    assertThat(spread.isWhiskered(high)).isFalse();
  }

  @Test
  void wideBandsBecomeWhiskersBesideOneAnother() {
    ChartSeries narrow = level("narrow", 2, 0.1, 5);
    ChartSeries wide = level("wide", 5, 2, 5);
    Spread spread = spread(ChartAxis.linear("y").between(0, 10), narrow, wide);
    assertThat(spread.bands(narrow)).as("one look for all of a plot").isEmpty();
    assertThat(spread.bands(wide)).isEmpty();
    assertThat(spread.whiskers(wide)).as("every point has its own").hasSize(5);
    for (int i = 0; i < 5; i++) {
      ChartPoint a = spread.whiskers(narrow).get(i);
      ChartPoint b = spread.whiskers(wide).get(i);
      assertThat(a.x()).as("around their place").isLessThan(i).isGreaterThan(i - 0.1);
      assertThat(b.x()).isGreaterThan(i).isLessThan(i + 0.1);
      assertThat(b.low()).isEqualTo(3);
    }
  }

  @Test
  void linesOfOnePointAtOnePlaceStandBesideOneAnotherWithTheirSymbols() {
    ChartSeries first = level("first", 2, 0.5, 1);
    ChartSeries second = level("second", 2, 1, 1);
    ChartSeries far = level("far", 8, 0.1, 5);
    ChartModel model =
        ChartModel.of("", X, ChartAxis.linear("y").between(0, 10), List.of(first, second, far));
    Strands strands = new Strands(ChartPartsTest.placed(model, 400, 300));
    double left = strands.whiskers(first).points().get(0).x();
    double right = strands.whiskers(second).points().get(0).x();
    assertThat(left).isLessThan(0);
    assertThat(right).isGreaterThan(0);
    Strand symbol = strands.symbols(second).findFirst().orElseThrow();
    assertThat(symbol.points().get(0).x()).as("the symbol on its whisker").isEqualTo(right);
    assertThat(strands.symbols(far).findFirst().orElseThrow().points().get(0).x()).isZero();
  }

  @Test
  void whatLiesBelowALogarithmicAxisDoesNotCount() {
    ChartAxis y = ChartAxis.log("y").between(0.01, 1);
    ChartSeries first = level("first", 0.012, 0.012, 5);
    ChartSeries second = level("second", 0.5, 0.1, 5);
    assertThat(spread(y, first, second).isWhiskered(first)).isFalse();
    ChartSeries high = level("high", 0.1, 0.1, 5);
    assertThat(spread(y, high, second).isWhiskered(high)).isTrue();
  }

  @Test
  void bandsThatCoverOneAnotherBecomeWhiskers() {
    ChartAxis y = ChartAxis.linear("y").between(0, 10);
    ChartSeries[] near = {level("a", 5, 1.4, 5), level("b", 5.1, 1.4, 5), level("c", 4.9, 1.4, 5)};
    assertThat(spread(y, near).isWhiskered(near[0])).isTrue();
    assertThat(spread(y, near[0]).isWhiskered(near[0])).as("alone it hides nothing").isFalse();
  }

  @Test
  void areasBetweenCurvesAreNoIntervals() {
    ChartSeries lower =
        ChartSeries.estimate(
            "lower", Style.nth(0), List.of(new ChartPoint(0, 5, 0, 5), new ChartPoint(1, 5, 0, 5)));
    ChartSeries upper =
        ChartSeries.estimate(
            "upper", Style.nth(1), List.of(new ChartPoint(0, 9, 5, 9), new ChartPoint(1, 9, 5, 9)));
    Spread spread = spread(ChartAxis.linear("y").between(0, 10), lower, upper);
    assertThat(spread.bands(lower)).hasSize(1);
    assertThat(spread.bands(upper)).hasSize(1);
  }

  @Test
  void longLinesBearFewWhiskersAtPlacesOfTheirOwn() {
    ChartSeries a = level("a", 5, 3, 200);
    ChartSeries b = level("b", 5, 3, 200);
    Spread spread = spread(ChartAxis.linear("y").between(0, 10), a, b);
    assertThat(spread.whiskers(a)).hasSizeBetween(2, 8);
    assertThat(spread.whiskers(b).get(0).x() - spread.whiskers(a).get(0).x())
        .as("apart")
        .isGreaterThan(10);
  }

  @Test
  void theFirstPointBearsItsSymbol() {
    for (double gap : new double[] {0.1, 0.3, 0.7, 1}) {
      List<ChartPoint> points =
          IntStream.range(0, 5).mapToObj(i -> ChartPoint.of(1.1 + gap * i, 1)).toList();
      ChartSeries series = ChartSeries.estimate("a", Style.nth(0), points);
      assertThat(spread(ChartAxis.linear("y"), series).spaced(series, points))
          .contains(points.get(0));
    }
  }
}
