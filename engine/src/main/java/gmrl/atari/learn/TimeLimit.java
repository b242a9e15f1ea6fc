package gmrl.atari.learn;

/** What a time limit in the middle of a rollout means for the targets. */
public enum TimeLimit {
  /** r + γ V(s') with the state that the limit cut off: the episode would have gone on. */
  BOOTSTRAP,

  /**
   * The target of the last step is V(s) itself, so that it teaches nothing; the published code's
   * {@code use_proper_time_limits}.
   */
  VALUE_IN_PLACE,

  /** Nothing beyond, as if the task had ended; the published code's default. */
  TERMINAL
}
