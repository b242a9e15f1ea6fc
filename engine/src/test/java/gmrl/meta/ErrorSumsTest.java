package gmrl.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The squared bias and its interval against their definitions, over all pairs and fours. */
class ErrorSumsTest {
  private static final int N = 9;
  private static final int D = 3;

  /** Unequal, so that the estimate of tr(Σ²) stays inside its range. */
  private static final double[] SCALE = {0.5, 1, 4};

  private static double[][] errors(double mean) {
    Random random = new Random(5);
    double[][] errors = new double[N][D];
    for (double[] error : errors) {
      for (int j = 0; j < D; j++) {
        error[j] = mean * (j + 1) + SCALE[j] * random.nextGaussian();
      }
    }
    return errors;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static ErrorSums sums(double[][] errors) {
    ErrorSums sums = new ErrorSums(D);
    for (double[] error : errors) {
      sums.add(error, dot(error, error));
    }
    return sums;
  }

  /** Mean of e_i·e_j over pairs of different trials. */
  private static double squaredMean(double[][] e) {
    double sum = 0;
    for (int i = 0; i < e.length; i++) {
      for (int j = 0; j < e.length; j++) {
        sum += i == j ? 0 : dot(e[i], e[j]);
      }
    }
    return sum / (e.length * (e.length - 1.0));
  }

  /** tr(Σ²) without bias: sums over trials that are all different (Chen, Zhang and Zhong 2010). */
  private static double traceOfSquare(double[][] e) {
    double two = 0;
    double three = 0;
    double four = 0;
    for (int i = 0; i < e.length; i++) {
      for (int j = 0; j < e.length; j++) {
        if (i == j) {
          continue;
        }
        double ij = dot(e[i], e[j]);
        two += ij * ij;
        for (int k = 0; k < e.length; k++) {
          if (k == i || k == j) {
            continue;
          }
          three += ij * dot(e[j], e[k]);
          for (int l = 0; l < e.length; l++) {
            four += l == i || l == j || l == k ? 0 : ij * dot(e[k], e[l]);
          }
        }
      }
    }
    double pairs = e.length * (e.length - 1.0);
    return two / pairs
        - 2 * three / (pairs * (e.length - 2))
        + four / (pairs * (e.length - 2) * (e.length - 3));
  }

  /** Variance of a trial along the mean error: ēᵀĈē / ē². */
  private static double along(double[][] e) {
    double[] mean = new double[D];
    for (double[] error : e) {
      for (int j = 0; j < D; j++) {
        mean[j] += error[j] / e.length;
      }
    }
    double sum = 0;
    for (double[] error : e) {
      double distance = dot(error, mean) - dot(mean, mean);
      sum += distance * distance;
    }
    return sum / (e.length - 1) / dot(mean, mean);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 0.3, 0})
  void theIntervalHoldsWhatItsErrorSays(double mean) {
    double[][] e = errors(mean);
    ErrorSums.SquaredMean all = sums(e).squaredMean();
    double value = squaredMean(e);
    double trace = sums(e).variance();
    // tr(Σ²) of any covariance lies between these.
    double square = Math.min(trace * trace, Math.max(trace * trace / D, traceOfSquare(e)));
    double spread = 2 * square / (N * (N - 1.0));
    double along = along(e);
    assertThat(all.interval().value()).isCloseTo(value, within(1e-10));
    assertThat(all.standardError())
        .isCloseTo(Math.sqrt(4 * along * Math.max(0, value) / N + spread), within(1e-10));
    double t = StudentT.quantile975(N - 1);
    double high = all.interval().high();
    assertThat((high - value) * (high - value))
        .as("as many errors at that bias away as Student asks for")
        .isCloseTo(t * t * (4 * along * high / N + spread), within(1e-9 * high * high));
    double low = all.interval().low();
    if (value > t * Math.sqrt(spread)) {
      assertThat((low - value) * (low - value))
          .isCloseTo(t * t * (4 * along * low / N + spread), within(1e-9 * value * value));
      assertThat(low).isBetween(0.0, value);
    } else {
      assertThat(low).isCloseTo(value - t * Math.sqrt(spread), within(1e-10));
    }
  }

  @Test
  void theEstimateStaysInsideItsRange() {
    double trace = sums(errors(0)).variance();
    assertThat(traceOfSquare(errors(0))).isBetween(trace * trace / D, trace * trace);
  }

  @Test
  void bothEndsAreTried() {
    double[][] far = errors(3);
    double[][] near = errors(0);
    assertThat(sums(far).squaredMean().interval().low()).isPositive();
    assertThat(sums(near).squaredMean().interval().low()).isNegative();
  }

  /** Errors wait in fours: neither part may forget those that still do. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 9})
  void whereItIsAddedUpInPartsTheSumsAreTheSame(int cut) {
    double[][] e = errors(1);
    ErrorSums whole = sums(e);
    ErrorSums first = new ErrorSums(D);
    ErrorSums rest = new ErrorSums(D);
    for (int i = 0; i < N; i++) {
      (i < cut ? first : rest).add(e[i], dot(e[i], e[i]));
    }
    first.merge(rest);
    assertThat(first.trials()).isEqualTo(N);
    assertThat(first.squaredMean().standardError())
        .isCloseTo(whole.squaredMean().standardError(), within(1e-12));
    assertThat(first.squaredMean().interval().value())
        .isCloseTo(whole.squaredMean().interval().value(), within(1e-12));
    assertThat(first.variance()).isCloseTo(whole.variance(), within(1e-12));
    assertThat(first.meanSquaredNorm()).isCloseTo(whole.meanSquaredNorm(), within(1e-12));
  }

  /** Beyond 256 entries errors are folded; few entries that are not 0 keep what they say. */
  @Test
  void foldingKeepsWhatFewEntriesSay() {
    ErrorSums few = new ErrorSums(2);
    ErrorSums many = new ErrorSums(700);
    for (double[] error : errors(1)) {
      double[] two = {error[0], error[2]};
      double[] wide = new double[700];
      wide[3] = two[0];
      wide[699] = two[1];
      few.add(two, dot(two, two));
      many.add(wide, dot(two, two));
    }
    ErrorSums.SquaredMean expected = few.squaredMean();
    ErrorSums.SquaredMean folded = many.squaredMean();
    assertThat(folded.interval().value()).isCloseTo(expected.interval().value(), within(1e-10));
    assertThat(folded.interval().high()).isCloseTo(expected.interval().high(), within(1e-10));
    assertThat(folded.standardError()).isCloseTo(expected.standardError(), within(1e-10));
  }

  /** Memory stays bounded: a triangle of at most 256 rows. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 256, 257, 700})
  void theTriangleHasARowForEachEntryUpTo256(int dimension) {
    SecondMoments moments = new SecondMoments(dimension);
    int rows = Math.min(dimension, 256);
    assertThat(moments.covariance(new double[dimension], 2)).hasSize(rows * (rows + 1) / 2);
  }

  /** Below four trials tr(Σ²) cannot be estimated: the most that it can be stands in its place. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void aFewTrialsTakeTheWidestSpread(int trials) {
    double[][] e = Arrays.copyOf(errors(1), trials);
    double trace = sums(e).variance();
    double square =
        trials < 4
            ? trace * trace
            : Math.min(trace * trace, Math.max(trace * trace / D, traceOfSquare(e)));
    double spread = 2 * square / (trials * (trials - 1.0));
    assertThat(sums(e).squaredMean().standardError())
        .isCloseTo(
            Math.sqrt(4 * along(e) * Math.max(0, squaredMean(e)) / trials + spread), within(1e-10));
  }

  @Test
  void oneTrialSaysNothingOfTheBias() {
    ErrorSums.SquaredMean one = sums(Arrays.copyOf(errors(1), 1)).squaredMean();
    assertThat(one.standardError()).isNaN();
    assertThat(one.interval().value()).isNaN();
  }
}
