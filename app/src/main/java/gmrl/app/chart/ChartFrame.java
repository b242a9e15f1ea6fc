package gmrl.app.chart;

/**
 * What part of the plane a chart shows: the scales, resolved, and the limits as positions on them.
 *
 * @param x horizontal scale
 * @param left position of the left edge
 * @param right position of the right edge
 * @param y vertical scale
 * @param bottom position of the lower edge
 * @param top position of the upper edge
 */
record ChartFrame(Scale x, double left, double right, Scale y, double bottom, double top) {

  /** Narrowest window that zooming may reach, relative to the size of the positions. */
  private static final double NARROWEST = 1e-9;

  ChartFrame {
    if (!(right > left) || !(top > bottom)) {
      throw new IllegalArgumentException(
          "A chart frame needs left < right and bottom < top, but was ["
              + left
              + ", "
              + right
              + "] × ["
              + bottom
              + ", "
              + top
              + "].");
    }
  }

  /** The lowest value in sight on a log axis, which has no place for zero; else −∞. */
  double floor() {
    return y instanceof Scale.Log ? y.value(bottom) : Double.NEGATIVE_INFINITY;
  }

  /** Whether a value has a place on the vertical axis. */
  boolean has(double value) {
    return Double.isFinite(y.position(value));
  }

  /** The same scales with other limits; stays as it is where the limits would collapse. */
  ChartFrame within(double newLeft, double newRight, double newBottom, double newTop) {
    boolean tooNarrow =
        newRight - newLeft < NARROWEST * (1 + Math.abs(newLeft))
            || newTop - newBottom < NARROWEST * (1 + Math.abs(newBottom));
    return tooNarrow ? this : new ChartFrame(x, newLeft, newRight, y, newBottom, newTop);
  }

  /** Shrinks (factor below 1) or widens around a place given as fractions of the frame. */
  ChartFrame zoomed(double factor, double atX, double atY) {
    double width = right - left;
    double height = top - bottom;
    double centreX = left + atX * width;
    double centreY = bottom + atY * height;
    return within(
        centreX - atX * width * factor,
        centreX + (1 - atX) * width * factor,
        centreY - atY * height * factor,
        centreY + (1 - atY) * height * factor);
  }

  /** Moved by fractions of the frame. */
  ChartFrame panned(double byX, double byY) {
    double dx = byX * (right - left);
    double dy = byY * (top - bottom);
    return within(left + dx, right + dx, bottom + dy, top + dy);
  }

  /** Whether another frame uses the same kinds of scale, so that limits carry over. */
  boolean sameScales(ChartFrame other) {
    return x.getClass() == other.x.getClass() && y.getClass() == other.y.getClass();
  }

  /** The same limits on another frame's scales. */
  ChartFrame onScalesOf(ChartFrame other) {
    return new ChartFrame(other.x, left, right, other.y, bottom, top);
  }

  /**
   * Keeps these limits while they still hold the next ones well, so that axes do not tremble while
   * an estimate refines; otherwise the next frame.
   */
  ChartFrame steady(ChartFrame next) {
    boolean holds =
        x.equals(next.x)
            && y.equals(next.y)
            && fits(left, right, next.left, next.right)
            && fits(bottom, top, next.bottom, next.top);
    return holds ? this : next;
  }

  /** Whether both axes have an extent. */
  boolean isProper() {
    return left < right && bottom < top && Double.isFinite(right - left + top - bottom);
  }

  private static boolean fits(double low, double high, double nextLow, double nextHigh) {
    double slack = 0.03 * (high - low);
    return nextLow >= low - slack
        && nextHigh <= high + slack
        && nextHigh - nextLow >= 0.6 * (high - low);
  }
}
