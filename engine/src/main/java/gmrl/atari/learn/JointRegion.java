package gmrl.atari.learn;

import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealVector;

/**
 * Functions of the means of two vectors over the same trials, with 95 % intervals that hold where
 * one of the means is hardly told from 0, too.
 *
 * <p>An interval holds all values that the function takes in the region {@code {μ : n (x̄ − μ)ᵀ S⁻¹
 * (x̄ − μ) ≤ q}} of both means together, S being their covariance over the trials. A cosine or a
 * relative distance is fixed by at most as many conditions on the means as one vector has numbers,
 * p — all p of them where a vector is 0 or the cosine is 1 — so q is the 95 % quantile of
 * Hotelling's T² with p and n − p degrees of freedom, and the interval covers at least as often
 * with normal means. Where the second vector may be 0 its direction may be any.
 *
 * <p>A linearised interval, as from leaving one trial out, is far too narrow there: how the
 * function bends it does not see.
 */
final class JointRegion {
  private static final int STARTS = 6;
  private static final int MOST_STEPS = 200;

  /** What may not be told from a relative step of the search. */
  private static final double SMALL = 1e-7;

  private final int p;
  private final int n;

  /** Both means, one after the other. */
  private final double[] mean;

  /** Deviations of each trial from them, over √(n (n − 1)); their outer products sum to S / n. */
  private final double[][] deviations;

  private final double radius;
  private final ToDoubleBiFunction<double[], double[]> f;

  private JointRegion(
      double[] mean,
      double[][] deviations,
      double radius,
      ToDoubleBiFunction<double[], double[]> f) {
    this.mean = mean;
    this.deviations = deviations;
    this.p = mean.length / 2;
    this.n = deviations.length;
    this.radius = radius;
    this.f = f;
  }

  /** Cosine of the angle between two vectors; 1 where both are 0. */
  static double cosine(double[] a, double[] b) {
    double aa = product(a, a);
    double bb = product(b, b);
    return aa == 0 && bb == 0 ? 1 : product(a, b) / Math.sqrt(aa * bb);
  }

  /** ‖a − b‖ / ‖b‖. */
  static double relativeDistance(double[] a, double[] b) {
    double[] d = a.clone();
    for (int i = 0; i < d.length; i++) {
      d[i] -= b[i];
    }
    return Math.sqrt(product(d, d) / product(b, b));
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * A function of the means with its 95 % interval.
   *
   * @param a one row a trial
   * @param b one row a trial
   * @param low the lower end where the second vector may be 0
   * @param high likewise the upper
   * @return the ends are not numbers if there are no more trials than numbers in a row
   */
  static Interval interval(
      List<double[]> a,
      List<double[]> b,
      ToDoubleBiFunction<double[], double[]> f,
      double low,
      double high) {
    List<double[]> both = new ArrayList<>();
    for (int j = 0; j < a.size(); j++) {
      int p = a.get(j).length;
      double[] row = Arrays.copyOf(a.get(j), 2 * p);
      System.arraycopy(b.get(j), 0, row, p, p);
      both.add(row);
    }
    double[] mean = mean(both);
    return of(mean, deviations(both, mean), f, a.size(), low, high);
  }

  /**
   * The same of means that are known with the covariance of their errors alone.
   *
   * @param mean of both vectors, one after the other
   * @param deviations rows whose outer products sum to the covariance of the means
   * @param n trials
   */
  static Interval of(
      double[] mean,
      double[][] deviations,
      ToDoubleBiFunction<double[], double[]> f,
      int n,
      double low,
      double high) {
    int p = mean.length / 2;
    JointRegion region =
        new JointRegion(
            mean, deviations, n > p ? Math.sqrt(Hotelling.quantile(p, n)) : Double.NaN, f);
    double value = region.at(mean);
    if (Double.isNaN(value) || n <= p) {
      return new Interval(value, Double.NaN, Double.NaN);
    }
    if (region.mayVanish()) {
      return new Interval(value, low, high);
    }
    return new Interval(
        value, Math.min(value, region.end(-1, value)), Math.max(value, region.end(1, value)));
  }

  private double at(double[] both) {
    return f.applyAsDouble(Arrays.copyOf(both, p), Arrays.copyOfRange(both, p, 2 * p));
  }

  /** Whether the region has a point where the second vector is 0. */
  private boolean mayVanish() {
    return square(mean, deviations, p) <= radius * radius;
  }

  /**
   * The chance that a mean which really is 0 comes to lie as far from it as this one, by
   * Hotelling's test: with all correlations of the numbers in a row.
   *
   * @param rows one a trial
   * @return not a number if there are no more trials than numbers in a row
   */
  static double chance(List<double[]> rows) {
    int n = rows.size();
    int p = rows.get(0).length;
    if (n <= p) {
      return Double.NaN;
    }
    double[] mean = mean(rows);
    double square = square(mean, deviations(rows, mean), 0);
    return square == Double.POSITIVE_INFINITY ? 0 : Hotelling.tail(p, n, square / (square + n - 1));
  }

  private static double[] mean(List<double[]> rows) {
    double[] out = new double[rows.get(0).length];
    for (double[] row : rows) {
      for (int i = 0; i < out.length; i++) {
        out[i] += row[i] / rows.size();
      }
    }
    return out;
  }

  /** [n][p]; their outer products sum to the covariance of the mean. */
  private static double[][] deviations(List<double[]> rows, double[] mean) {
    int n = rows.size();
    double[][] out = new double[n][mean.length];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < mean.length; i++) {
        out[j][i] = (rows.get(j)[i] - mean[i]) / Math.sqrt(n * (n - 1.0));
      }
    }
    return out;
  }

  /**
   * T² of the numbers from {@code from} on: their mean's length in units of its errors; infinite
   * where there are none.
   */
  private static double square(double[] mean, double[][] deviations, int from) {
    int p = mean.length - from;
    double[][] s = new double[p][p];
    double trace = 0;
    for (int i = 0; i < p; i++) {
      for (double[] d : deviations) {
        for (int k = 0; k < p; k++) {
          s[i][k] += d[from + i] * d[from + k];
        }
      }
      trace += s[i][i];
    }
    if (trace == 0) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < p; i++) {
      s[i][i] += 1e-12 * trace;
    }
    RealVector second = new ArrayRealVector(Arrays.copyOfRange(mean, from, mean.length), false);
    DecompositionSolver solver =
        new LUDecomposition(MatrixUtils.createRealMatrix(s), 0).getSolver();
    return solver.solve(second).dotProduct(second);
  }

  /** The furthest value on one side, from several starts. */
  private double end(int sign, double value) {
    SplittableRandom random = new SplittableRandom(1);
    double best = value;
    for (int start = 0; start < STARTS; start++) {
      double[] w = new double[n];
      if (start > 0) {
        for (int j = 0; j < n; j++) {
          w[j] = random.nextDouble(-1, 1);
        }
        scale(w, radius / Math.max(Double.MIN_NORMAL, norm(w)));
      }
      best = sign * Math.max(sign * best, sign * climb(sign, w));
    }
    return best;
  }

  /** Steps towards the point of the region that a tangent likes best, ever shorter ones. */
  private double climb(int sign, double[] start) {
    double[] w = start;
    double now = at(point(w));
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] to = slope(w);
      double length = norm(to);
      if (!(length > 0)) {
        break;
      }
      scale(to, sign * radius / length);
      double[] next = null;
      double there = now;
      for (double t = 1; t > 1e-4 && next == null; t /= 2) {
        double[] tried = between(w, to, t);
        double value = at(point(tried));
        if (sign * (value - now) > SMALL * Math.max(1, Math.abs(now))) {
          next = tried;
          there = value;
        }
      }
      if (next == null) {
        break;
      }
      w = next;
      now = there;
    }
    return now;
  }

  private double[] point(double[] w) {
    double[] out = mean.clone();
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < out.length; i++) {
        out[i] += w[j] * deviations[j][i];
      }
    }
    return out;
  }

  /** The gradient by w, from central differences by the means. */
  private double[] slope(double[] w) {
    double[] at = point(w);
    double[] by = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double h = 1e-6 * norm(at);
      double kept = at[i];
      at[i] = kept + h;
      double above = at(at);
      at[i] = kept - h;
      by[i] = (above - at(at)) / (2 * h);
      at[i] = kept;
    }
    double[] out = new double[n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < by.length; i++) {
        out[j] += deviations[j][i] * by[i];
      }
    }
    return out;
  }

  private static double[] between(double[] from, double[] to, double share) {
    double[] out = new double[from.length];
    for (int j = 0; j < out.length; j++) {
      out[j] = from[j] + share * (to[j] - from[j]);
    }
    return out;
  }

  private static double norm(double[] x) {
    return Math.sqrt(product(x, x));
  }

  private static void scale(double[] x, double by) {
    for (int j = 0; j < x.length; j++) {
      x[j] *= by;
    }
  }
}
