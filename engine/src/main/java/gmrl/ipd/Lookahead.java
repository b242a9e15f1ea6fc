package gmrl.ipd;

import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Inner and Hessian slot of one agent's lookahead, each exact, sampled, or both from one batch.
 *
 * <p>Every step keeps its estimate, so the recursion can be run again on the same samples with
 * another outer gradient ({@link #keepSamples}). One per learner and agent.
 */
final class Lookahead implements InnerSlot<JointPoint>, CurvatureSlot<JointPoint> {
  private final int self;
  private final int other;
  private final @Nullable Draw inner;
  private final @Nullable Draw hessian;
  private final boolean shared;
  private final SampledValue[] innerEstimates;
  private final SampledValue[] hessianEstimates;
  private double[] opponentValues = new double[Views.STATES];
  private boolean keep;
  private JointPoint point;
  private SampledValue curvature;

  /**
   * The slots of one agent.
   *
   * @param self the agent that looks ahead
   * @param inner how the inner slot samples; null for the closed form
   * @param hessian how the Hessian slot samples; null for the closed form; not read if shared
   * @param shared whether the Hessian slot uses the inner slot's estimate
   */
  Lookahead(
      RepeatedGame game,
      LolaConfig config,
      int self,
      @Nullable Draw inner,
      @Nullable Draw hessian,
      boolean shared) {
    this.self = self;
    other = 1 - self;
    this.inner = inner;
    this.hessian = shared ? inner : hessian;
    this.shared = shared;
    innerEstimates = estimates(game, config);
    hessianEstimates = shared ? innerEstimates : estimates(game, config);
    point = new JointPoint(game);
    curvature = new SampledValue(game, config.estimator(), config.rollout(), other);
  }

  private SampledValue[] estimates(RepeatedGame game, LolaConfig config) {
    SampledValue[] estimates = new SampledValue[config.lookaheads()];
    for (int k = 0; k < estimates.length; k++) {
      estimates[k] = new SampledValue(game, config.estimator(), config.rollout(), other);
    }
    return estimates;
  }

  /** Whether no slot samples. */
  boolean isExact() {
    return inner == null && hessian == null;
  }

  /** Starts a meta-gradient with fresh samples; the imagined opponent's critic is copied. */
  void begin(double[] values) {
    opponentValues = values.clone();
    keep = false;
  }

  /** The next run of the recursion reuses the samples of the last one. */
  void keepSamples() {
    keep = true;
  }

  @Override
  public void gradient(
      JointPoint visited, int step, SplittableGenerator random, double[] gradient) {
    if (inner == null) {
      visited.gradient(other, other, gradient);
      return;
    }
    SampledValue estimate = innerEstimates[step];
    if (!keep) {
      inner.draw(estimate, visited, opponentValues, random);
    }
    estimate.gradient(other, gradient);
  }

  @Override
  public void draw(JointPoint visited, int step, SplittableGenerator random) {
    point = visited;
    if (hessian == null) {
      return;
    }
    curvature = hessianEstimates[step];
    if (!shared && !keep) {
      hessian.draw(curvature, visited, opponentValues, random);
    }
  }

  @Override
  public void hessianVector(double[] vector, double[] product) {
    second(other, vector, product);
  }

  @Override
  public void mixedVector(double[] vector, double[] product) {
    second(self, vector, product);
  }

  private void second(int rows, double[] vector, double[] product) {
    if (hessian == null) {
      point.product(other, rows, other, vector, product);
    } else {
      curvature.product(rows, other, vector, product);
    }
  }
}
