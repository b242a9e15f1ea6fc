package gmrl.bench;

import java.util.List;
import java.util.Locale;

/** Times in a line. */
final class Quantiles {
  private Quantiles() {}

  /** Prints median, 90 % and 99 % and the largest of times in milliseconds. */
  static void print(String what, List<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, 90 %% %.1f, 99 %% %.1f, max %.1f (n = %d)%n",
        what,
        at(sorted, 0.5),
        at(sorted, 0.9),
        at(sorted, 0.99),
        at(sorted, 1),
        sorted.length);
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1.0, Math.floor(share * sorted.length))];
  }
}
