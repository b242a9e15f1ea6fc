package gmrl.meta;

import java.util.SplittableRandom;

/**
 * The random generators of experiments, one for each thing that is drawn: the one place where seeds
 * are mixed.
 *
 * <p>Each is a function of the seed and of what it is for, and of nothing else: MDP i and trial j
 * draw the same numbers at every sweep point, every slider position, every budget and on any
 * thread.
 */
public final class Randomness {
  private static final long MDPS = 1;
  private static final long TRIALS = 2;
  private static final long BOUNDS = 3;
  private static final long DESIGNS = 4;

  /** Keeps the updates of one pair of learners apart. */
  private static final long UPDATE = 0xD1342543DE82EF95L;

  private Randomness() {}

  /** The generator that draws MDP {@code mdp}. */
  public static SplittableRandom ofMdp(long seed, int mdp) {
    return new SplittableRandom(
        SplitMix.mix(SplitMix.mix(seed + MDPS * SplitMix.GAMMA) + mdp * SplitMix.GAMMA));
  }

  /** The generator of trial {@code trial} on MDP {@code mdp}. */
  public static SplittableRandom ofTrial(long seed, int mdp, long trial) {
    long stream = SplitMix.mix(SplitMix.mix(seed + TRIALS * SplitMix.GAMMA) + mdp * SplitMix.GAMMA);
    return new SplittableRandom(SplitMix.mix(stream + trial * SplitMix.GAMMA));
  }

  /** The generator that measures the constants of a bound on MDP {@code mdp}. */
  public static SplittableRandom ofBound(long seed, int mdp) {
    return new SplittableRandom(
        SplitMix.mix(SplitMix.mix(seed + BOUNDS * SplitMix.GAMMA) + mdp * SplitMix.GAMMA));
  }

  /** The generator of one update of a pair of learners, whatever came before it. */
  public static SplittableRandom ofUpdate(long seed, int update) {
    return new SplittableRandom(new SplittableRandom(seed).nextLong() + update * UPDATE);
  }

  /** The generator that draws the parameters of a point of a random design. */
  public static SplittableRandom ofDesign(long seed, int point) {
    return new SplittableRandom(
        SplitMix.mix(SplitMix.mix(seed + DESIGNS * SplitMix.GAMMA) + point * SplitMix.GAMMA));
  }
}
