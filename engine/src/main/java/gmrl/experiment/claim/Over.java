package gmrl.experiment.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands for many independent samples, such as MDPs or seeds. */
public enum Over {
  /** The arithmetic mean. */
  MEAN {
    @Override
    double of(double[] samples) {
      return Arrays.stream(samples).filter(x -> !Double.isNaN(x)).average().orElse(Double.NaN);
    }
  },
  /** The geometric mean, for numbers that differ by orders of magnitude; undefined at 0. */
  GEOMETRIC {
    @Override
    double of(double[] samples) {
      double mean =
          Arrays.stream(samples)
              .filter(x -> !Double.isNaN(x))
              .map(Math::log)
              .average()
              .orElse(Double.NaN);
      return mean == Double.NEGATIVE_INFINITY ? 0 : Math.exp(mean);
    }
  },
  /** The median, which few extreme samples do not move. */
  MEDIAN {
    @Override
    double of(double[] samples) {
      double[] sorted = Arrays.stream(samples).filter(x -> !Double.isNaN(x)).sorted().toArray();
      int n = sorted.length;
      return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
  };

  /** The one number with its standard error over samples by name. */
  public Estimate estimate(Map<String, Double> samples) {
    return Resampling.of(List.of(samples), true, this == GEOMETRIC, rows -> of(rows[0]));
  }

  /** The one number, of the samples that are defined. */
  abstract double of(double[] samples);

  /** The name used in files. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
