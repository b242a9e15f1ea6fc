package gmrl.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interval of the squared bias covers the truth as often as it says. */
class BiasIntervalTest {
  private static final int REPLICATES = 1500;

  /** Errors with variances falling as j^-decay; heavy tails come from a random scale per trial. */
  private record Errors(int dimension, double decay, double bias, boolean heavy) {

    double trueSquaredBias() {
      return dimension * bias * bias;
    }

    Measures draw(int trials, RandomGenerator random) {
      double[] exact = new double[dimension];
      Arrays.fill(exact, 2);
      TrialAccumulator accumulator = new TrialAccumulator(exact, 0);
      double[] estimate = new double[dimension];
      for (int i = 0; i < trials; i++) {
        double scale = heavy ? Math.exp(0.5 * random.nextGaussian()) : 1;
        for (int j = 0; j < dimension; j++) {
          estimate[j] = 2 + bias + scale * Math.pow(j + 1, -decay / 2) * random.nextGaussian();
        }
        accumulator.add(estimate, new double[0]);
      }
      return accumulator.measures();
    }
  }

  private static RandomGenerator seeded(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @ParameterizedTest
  @CsvSource({
    // d, decay, bias, heavy, trials
    "1, 0, 0, false, 20",
    "1, 0, 0.3, false, 20",
    "6, 0, 0, false, 20",
    "6, 0, 0.1, false, 40",
    "30, 0, 0, false, 20",
    "30, 2, 0, false, 20",
    "30, 2, 0.02, false, 40",
    "30, 2, 0.2, false, 200",
    "6, 2, 0.1, false, 40",
    "6, 2, 0.05, false, 200",
    "30, 0, 0.1, false, 20",
    "30, 1, 0.5, false, 20",
    "30, 1, 0.05, true, 60",
    "30, 1, 0, true, 200",
  })
  void coversTheTrueSquaredBias(
      int dimension, double decay, double bias, boolean heavy, int trials) {
    Errors errors = new Errors(dimension, decay, bias, heavy);
    int covered = coverage(errors, trials, REPLICATES);
    assertThat(CoverageVerdict.of(covered, REPLICATES))
        .as("%s with %d trials", errors, trials)
        .isInstanceOf(CoverageVerdict.Accepted.class);
  }

  @Test
  void theCorrectedValueIsUnbiasedAndThePapersIsNot() {
    Errors errors = new Errors(30, 1, 0.1, false);
    RandomGenerator random = seeded(3);
    MeanEstimate.Running corrected = new MeanEstimate.Running();
    MeanEstimate.Running papers = new MeanEstimate.Running();
    for (int r = 0; r < REPLICATES; r++) {
      Measures measures = errors.draw(10, random);
      corrected.add(measures.biasSquared().value());
      papers.add(measures.gradMse() * 30);
    }
    double truth = errors.trueSquaredBias();
    assertThat(z(corrected.estimate(), truth)).isLessThan(3);
    assertThat(z(papers.estimate(), truth)).isGreaterThan(20);
  }

  @Test
  void aBiasedEstimatorIsRejectedAndAnUnbiasedOneIsNot() {
    Measures biased = new Errors(30, 1, 0.2, false).draw(200, seeded(11));
    Measures unbiased = new Errors(30, 1, 0, false).draw(200, seeded(11));
    assertThat(biased.biasSquared().low()).isPositive();
    assertThat(biased.relativeBias().low()).isPositive();
    assertThat(unbiased.biasSquared().contains(0)).isTrue();
    assertThat(unbiased.relativeBias().low()).isZero();
  }

  @Test
  void wrongIntervalsAreCaught() {
    Errors one = new Errors(1, 0, 0, false);
    RandomGenerator random = seeded(5);
    int jackknifeLike = 0;
    int uncorrected = 0;
    for (int r = 0; r < REPLICATES; r++) {
      Measures measures = one.draw(20, random);
      double offset = measures.mean()[0] - 2;
      double error = 2 * Math.abs(offset) * measures.standardError()[0];
      double value = measures.biasSquared().value();
      if (Math.abs(value) <= 2.09 * error) {
        jackknifeLike++;
      }
      if (Math.abs(measures.gradMse()) <= 0.5 * error) {
        uncorrected++;
      }
    }
    assertThat(CoverageVerdict.of(jackknifeLike, REPLICATES))
        .isInstanceOf(CoverageVerdict.Rejected.class);
    assertThat(CoverageVerdict.of(uncorrected, REPLICATES))
        .isInstanceOf(CoverageVerdict.Rejected.class);
    assertThat(CoverageVerdict.of(REPLICATES, REPLICATES))
        .isInstanceOf(CoverageVerdict.Rejected.class);
  }

  @Test
  void errsOnTheWideSideWhereTheBiasLiesAcrossTheNoise() {
    int covered = coverage(new Errors(30, 2, 0.05, false), 40, REPLICATES);
    assertThat((double) covered / REPLICATES).isBetween(0.96, 0.999);
  }

  @Test
  void foldedDimensionsStillCover() {
    int replicates = 150;
    int covered = coverage(new Errors(600, 0.5, 0.03, false), 20, replicates);
    // Wider than need be is what folding costs; too narrow would be wrong.
    assertThat((double) covered / replicates).isGreaterThan(0.9);
  }

  private static int coverage(Errors errors, int trials, int replicates) {
    RandomGenerator random = seeded(7);
    int covered = 0;
    for (int r = 0; r < replicates; r++) {
      if (errors.draw(trials, random).biasSquared().contains(errors.trueSquaredBias())) {
        covered++;
      }
    }
    return covered;
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "9", "19", "199", "100000"})
  void quantilesOfStudentsT(int degreesOfFreedom) {
    double expected = new TDistribution(degreesOfFreedom).inverseCumulativeProbability(0.975);
    assertThat(StudentT.quantile975(degreesOfFreedom) / expected).isCloseTo(1, within(2e-3));
  }

  private static double z(MeanEstimate estimate, double truth) {
    return Math.abs(estimate.mean() - truth) / estimate.standardError();
  }
}
