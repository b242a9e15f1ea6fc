package gmrl.app.chart;

/** What a series stands for; decides line weight, fading and whether it may stretch the axes. */
public enum Role {
  /** A Monte-Carlo estimate with its interval: the main thing to look at. */
  ESTIMATE,
  /** A curve of before a change, for comparison; drawn faded. */
  PINNED,
  /**
   * A curve of a run that somebody has kept: broad, pale and below all others, so that it shows on
   * both sides of a line that lies on it.
   */
  KEPT,
  /** A theoretical bound; may leave the picture when it is very loose. */
  BOUND,
  /** An exactly known value. */
  EXACT,
  /**
   * A Monte-Carlo number that stands without an interval of its own, such as how far single
   * estimates scatter; drawn as an exact value is.
   */
  POINT_ESTIMATE,
  /** A line fitted to a series. */
  FIT,
  /** One of many single runs behind a mean; thin and faint. */
  SINGLE_RUN;

  /** Whether it is what the chart is about, estimated or exact. */
  public boolean isMeasured() {
    return this == ESTIMATE || this == EXACT || this == POINT_ESTIMATE;
  }
}
