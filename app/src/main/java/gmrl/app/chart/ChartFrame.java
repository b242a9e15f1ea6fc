package gmrl.app.chart;

/**
 * What part of the plane a chart shows.
 *
 * @param x horizontal axis
 * @param y vertical axis
 */
record ChartFrame(Span x, Span y) {

  /** The lowest value in sight on a log axis, which has no place for zero; else −∞. */
  double floor() {
    return y.scale() instanceof Scale.Log ? y.at(0) : Double.NEGATIVE_INFINITY;
  }

  /** Whether a value has a place on the vertical axis. */
  boolean has(double value) {
    return Double.isFinite(y.position(value));
  }

  /** Whether a line is in sight. */
  boolean holds(ReferenceLine line) {
    return (line.isUpright() ? x : y).holds(line.value());
  }

  /** Shrinks (factor below 1) or widens around a place given as fractions of the frame. */
  ChartFrame zoomed(double factor, double atX, double atY) {
    return new ChartFrame(x.zoomed(factor, atX), y.zoomed(factor, atY));
  }

  /** Moved by fractions of the frame. */
  ChartFrame panned(double byX, double byY) {
    return new ChartFrame(x.part(byX, 1 + byX), y.part(byY, 1 + byY));
  }

  /** The same limits on another frame's scales. */
  ChartFrame onScalesOf(ChartFrame other) {
    return new ChartFrame(other.x.within(x.from(), x.to()), other.y.within(y.from(), y.to()));
  }

  /**
   * Keeps these limits while they still hold the next ones well, so that axes do not tremble while
   * an estimate refines; otherwise the next frame.
   */
  ChartFrame steady(ChartFrame next) {
    return x.fits(next.x) && y.fits(next.y) ? this : next;
  }
}
