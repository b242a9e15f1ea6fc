package gmrl.atari;

import gmrl.meta.SplitMix;
import java.util.random.RandomGenerator;

/**
 * SplitMix64 with a state that can be written down, which the generators of the JDK hide: a run
 * that is stopped and resumed draws the numbers it would have drawn.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea and Flood 2014</a>
 */
public final class StatefulRandom implements RandomGenerator {
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
    state += SplitMix.GAMMA;
    return SplitMix.mix(state);
  }
}
