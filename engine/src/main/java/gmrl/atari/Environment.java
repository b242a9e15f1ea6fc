package gmrl.atari;

/**
 * One game played a decision at a time. The calls of an episode are {@link #reset}, then {@link
 * #step} until {@link #terminated} or {@link #truncated}; after each of them {@link #observe}
 * writes what the player sees. Nothing is allocated on the way.
 *
 * <p>An environment owns its randomness, so two of the same settings and seed that are given the
 * same actions behave alike, whatever thread calls them. It is used by one thread at a time.
 */
public interface Environment extends AutoCloseable {
  /** Name and settings as a person should read them beside a curve. */
  String label();

  /** The shape of what {@link #observe} writes. */
  ObservationShape shape();

  /** Actions are 0 … actions − 1. */
  int actions();

  /** Begins an episode; what the last one drew stays drawn. */
  void reset();

  /**
   * Carries out one decision.
   *
   * @throws IllegalArgumentException if there is no such action
   * @throws IllegalStateException before the first reset and after the end of an episode, where an
   *     environment cannot go on
   */
  void step(int action);

  /** The reward of the last step as a learner should see it, for example clipped. */
  double reward();

  /** The reward of the last step as the game counts it; that of a learner may be clipped. */
  default double score() {
    return reward();
  }

  /**
   * Whether the last step ended the task: nothing is to be gained any more, and a value beyond is
   * zero.
   */
  boolean terminated();

  /**
   * Whether a time limit cut the episode at the last step: the game would go on, and its value
   * beyond is what a critic says of {@link #observe}. Never true together with {@link #terminated}.
   */
  boolean truncated();

  /**
   * Whether the last step ended a whole game, so that its sum of scores is an episode's return.
   * Without episodic lives this is {@code terminated() || truncated()}; with them a lost life
   * terminates but does not end the game.
   */
  boolean gameOver();

  /** Frames of the emulator one decision stands for; 1 where game and player go in step. */
  default int framesPerStep() {
    return 1;
  }

  /**
   * Writes the present observation.
   *
   * @param target modified: elements offset … offset + shape().size() − 1, in 0 … 1
   */
  void observe(float[] target, int offset);

  /**
   * Everything the rest of the episode and all later ones depend on, generators included, as plain
   * numbers that {@link #restore} takes back into an environment of the same settings.
   */
  long[] save();

  /**
   * Goes on where {@link #save} was called.
   *
   * @return true if it goes on exactly there; false where the game cannot be put back and a new one
   *     has begun, which only the emulator's games answer
   * @throws IllegalArgumentException if the numbers are not a state of this game
   */
  boolean restore(long[] state);

  @Override
  default void close() {}
}
