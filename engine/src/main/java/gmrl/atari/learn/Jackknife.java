package gmrl.atari.learn;

import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Functions of two means over the same trials, with intervals from leaving one trial out. */
final class Jackknife {
  private Jackknife() {}

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
   * @param a one row a trial, at least 2
   * @param b one row a trial
   */
  static Interval interval(
      List<double[]> a, List<double[]> b, ToDoubleBiFunction<double[], double[]> f) {
    int n = a.size();
    double[] sumA = sum(a);
    double[] sumB = sum(b);
    double value = f.applyAsDouble(scaled(sumA, n), scaled(sumB, n));
    double[] without = new double[n];
    double mean = 0;
    for (int j = 0; j < n; j++) {
      without[j] =
          f.applyAsDouble(
              scaled(minus(sumA, a.get(j)), n - 1), scaled(minus(sumB, b.get(j)), n - 1));
      mean += without[j] / n;
    }
    double squares = 0;
    for (double x : without) {
      squares += (x - mean) * (x - mean);
    }
    double half = MeanEstimate.quantile95(n) * Math.sqrt(squares * (n - 1) / n);
    return Double.isNaN(value) || Double.isNaN(half)
        ? Interval.undefined()
        : new Interval(value, value - half, value + half);
  }

  private static double[] sum(List<double[]> rows) {
    double[] out = new double[rows.get(0).length];
    for (double[] row : rows) {
      for (int i = 0; i < out.length; i++) {
        out[i] += row[i];
      }
    }
    return out;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] -= b[i];
    }
    return out;
  }

  private static double[] scaled(double[] a, double by) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] /= by;
    }
    return out;
  }
}
