package gmrl.ipd;

import java.util.random.RandomGenerator.SplittableGenerator;

/** How a sampled slot comes by its trajectories. */
@FunctionalInterface
interface Draw {

  /**
   * Sets the estimate around a point.
   *
   * @param into the estimate, overwritten
   * @param point the policies
   * @param values critic of the estimated agent [5], agent 1's view
   * @param random source of fresh trajectories
   */
  void draw(SampledValue into, JointPoint point, double[] values, SplittableGenerator random);

  /** A batch of its own each time. */
  static Draw fresh(int size) {
    return (into, point, values, random) -> into.fresh(point, values, size, random.nextLong());
  }

  /**
   * A fresh batch into the buffer, then the whole buffer.
   *
   * <p>The first draw fills the buffer with the present policies, as the reference program does.
   */
  static Draw replay(int size, int length, ReplayBuffer buffer) {
    return (into, point, values, random) -> {
      Scores scores = new Scores();
      scores.at(point, 0);
      boolean filling = buffer.isEmpty();
      do {
        Batch batch = new Batch(size, length);
        batch.fill(point, random.nextLong());
        buffer.add(new ReplayBuffer.Block(batch, scores.probability));
      } while (filling && !buffer.isFull(size));
      into.replayed(point, values, buffer.blocks(), 0);
    };
  }
}
