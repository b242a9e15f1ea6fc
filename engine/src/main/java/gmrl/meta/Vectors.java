package gmrl.meta;

/** The few vector operations of this package. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Adds {@code from} to {@code to} (modified). */
  static void add(double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  /** Adds {@code scale} times {@code from} to {@code to} (modified). */
  static void addScaled(double scale, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += scale * from[i];
    }
  }

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  static double centredSquares(double[] a, double mean) {
    double sum = 0;
    for (double x : a) {
      sum += (x - mean) * (x - mean);
    }
    return sum;
  }
}
