package gmrl.atari.mini;

/**
 * The rules of one game. Row 0 is the top, column 0 the left. Moving is integer arithmetic on
 * fields, so a step takes well under a microsecond and allocates nothing.
 */
abstract class Rules {
  static final int SIZE = Miniature.SIZE;
  static final int LEFT = 1;
  static final int UP = 2;
  static final int RIGHT = 3;
  static final int DOWN = 4;
  static final int FIRE = 5;

  /** Whether the episode has ended; later phases of the same step still run. */
  boolean over;

  /** Begins an episode. */
  abstract void reset(Chance chance);

  /**
   * One step of an episode that has not ended.
   *
   * @return the reward
   */
  abstract int step(int action, Chance chance);

  /** Whether {@link #over} came of a clock and of nothing that the player did. */
  boolean outOfTime() {
    return false;
  }

  /** Difficulty from 0 up. */
  int level() {
    return 0;
  }

  /** Sets the lit cells of a picture that is all zero to 1. */
  abstract void draw(Picture to);

  /** Shows every field that the future depends on to {@code fields} and takes back its answer. */
  abstract void visit(Fields fields);

  static int clamp(int value, int low, int high) {
    return Math.max(low, Math.min(high, value));
  }

  static boolean inside(int column) {
    return column >= 0 && column < SIZE;
  }
}
