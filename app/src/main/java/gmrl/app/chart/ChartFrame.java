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
    double rest = 1 - factor;
    return part(atX * rest, atX * rest + factor, atY * rest, atY * rest + factor);
  }

  /** Moved by fractions of the frame. */
  ChartFrame panned(double byX, double byY) {
    return part(byX, 1 + byX, byY, 1 + byY);
  }

  /** What lies between shares of the frame. */
  ChartFrame part(double left, double right, double bottom, double top) {
    return new ChartFrame(x.part(left, right), y.part(bottom, top));
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
