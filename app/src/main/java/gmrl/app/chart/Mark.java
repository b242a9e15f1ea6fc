package gmrl.app.chart;

/** How the points of a series are drawn. */
public enum Mark {
  /** Markers joined by a line, the interval as a translucent band. */
  LINE,
  /** Markers alone, the interval as a whisker. */
  POINTS,
  /** Bars from zero (or from the floor of a log axis), the interval as a whisker. */
  BARS
}
