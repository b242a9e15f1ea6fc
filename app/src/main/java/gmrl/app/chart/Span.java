package gmrl.app.chart;

/**
 * The part of an axis that a chart shows.
 *
 * @param scale where values lie
 * @param from position of the left or lower end
 * @param to position of the right or upper end
 */
record Span(Scale scale, double from, double to) {
  /** Narrowest window that zooming may reach, relative to the size of the positions. */
  private static final double NARROWEST = 1e-9;

  /** What lies on the edge counts as inside, whatever rounding says. */
  static final double EDGE = 1e-9;

  Span {
    if (!(to > from)) {
      throw new IllegalArgumentException(
          "An axis needs its ends in rising order, but was [" + from + ", " + to + "].");
    }
  }

  double position(double value) {
    return scale.position(value);
  }

  double size() {
    return to - from;
  }

  /** Where a value lies, 0 at the beginning and 1 at the end. */
  double share(double value) {
    return (scale.position(value) - from) / size();
  }

  /** The value at a share of the axis. */
  double at(double share) {
    return scale.value(share == 1 ? to : from + share * size());
  }

  /** Whether a value is in sight. */
  boolean holds(double value) {
    double place = scale.position(value);
    return place >= from - EDGE && place <= to + EDGE;
  }

  /** The same scale between two positions; stays as it is where the ends would collapse. */
  Span within(double newFrom, double newTo) {
    boolean proper = newTo - newFrom >= NARROWEST * (1 + Math.abs(newFrom));
    return proper && Double.isFinite(newTo - newFrom) ? new Span(scale, newFrom, newTo) : this;
  }

  /** The same scale between two shares of this part. */
  Span part(double low, double high) {
    return within(from + low * size(), from + high * size());
  }

  /** Whether the next ends are near enough to these ones for the axis to stay. */
  boolean fits(Span next) {
    double slack = 0.03 * size();
    return scale.equals(next.scale)
        && next.from >= from - slack
        && next.to <= to + slack
        && next.size() >= 0.6 * size();
  }
}
