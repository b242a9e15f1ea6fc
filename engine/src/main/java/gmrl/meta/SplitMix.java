package gmrl.meta;

/**
 * The step and the finaliser of SplitMix64, by which seeds and counters become words whose bits
 * look drawn (Steele, Lea and Flood 2014): the one place for whatever mixes seeds by hand.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Fast splittable pseudorandom number
 *     generators</a>
 */
public final class SplitMix {
  /** The odd step between successive states, 2⁶⁴ over the golden ratio. */
  public static final long GAMMA = 0x9e3779b97f4a7c15L;

  private SplitMix() {}

  /** The word of a state. */
  public static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
