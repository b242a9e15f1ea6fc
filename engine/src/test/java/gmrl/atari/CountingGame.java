package gmrl.atari;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Adds up random steps and shows the sum; ends by itself at 7 or more, is cut after {@code limit}.
 */
final class CountingGame implements CopyableEnvironment {
  private final int limit;
  private RandomGenerator random;
  private double sum;
  private double gained;
  private int steps;

  CountingGame(long seed, int limit) {
    this.random = new SplittableRandom(seed);
    this.limit = limit;
  }

  @Override
  public String label() {
    return "counting to 7 in " + limit;
  }

  @Override
  public ObservationShape shape() {
    return new ObservationShape(1, 2, 1);
  }

  @Override
  public int actions() {
    return 2;
  }

  @Override
  public void reset() {
    sum = 0;
    steps = 0;
  }

  @Override
  public void step(int action) {
    if (action < 0 || action > 1) {
      throw new IllegalArgumentException("no action " + action);
    }
    gained = random.nextDouble() + action;
    sum += gained;
    steps++;
  }

  @Override
  public double reward() {
    return Math.min(1, gained);
  }

  @Override
  public double score() {
    return gained;
  }

  @Override
  public boolean terminated() {
    return sum >= 7;
  }

  @Override
  public boolean truncated() {
    return !terminated() && steps == limit;
  }

  @Override
  public boolean gameOver() {
    return terminated() || truncated();
  }

  @Override
  public void observe(float[] target, int offset) {
    target[offset] = (float) sum;
    target[offset + 1] = steps;
  }

  @Override
  public long[] save() {
    return new long[] {Double.doubleToLongBits(sum), steps};
  }

  @Override
  public boolean restore(long[] state) {
    sum = Double.longBitsToDouble(state[0]);
    steps = (int) state[1];
    return true;
  }

  @Override
  public CopyableEnvironment copy() {
    return copy(random);
  }

  @Override
  public CopyableEnvironment copy(RandomGenerator generator) {
    CountingGame out = new CountingGame(0, limit);
    out.random = generator;
    out.restore(save());
    return out;
  }
}
