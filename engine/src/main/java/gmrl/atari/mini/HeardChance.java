package gmrl.atari.mini;

/**
 * Outcomes that somebody else hears of, too.
 *
 * @param beginning whether a game begins with them
 */
record HeardChance(Chance chance, OutcomeListener listener, boolean beginning) implements Chance {
  @Override
  public boolean happens(Draw what, double probability) {
    boolean value = chance.happens(what, probability);
    listener.drawn(what, value ? 1 : 0, beginning);
    return value;
  }

  @Override
  public int pick(Draw what, int allowed) {
    int value = chance.pick(what, allowed);
    listener.drawn(what, value, beginning);
    return value;
  }
}
