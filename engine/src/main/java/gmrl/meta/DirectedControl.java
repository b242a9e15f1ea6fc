package gmrl.meta;

import java.util.Arrays;

/**
 * ∂m/∂η_k along a few directions a of the meta-gradient: C_k = Σ_a a (∂(a·m)/∂η_k)ᵀ, for estimates
 * whose way back is exact.
 *
 * <p>Then a·m is the derivative of the outer objective along a, and a small η_k moves that
 * objective by u_{k+1}·η_k, u the adjoint. Both derivatives commute, so ∂(a·m)/∂η_k is the
 * derivative of u_{k+1} along a: two runs of the loop for each direction, where the {@linkplain
 * WholeControl whole matrix} takes K·thetaSize. The noise of a meta-gradient lies nearly all in the
 * span of some fifty of its own samples, so these are the directions to take.
 */
public final class DirectedControl implements PathControl {
  /** Length by which φ is moved in the central differences. */
  private static final double STEP = 1e-5;

  /** What a vector has to keep of its length beside those before it, to be a direction. */
  private static final double INDEPENDENT = 1e-6;

  private final double alpha;

  /** Orthonormal [r][phiSize]. */
  private final double[][] directions;

  /** ∂(a·m)/∂η_k [K][r][thetaSize]. */
  private final double[][][] rows;

  private DirectedControl(double alpha, double[][] directions, double[][][] rows) {
    this.alpha = alpha;
    this.directions = directions;
    this.rows = rows;
  }

  /**
   * Differentiates along the span of some vectors.
   *
   * @param estimator whose path is overwritten; its own slots are not used
   * @param means of its slots
   * @param vectors [n][phiSize], not modified
   * @param poll called between runs; what it throws ends the work
   * @return the control; its corrections are not finite if the path without noise overflows
   */
  public static <P> DirectedControl build(
      MetaGradient<P> estimator, MeanSlots<P> means, double[][] vectors, Runnable poll) {
    InnerLoop<P> loop = estimator.loop();
    double[] phi = loop.phi().clone();
    double[][] directions = orthonormal(vectors);
    double[][][] rows = new double[loop.steps()][directions.length][loop.theta(0).length];
    double[][] adjoints = new double[loop.steps()][loop.theta(0).length];
    double[] moved = new double[phi.length];
    for (int a = 0; a < directions.length; a++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        poll.run();
        for (int j = 0; j < moved.length; j++) {
          moved[j] = phi[j] + sign * STEP * directions[a][j];
        }
        loop.start(moved);
        loop.resume(0, loop.theta(0).clone(), means.inner());
        estimator.adjointsAlongPath(means, adjoints);
        for (int k = 0; k < rows.length; k++) {
          Vectors.addScaled(sign / (2 * STEP), adjoints[k], rows[k][a]);
        }
      }
    }
    loop.start(phi);
    return new DirectedControl(loop.alpha(), directions, rows);
  }

  /** A basis of the span (Gram and Schmidt, twice); what is no number is left out. */
  private static double[][] orthonormal(double[][] vectors) {
    double[][] basis = new double[vectors.length][];
    int size = 0;
    for (double[] vector : vectors) {
      double length = Math.sqrt(Vectors.dot(vector, vector));
      if (!(length > 0) || Double.isInfinite(length)) {
        continue;
      }
      double[] rest = vector.clone();
      for (int pass = 0; pass < 2; pass++) {
        for (int b = 0; b < size; b++) {
          Vectors.addScaled(-Vectors.dot(rest, basis[b]), basis[b], rest);
        }
      }
      double left = Math.sqrt(Vectors.dot(rest, rest));
      if (left > INDEPENDENT * length) {
        double[] unit = new double[rest.length];
        Vectors.addScaled(1 / left, rest, unit);
        basis[size++] = unit;
      }
    }
    return Arrays.copyOf(basis, size);
  }

  @Override
  public <P> void correction(
      MetaGradient<P> estimator, MeanSlots<P> means, double[] scratch, double[] correction) {
    InnerLoop<P> loop = estimator.loop();
    double[] along = new double[directions.length];
    for (int k = 0; k < rows.length; k++) {
      means.inner().gradient(loop.point(k), k, MeanSlots.UNUSED, scratch);
      double[] here = loop.theta(k);
      double[] next = loop.theta(k + 1);
      for (int i = 0; i < scratch.length; i++) {
        scratch[i] = next[i] - here[i] - alpha * scratch[i];
      }
      for (int a = 0; a < along.length; a++) {
        along[a] += Vectors.dot(rows[k][a], scratch);
      }
    }
    Arrays.fill(correction, 0);
    for (int a = 0; a < along.length; a++) {
      Vectors.addScaled(along[a], directions[a], correction);
    }
  }
}
