package gmrl.app.chart;

/**
 * Axes that stand still: what part of the plane a plot shows, whatever its numbers do. It holds as
 * long as the axes mean the same.
 *
 * @param x label of the horizontal axis
 * @param left value at its left end
 * @param right value at its right end
 * @param y label of the vertical axis
 * @param bottom value at its lower end
 * @param top value at its upper end
 */
public record AxisLock(String x, double left, double right, String y, double bottom, double top) {

  /** Checks that both axes have an extent. */
  public AxisLock {
    if (!(left < right) || !(bottom < top) || Double.isInfinite(right - left + top - bottom)) {
      throw new IllegalArgumentException(
          "locked axes reach from %s to %s and from %s to %s, expected finite ends in ascending order"
              .formatted(left, right, bottom, top));
    }
  }

  /** The axes as they are on screen. */
  static AxisLock of(ChartModel model, ChartFrame frame) {
    Span x = frame.x();
    Span y = frame.y();
    return new AxisLock(model.x().label(), x.at(0), x.at(1), model.y().label(), y.at(0), y.at(1));
  }

  /** Whether a chart has these axes. */
  boolean holds(ChartModel model) {
    return x.equals(model.x().label()) && y.equals(model.y().label());
  }

  /** This part of the plane on the scales of a frame, or the frame where a scale has no place. */
  ChartFrame on(ChartFrame fitting) {
    return new ChartFrame(between(fitting.x(), left, right), between(fitting.y(), bottom, top));
  }

  private static Span between(Span fitting, double low, double high) {
    return fitting.within(fitting.position(low), fitting.position(high));
  }
}
