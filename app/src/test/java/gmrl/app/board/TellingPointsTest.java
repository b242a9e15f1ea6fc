package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Style;
import gmrl.app.live.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingPointsTest {
  private static final double TOP = 80;

  private static final ChartPoint NARROW = new ChartPoint(1, 10, 2, 18, 20);
  private static final ChartPoint WIDE = new ChartPoint(2, 136, 0, 390, 20);
  private static final ChartPoint ANYWHERE = new ChartPoint(3, 0, 0, 680, 20);

  @Test
  void aCurveIsDrawnCoarselyOnceItsPointsRiseAboveTheirErrors() {
    assertThat(BoardCharts.telling(List.of(NARROW, WIDE, ANYWHERE), TOP))
        .containsExactly(NARROW, WIDE.bare());
  }

  @Test
  void aPointThatWouldBendACurveByChanceIsWaitedFor() {
    ChartPoint chance = new ChartPoint(2, 0, 0, 45, 20);
    ChartPoint far = new ChartPoint(3, 45, 30, 60, 20);
    ChartPoint next = new ChartPoint(4, 50, 35, 65, 20);
    assertThat(BoardCharts.telling(List.of(NARROW, chance, far, next), TOP))
        .extracting(ChartPoint::y)
        .as("a gap, no line past it")
        .containsExactly(NARROW.y(), Double.NaN, far.y(), next.y());
    assertThat(BoardCharts.telling(List.of(NARROW, chance, far), TOP))
        .as("better than nothing to see")
        .containsExactly(NARROW, far.bare());
  }

  @Test
  void pointsThatCouldLieAnywhereAreBetterThanNone() {
    assertThat(BoardCharts.telling(List.of(ANYWHERE), TOP)).containsExactly(ANYWHERE.bare());
  }

  /** Without its interval it would look as sharp as the others. */
  @Test
  void aWideIntervalOfASharpeningCurveIsAWhiskerOfAHollowPoint() {
    SmallBoard small = new SmallBoard();
    List<ChartModel> seen = new ArrayList<>();
    small.model.chart(Row.COMPOSITIONAL, Column.STEPS).addListener((o, old, now) -> seen.add(now));
    small.state.edit("alpha", s -> s.withSetup(s.setup().withAlpha(20)));
    List<ChartPoint> all = new ArrayList<>();
    for (ChartModel chart : seen) {
      List<ChartPoint> bare =
          BoardViewModelTest.lines(chart).stream()
              .flatMap(s -> s.points().stream())
              .filter(p -> p.undrawn().isPresent())
              .toList();
      List<ChartPoint> hollow =
          chart.series().stream()
              .filter(s -> s.style().marker() == Style.Marker.RING && s.mark() == Mark.POINTS)
              .flatMap(s -> s.points().stream())
              .toList();
      assertThat(hollow).allMatch(ChartPoint::hasInterval);
      assertThat(hollow.stream().map(ChartPoint::bare)).hasSameElementsAs(bare);
      assertThat(chart.standing() == Standing.FRESH && !bare.isEmpty()).isFalse();
      all.addAll(bare);
    }
    assertThat(all).isNotEmpty();
  }
}
