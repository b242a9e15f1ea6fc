package gmrl.app.board;

import gmrl.app.live.Standing;

/**
 * A row's bias at the present settings, in words.
 *
 * @param words the number
 * @param worth what stands beside it: that it is exact, or that it still changes; may be empty
 * @param passing whether that goes by itself
 * @param meaning of both, in sentences; may be empty
 */
record RowNumber(String words, String worth, boolean passing, String meaning) {
  /** Before it is known. */
  static final RowNumber NONE = new RowNumber("…", "", false, "");

  /**
   * A number that is known.
   *
   * @param standing of the answer that it was read out of
   * @param progress of that
   */
  static RowNumber of(RelativeBias bias, Standing standing, double progress) {
    if (bias.isExact()) {
      return new RowNumber(
          bias.inWords(),
          "exact",
          false,
          "Exact: a formula gives it, over all the batches that could be drawn. It takes no trials,"
              + " so there is no ± beside it and nothing to refine.");
    }
    boolean complete = standing.isComplete();
    return new RowNumber(
        bias.inWords(),
        complete ? "" : standing.at(progress),
        !standing.isFinal(),
        "Estimated from "
            + bias.trials()
            + (complete ? " trials" : " trials so far")
            + "; ± is half of the 95 % interval that they leave.");
  }
}
