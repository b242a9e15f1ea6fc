package gmrl.atari.learn;

/**
 * Hotelling's T² of p means over n trials, p even: with s = T² / (T² + n − 1), 1 − s has a beta
 * distribution with (n − p) / 2 and p / 2, whose tail is then a polynomial.
 */
final class Hotelling {
  /** Chance below which something is told apart, one less that of an interval. */
  static final double LEVEL = 0.05;

  private Hotelling() {}

  /**
   * What T² exceeds with a chance of 5 %.
   *
   * @param n more than p
   */
  static double quantile(int p, int n) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (tail(p, n, middle) > LEVEL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (n - 1) * low / (1 - low);
  }

  /**
   * The chance of a share above s: Σ over i < p/2 of (h)ᵢ / i! · sⁱ (1 − s)ʰ with h = (n − p)/2.
   */
  static double tail(int p, int n, double s) {
    double h = (n - p) / 2.0;
    double sum = 0;
    double term = Math.pow(1 - s, h);
    for (int i = 0; i < p / 2; i++) {
      sum += term;
      term *= (h + i) / (i + 1) * s;
    }
    return sum;
  }
}
