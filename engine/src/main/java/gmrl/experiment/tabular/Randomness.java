package gmrl.experiment.tabular;

import java.util.SplittableRandom;

/**
 * The random generators of a tabular experiment, one for each thing that is drawn.
 *
 * <p>Each is a function of the seed and of what it is for, and of nothing else: MDP i and trial j
 * draw the same numbers at every sweep point, every slider position, every budget and on any
 * thread.
 */
public final class Randomness {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final long MDPS = 1;
  private static final long TRIALS = 2;
  private static final long BOUNDS = 3;

  private Randomness() {}

  /** The generator that draws MDP {@code mdp}. */
  public static SplittableRandom ofMdp(long seed, int mdp) {
    return new SplittableRandom(mix(mix(seed + MDPS * GOLDEN_GAMMA) + mdp * GOLDEN_GAMMA));
  }

  /** The generator of trial {@code trial} on MDP {@code mdp}. */
  public static SplittableRandom ofTrial(long seed, int mdp, long trial) {
    long stream = mix(mix(seed + TRIALS * GOLDEN_GAMMA) + mdp * GOLDEN_GAMMA);
    return new SplittableRandom(mix(stream + trial * GOLDEN_GAMMA));
  }

  /** The generator that measures the constants of a bound on MDP {@code mdp}. */
  public static SplittableRandom ofBound(long seed, int mdp) {
    return new SplittableRandom(mix(mix(seed + BOUNDS * GOLDEN_GAMMA) + mdp * GOLDEN_GAMMA));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
