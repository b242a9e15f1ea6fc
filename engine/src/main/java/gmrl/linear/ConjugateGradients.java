package gmrl.linear;

import java.util.Arrays;

/**
 * Conjugate gradients for A x = b with a symmetric positive definite A (Hestenes and Stiefel 1952).
 *
 * <p>Lengths are taken of vectors that were divided by a power of two near the largest entry of b,
 * so systems whose squares would overflow or vanish are solved to the same figures as any other.
 * The iteration stops with what it has where the matrix turns out not to be positive along a search
 * direction (Steihaug 1983), and says so. Infinite and undefined numbers are never mistaken for a
 * small residual: the solution is then undefined throughout.
 */
public final class ConjugateGradients {
  private static final double ROUNDING = 0x1p-50;

  private final int maxIterations;
  private final double rtol;
  private final double atol;

  /**
   * When to stop.
   *
   * @param maxIterations most iterations, 0 or more
   * @param rtol solved when ‖r‖ ≤ rtol ‖b‖
   * @param atol or when ‖r‖ ≤ atol
   * @throws IllegalArgumentException if a number is negative or undefined
   */
  public ConjugateGradients(int maxIterations, double rtol, double atol) {
    if (maxIterations < 0) {
      throw new IllegalArgumentException(
          "conjugate-gradient iterations is " + maxIterations + ", expected 0 or more");
    }
    if (!(rtol >= 0) || !(atol >= 0)) {
      throw new IllegalArgumentException(
          "tolerances are " + rtol + " and " + atol + ", expected 0 or more");
    }
    this.maxIterations = maxIterations;
    this.rtol = rtol;
    this.atol = atol;
  }

  /** Solves from x = 0; see {@link #solve(MatrixVector, MatrixVector, double[], double[])}. */
  public Solution solve(MatrixVector a, double[] b, double[] x) {
    Arrays.fill(x, 0);
    return solve(a, (r, z) -> System.arraycopy(r, 0, z, 0, r.length), b, x);
  }

  /**
   * Solves from a starting point.
   *
   * @param a the matrix
   * @param preconditioner an approximation of A⁻¹, symmetric and positive definite
   * @param b right-hand side [n], not modified
   * @param x [n], the start; overwritten with the solution as far as it was found
   */
  public Solution solve(MatrixVector a, MatrixVector preconditioner, double[] b, double[] x) {
    double unit = powerOfTwoNear(b, x);
    if (Double.isNaN(unit)) {
      return undefined(x, 0);
    }
    int n = b.length;
    double[] r = new double[n];
    double[] z = new double[n];
    double[] p = new double[n];
    double[] ap = new double[n];
    double right = 0;
    boolean fromZero = true;
    for (int i = 0; i < n; i++) {
      r[i] = b[i] / unit;
      x[i] /= unit;
      right += r[i] * r[i];
      fromZero &= x[i] == 0;
    }
    if (!fromZero) {
      a.apply(x, ap);
      for (int i = 0; i < n; i++) {
        r[i] -= ap[i];
      }
    }
    double absolute = atol / unit;
    double enough = Math.max(rtol * rtol * right, absolute * absolute);
    double square = dot(r, r);
    if (!Double.isFinite(square)) {
      return undefined(x, 0);
    }
    preconditioner.apply(r, z);
    System.arraycopy(z, 0, p, 0, n);
    double rz = dot(r, z);
    Outcome outcome = Outcome.UNFINISHED;
    int done = 0;
    double steepest = 0;
    while (true) {
      if (square <= enough) {
        outcome = Outcome.SOLVED;
        break;
      }
      if (done == maxIterations) {
        break;
      }
      a.apply(p, ap);
      double curved = dot(p, ap);
      if (!Double.isFinite(curved) || !Double.isFinite(rz)) {
        return undefined(x, done);
      }
      double length = dot(p, p);
      steepest = Math.max(steepest, Math.abs(curved) / length);
      // Rounding of the products alone would give as much.
      boolean flat = Math.abs(curved) <= ROUNDING * steepest * length;
      if (flat || curved < 0) {
        outcome = flat ? Outcome.SINGULAR : Outcome.INDEFINITE;
        break;
      }
      double step = rz / curved;
      for (int i = 0; i < n; i++) {
        x[i] += step * p[i];
        r[i] -= step * ap[i];
      }
      done++;
      square = dot(r, r);
      if (!Double.isFinite(square)) {
        return undefined(x, done);
      }
      preconditioner.apply(r, z);
      double next = dot(r, z);
      double keep = next / rz;
      for (int i = 0; i < n; i++) {
        p[i] = z[i] + keep * p[i];
      }
      rz = next;
    }
    for (int i = 0; i < n; i++) {
      x[i] *= unit;
    }
    return new Solution(outcome, done, right > 0 ? Math.sqrt(square / right) : 0);
  }

  private static Solution undefined(double[] x, int iterations) {
    Arrays.fill(x, Double.NaN);
    return new Solution(Outcome.NOT_FINITE, iterations, Double.NaN);
  }

  /** 2^e of the largest entry; 1 if all are 0, NaN if one is not finite. */
  private static double powerOfTwoNear(double[] b, double[] x) {
    double largest = 0;
    for (double entry : b) {
      if (!Double.isFinite(entry)) {
        return Double.NaN;
      }
      largest = Math.max(largest, Math.abs(entry));
    }
    for (double entry : x) {
      if (!Double.isFinite(entry)) {
        return Double.NaN;
      }
    }
    return largest == 0 ? 1 : Math.scalb(1.0, Math.max(-1022, Math.getExponent(largest)));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
