package gmrl.meta;

import java.util.Arrays;

/**
 * All of ∂m/∂η_k, by forward differences: for estimates that are not the derivative of an objective
 * along their path, because a slot on the way back is an estimate with a mean of its own.
 */
public final class WholeControl implements PathControl {
  /** Displacement of a logit in the forward differences. */
  private static final double STEP = 1e-5;

  private final double alpha;

  /** C_k by columns [K][thetaSize][phiSize]. */
  private final double[][][] columns;

  private WholeControl(double alpha, double[][][] columns) {
    this.alpha = alpha;
    this.columns = columns;
  }

  /**
   * Differentiates the mean along the path without noise, in K·thetaSize runs of the loop.
   *
   * @param estimator whose path is overwritten; its own slots are not used
   * @param means of its slots
   * @param poll called between runs; what it throws ends the work
   * @return the control; its corrections are not finite if that path overflows
   */
  public static <P> WholeControl build(
      MetaGradient<P> estimator, MeanSlots<P> means, Runnable poll) {
    InnerLoop<P> loop = estimator.loop();
    int steps = loop.steps();
    loop.resume(0, loop.theta(0).clone(), means.inner());
    double[][] path = new double[steps + 1][];
    for (int k = 0; k <= steps; k++) {
      path[k] = loop.theta(k).clone();
    }
    double[] noiseless = new double[loop.problem().phiSize()];
    estimator.meanAlongPath(means, noiseless);
    double[][][] columns = new double[steps][path[0].length][noiseless.length];
    // From the last step back, so that each finds the path before it as it was.
    for (int k = steps - 1; k >= 0; k--) {
      double[] moved = path[k + 1].clone();
      for (int i = 0; i < moved.length; i++) {
        poll.run();
        moved[i] = path[k + 1][i] + STEP;
        loop.resume(k + 1, moved, means.inner());
        moved[i] = path[k + 1][i];
        difference(estimator, means, noiseless, columns[k][i]);
      }
    }
    return new WholeControl(loop.alpha(), columns);
  }

  private static <P> void difference(
      MetaGradient<P> estimator, MeanSlots<P> means, double[] from, double[] column) {
    estimator.meanAlongPath(means, column);
    for (int j = 0; j < column.length; j++) {
      column[j] = (column[j] - from[j]) / STEP;
    }
  }

  @Override
  public <P> void correction(
      MetaGradient<P> estimator, MeanSlots<P> means, double[] scratch, double[] correction) {
    InnerLoop<P> loop = estimator.loop();
    Arrays.fill(correction, 0);
    for (int k = 0; k < columns.length; k++) {
      means.inner().gradient(loop.point(k), k, MeanSlots.UNUSED, scratch);
      double[] here = loop.theta(k);
      double[] next = loop.theta(k + 1);
      for (int i = 0; i < scratch.length; i++) {
        double displacement = next[i] - here[i] - alpha * scratch[i];
        if (displacement != 0) {
          Vectors.addScaled(displacement, columns[k][i], correction);
        }
      }
    }
  }
}
