package gmrl.atari.mini;

/** Hears of the random outcomes of a game, in the order in which they are drawn. */
@FunctionalInterface
public interface OutcomeListener {
  /**
   * Something was drawn.
   *
   * @param value what {@link Chance#pick} picked; 1 or 0 for what happens or does not
   * @param beginning whether a game begins with it; otherwise it belongs to a step
   */
  void drawn(Draw what, int value, boolean beginning);
}
