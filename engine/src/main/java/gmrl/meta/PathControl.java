package gmrl.meta;

import java.util.Arrays;

/**
 * A control variate for the noise of the inner path: a correction whose mean is exactly zero.
 *
 * <p>With g_T(θ) = E[ĝ | θ] the displacement η_k = θ̂^{k+1} − θ̂^k − α g_T(θ̂^k) has mean zero
 * given everything before it, so Σ_k C_k η_k has mean zero for any fixed matrices C_k. Here C_k =
 * ∂m/∂η_k, the derivative of the {@linkplain MetaGradient#meanAlongPath mean along the path} at the
 * path without noise, by forward differences (an error of C_k costs sharpness, never the zero
 * mean). m − Σ_k C_k η_k has the mean of m and, where the noise is small, only its second-order
 * scatter.
 *
 * <p>It holds for inner batches drawn afresh at each step, not where earlier ones are used again.
 * Immutable, so one serves any number of threads and every sample size.
 */
public final class PathControl {
  /** Displacement of a logit in the forward differences. */
  private static final double STEP = 1e-5;

  private final double alpha;

  /** C_k by columns [K][thetaSize][phiSize]. */
  private final double[][][] columns;

  private PathControl(double alpha, double[][][] columns) {
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
  public static <P> PathControl build(
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
    return new PathControl(loop.alpha(), columns);
  }

  private static <P> void difference(
      MetaGradient<P> estimator, MeanSlots<P> means, double[] from, double[] column) {
    estimator.meanAlongPath(means, column);
    for (int j = 0; j < column.length; j++) {
      column[j] = (column[j] - from[j]) / STEP;
    }
  }

  /**
   * Computes Σ_k C_k η_k of the last trial.
   *
   * @param estimator has run a trial with the loop this was built for, at any sample size
   * @param means of its slots
   * @param scratch [thetaSize], overwritten
   * @param correction [phiSize], overwritten
   */
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
