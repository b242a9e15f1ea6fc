package gmrl.atari;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 with a state that can be written down, which the generators of the JDK hide: a run
 * that is stopped and resumed draws the numbers it would have drawn.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea and Flood 2014</a>
 */
public final class StatefulRandom implements RandomGenerator {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /** The same sequence as {@code new SplittableRandom(state)}. */
  public StatefulRandom(long state) {
    this.state = state;
  }

  /** What a new generator must be given to go on from here. */
  public long state() {
    return state;
  }

  /** Goes on from there. */
  public void set(long newState) {
    this.state = newState;
  }

  @Override
  public long nextLong() {
    state += GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
