package gmrl.experiment.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Standard errors by bootstrap over independent samples (Efron 1979). Where several rows have
 * samples of the same names these are drawn together, so that what they share cancels.
 */
final class Resampling {
  private static final int DRAWS = 400;
  private static final long SEED = 20_221_128;

  /** Names of the samples where there are none: nothing was drawn. */
  private static final Set<String> NOT_RANDOM = Set.of("");

  private Resampling() {}

  /**
   * An estimate.
   *
   * @param rows samples by name, one row for each place
   * @param paired whether samples of equal names belong together; else each row is drawn alone
   * @param log whether the error is to be one of the logarithm
   * @param statistic takes the rows' values [row][sample]
   */
  static Estimate of(
      List<Map<String, Double>> rows,
      boolean paired,
      boolean log,
      ToDoubleFunction<double[][]> statistic) {
    List<Map<String, Double>> defined = rows;
    if (paired) {
      Set<String> common = new LinkedHashSet<>(rows.get(0).keySet());
      rows.forEach(
          row -> common.removeIf(name -> !row.containsKey(name) || Double.isNaN(row.get(name))));
      defined = rows.stream().map(row -> only(row, common)).toList();
    } else {
      defined =
          rows.stream()
              .map(
                  row -> {
                    Set<String> names = new LinkedHashSet<>(row.keySet());
                    names.removeIf(name -> row.getOrDefault(name, Double.NaN).isNaN());
                    return only(row, names);
                  })
              .toList();
    }
    double[][] values =
        defined.stream()
            .map(row -> row.values().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    int least = Integer.MAX_VALUE;
    for (double[] row : values) {
      least = Math.min(least, row.length);
    }
    if (least == 0) {
      return new Estimate(Double.NaN, Double.NaN, 0, 0, log);
    }
    double value = statistic.applyAsDouble(values);
    if (defined.stream().allMatch(row -> row.keySet().equals(NOT_RANDOM))) {
      return Estimate.exact(value);
    }
    double freedom =
        paired ? least - 1.0 : (double) values[0].length + values[values.length - 1].length - 2;
    return new Estimate(
        value, least < 2 ? Double.NaN : error(values, paired, log, statistic), freedom, least, log);
  }

  private static Map<String, Double> only(Map<String, Double> row, Set<String> names) {
    Map<String, Double> some = new java.util.LinkedHashMap<>();
    names.forEach(name -> some.put(name, row.getOrDefault(name, Double.NaN)));
    return some;
  }

  private static double error(
      double[][] values, boolean paired, boolean log, ToDoubleFunction<double[][]> statistic) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Double> drawn = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] picks = random.ints(values[0].length, 0, values[0].length).toArray();
      double[][] again = new double[values.length][];
      for (int r = 0; r < values.length; r++) {
        int n = values[r].length;
        int[] own = paired || r == 0 ? picks : random.ints(n, 0, n).toArray();
        again[r] = new double[n];
        for (int i = 0; i < n; i++) {
          again[r][i] = values[r][own[i]];
        }
      }
      double one = statistic.applyAsDouble(again);
      double scaled = log ? Math.log(one) : one;
      if (Double.isFinite(scaled)) {
        drawn.add(scaled);
      }
    }
    if (drawn.size() < DRAWS / 2) {
      return Double.NaN;
    }
    double mean = drawn.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double squares = drawn.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    // The bootstrap's variance is (n−1)/n of the sample variance of a mean.
    double n = values[0].length;
    return Math.sqrt(squares / (drawn.size() - 1) * n / (n - 1));
  }
}
