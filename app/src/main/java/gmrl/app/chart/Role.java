package gmrl.app.chart;

/** What a series stands for; decides line weight, fading and whether it may stretch the axes. */
public enum Role {
  /** A Monte-Carlo estimate with its interval: the main thing to look at. */
  ESTIMATE,
  /** A curve kept from earlier for comparison; drawn faded. */
  PINNED,
  /** A theoretical bound; may leave the picture when it is very loose. */
  BOUND,
  /** An exactly known value. */
  EXACT,
  /** A line fitted to a series. */
  FIT,
  /** One of many single runs behind a mean; thin and faint. */
  SINGLE_RUN
}
