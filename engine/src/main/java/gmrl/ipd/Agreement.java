package gmrl.ipd;

/** How close an estimated vector is to the exact one. */
final class Agreement {
  private Agreement() {}

  /** Pearson correlation of the entries; NaN if either vector is constant. */
  static double correlation(double[] estimate, double[] exact) {
    int n = exact.length;
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < n; i++) {
      meanA += estimate[i] / n;
      meanB += exact[i] / n;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < n; i++) {
      double a = estimate[i] - meanA;
      double b = exact[i] - meanB;
      ab += a * b;
      aa += a * a;
      bb += b * b;
    }
    return ab / Math.sqrt(aa * bb);
  }

  /** ‖estimate − exact‖ / ‖exact‖. */
  static double relativeError(double[] estimate, double[] exact) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < exact.length; i++) {
      double d = estimate[i] - exact[i];
      difference += d * d;
      norm += exact[i] * exact[i];
    }
    return Math.sqrt(difference / norm);
  }
}
