package gmrl.app.board;

import gmrl.app.live.Standing;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.Optional;

/**
 * A row's bias at the present settings, in words.
 *
 * @param words the number
 * @param worth what stands beside it: that it is exact, or that it still changes; may be empty
 * @param passing whether that goes by itself
 * @param meaning of both, in sentences; may be empty
 */
record RowNumber(String words, String worth, boolean passing, String meaning) {
  private static final String MIXED = "of the mixed term, no Hessian";

  /** Before it is known. */
  static final RowNumber NONE = new RowNumber("…", "", false, "");

  /** Whether there is no meta-gradient of which an error could be a share. */
  static boolean isOfNothing(TabularSetup setup) {
    return setup.steps() == 0 && isLearnedReward(setup);
  }

  private static boolean isLearnedReward(TabularSetup setup) {
    return !(setup.problem() instanceof ProblemSpec.Maml);
  }

  /**
   * A row's number as far as it is known.
   *
   * @param setup what stands on the sliders
   * @param standing of the answer that it was read out of
   */
  static RowNumber of(Optional<RelativeBias> bias, Row row, TabularSetup setup, Standing standing) {
    if (isOfNothing(setup)) {
      return new RowNumber(
          "none",
          "no inner step uses the reward",
          false,
          "Before the first inner step the learned reward changes nothing: the meta-gradient is"
              + " zero, and no error is a share of it.");
    }
    if (bias.isEmpty()) {
      return standing.isComplete()
          ? new RowNumber("no finite number", "", false, "Every estimate overflows here.")
          : NONE;
    }
    boolean mixed = row == Row.HESSIAN && setup.steps() == 1 && isLearnedReward(setup);
    return mixed ? of(bias.get(), standing).ofMixedTerm() : of(bias.get(), standing);
  }

  /** With one inner step nothing is multiplied by a Hessian. */
  private RowNumber ofMixedTerm() {
    return new RowNumber(
        words,
        worth.isEmpty() ? MIXED : worth + ", " + MIXED,
        passing,
        meaning
            + "\nWith one inner step the learned reward’s meta-gradient has no Hessian factor. What"
            + " this slot samples is the mixed term ∇φ∇θJ alone, how the reward turns the step.");
  }

  private static RowNumber of(RelativeBias bias, Standing standing) {
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
        // How much of the work is done stands below: two percentages side by side mislead.
        standing.words(),
        !standing.isFinal(),
        "Estimated from "
            + bias.trials()
            + (complete ? " trials" : " trials so far")
            + "; ± is half of the 95 % interval that they leave.");
  }
}
