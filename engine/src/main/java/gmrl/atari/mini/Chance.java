package gmrl.atari.mini;

/**
 * Where a game's random outcomes come from: a generator, a recording, or somebody who wants to see
 * what happens if.
 */
public interface Chance {
  /** Whether something of this probability happens. */
  boolean happens(Draw what, double probability);

  /**
   * One of the numbers whose bit is set, each equally likely.
   *
   * @param allowed bit k says that k may be picked; at least one is set
   */
  int pick(Draw what, int allowed);
}
