package gmrl.atari.mini;

import java.util.random.RandomGenerator;

/** Outcomes from a generator. */
record RandomChance(RandomGenerator random) implements Chance {
  @Override
  public boolean happens(Draw what, double probability) {
    return random.nextDouble() < probability;
  }

  @Override
  public int pick(Draw what, int allowed) {
    int left = allowed;
    for (int skip = random.nextInt(Integer.bitCount(allowed)); skip > 0; skip--) {
      left &= left - 1;
    }
    return Integer.numberOfTrailingZeros(left);
  }
}
