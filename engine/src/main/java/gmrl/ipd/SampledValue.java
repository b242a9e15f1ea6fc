package gmrl.ipd;

import java.util.Arrays;
import java.util.List;

/**
 * The sampled estimate of one agent's value around a pair of policies, seen through its first and
 * second derivatives.
 *
 * <p>Set it with {@link #fresh}, {@link #given} or {@link #replayed}; what follows uses that batch.
 * Mutable; one per thread.
 */
final class SampledValue {
  private final RepeatedGame game;
  private final int value;
  private final Coefficients coefficients;
  private final Scores scores = new Scores();
  private final Passes passes = new Passes();
  private final ReplayPasses replayPasses = new ReplayPasses();

  private final double[] toGo = new double[Scores.CELLS];
  private final double[] product = new double[Scores.CELLS];
  private final double[] z = new double[Scores.CELLS];
  private final double[] ratio = new double[Scores.CELLS];
  private final double[] productVector = new double[Views.STATES];
  private boolean hasProduct;
  private int productAgent;
  private boolean hasToGo;

  private Batch batch = new Batch(1, 1);
  private List<ReplayBuffer.Block> replay = List.of();
  private double perTrajectory;

  /**
   * An estimate not yet set.
   *
   * @param value the agent whose value is estimated
   * @param length steps of a rollout
   */
  SampledValue(RepeatedGame game, GameEstimator estimator, int length, int value) {
    this.game = game;
    this.value = value;
    coefficients = new Coefficients(estimator, game.discount(), length);
  }

  /** Draws a batch from the policies at the point. */
  void fresh(JointPoint point, double[] values, int size, long seed) {
    if (batch.size() != size || batch.length() != coefficients.discounts.length) {
      batch = new Batch(size, coefficients.discounts.length);
    }
    batch.fill(point, seed);
    set(point, values, 0, List.of(), size);
  }

  /** Takes a batch drawn from the policies at the point. */
  void given(JointPoint point, double[] values, Batch drawn) {
    batch = drawn;
    set(point, values, 0, List.of(), drawn.size());
  }

  /**
   * Takes batches drawn from other policies.
   *
   * @param epsilon added to the present probabilities inside the logarithm; 0 except in tests
   */
  void replayed(
      JointPoint point, double[] values, List<ReplayBuffer.Block> blocks, double epsilon) {
    set(point, values, epsilon, blocks, blocks.stream().mapToInt(b -> b.batch().size()).sum());
  }

  /** The batch that {@link #fresh} drew last. */
  Batch batch() {
    return batch;
  }

  private void set(
      JointPoint point,
      double[] values,
      double epsilon,
      List<ReplayBuffer.Block> blocks,
      int trajectories) {
    scores.at(point, epsilon);
    coefficients.of(game.outcomeRewards(value), values);
    replay = blocks;
    perTrajectory = 1.0 / trajectories;
    hasToGo = false;
    hasProduct = false;
  }

  /** The surrogate's own value: the estimate of V. */
  double objective() {
    if (replay.isEmpty()) {
      Arrays.fill(ratio, 1);
      return perTrajectory * replayPasses.objective(batch, coefficients, ratio);
    }
    double sum = 0;
    for (ReplayBuffer.Block block : replay) {
      sum += replayPasses.objective(block.batch(), coefficients, ratio(block));
    }
    return perTrajectory * sum;
  }

  /** The estimate of ∂V/∂θ_agent, overwriting {@code gradient} [5]. */
  void gradient(int agent, double[] gradient) {
    scores.project(agent, toGo(), perTrajectory, gradient);
  }

  /**
   * The estimate of (∂²V/∂θ_rows∂θ_columns) u.
   *
   * @param vector u [5], not modified
   * @param out [5], overwritten
   */
  void product(int rows, int columns, double[] vector, double[] out) {
    fillProduct(columns, vector);
    scores.project(rows, product, perTrajectory, out);
    if (rows == columns) {
      scores.addCurvature(rows, toGo(), perTrajectory, vector, out);
    }
  }

  private double[] toGo() {
    if (!hasToGo) {
      Arrays.fill(toGo, 0);
      if (replay.isEmpty()) {
        passes.addToGo(batch, coefficients, toGo);
      }
      for (ReplayBuffer.Block block : replay) {
        replayPasses.addToGo(block.batch(), coefficients, ratio(block), toGo);
      }
      hasToGo = true;
    }
    return toGo;
  }

  /** Mixed and own curvature are wanted along the same vector: the sum over the batch is kept. */
  private void fillProduct(int agent, double[] vector) {
    if (hasProduct && productAgent == agent && Arrays.equals(productVector, vector)) {
      return;
    }
    hasProduct = true;
    productAgent = agent;
    System.arraycopy(vector, 0, productVector, 0, Views.STATES);
    for (int cell = 0; cell < Scores.USED; cell++) {
      z[cell] = scores.score[agent][cell] * vector[cell >> 2];
    }
    Arrays.fill(product, 0);
    if (coefficients.stepwise()) {
      double[] weights = toGo();
      for (int cell = 0; cell < Scores.USED; cell++) {
        product[cell] = weights[cell] * z[cell];
      }
      return;
    }
    if (replay.isEmpty()) {
      passes.addProduct(batch, coefficients, z, product);
    }
    for (ReplayBuffer.Block block : replay) {
      replayPasses.addProduct(block.batch(), coefficients, ratio(block), z, product);
    }
  }

  private double[] ratio(ReplayBuffer.Block block) {
    for (int cell = 0; cell < Scores.USED; cell++) {
      double past = block.probability()[cell];
      ratio[cell] = past > 0 ? scores.probability[cell] / past : 0;
    }
    return ratio;
  }
}
