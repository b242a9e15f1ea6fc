package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JointRegionTest {
  private static final int SETS = 60;

  /** Windows of a study whose truth is known; a few carry most of the reference if it is heavy. */
  private static final class Windows {
    final List<double[]> estimates = new ArrayList<>();
    final List<double[]> references = new ArrayList<>();

    Windows(double cosine, double resolution, boolean heavy, int n, Random random) {
      double[] a = {.6, .8, 0, 0};
      double sine = Math.sqrt(1 - cosine * cosine);
      double[] b = {cosine * .6 + sine * .8, cosine * .8 - sine * .6, 0, 0};
      for (int j = 0; j < n; j++) {
        // A lognormal weight has the mean of e^(1/2); windows of great weight are rare and large.
        double weight = heavy ? Math.exp(random.nextGaussian() - .5) : 1;
        double[] estimate = new double[4];
        double[] reference = new double[4];
        for (int i = 0; i < 4; i++) {
          double shared = random.nextGaussian();
          estimate[i] = 6 / Math.sqrt(n) * a[i] + .5 * shared + .9 * random.nextGaussian();
          reference[i] =
              resolution / Math.sqrt(n) * b[i] * weight
                  + (heavy ? weight : 1) * (.5 * shared + (i + .5) / 2 * random.nextGaussian());
        }
        estimates.add(estimate);
        references.add(reference);
      }
    }

    Interval cosine() {
      return JointRegion.interval(estimates, references, JointRegion::cosine, -1, 1);
    }
  }

  private static double coverage(double cosine, double resolution, boolean heavy, int n) {
    Random random = new Random(Math.round(1000 * (cosine + 10 * resolution + n)));
    int covered = 0;
    for (int i = 0; i < SETS; i++) {
      Interval interval = new Windows(cosine, resolution, heavy, n, random).cosine();
      covered += interval.low() - 1e-6 <= cosine && cosine <= interval.high() + 1e-6 ? 1 : 0;
    }
    return (double) covered / SETS;
  }

  /** From a reference that cannot be told from 0 to one that is ten standard errors long. */
  @ParameterizedTest
  @CsvSource({
    "-.9, 1, 16", "-.9, 4, 16", "-.9, 10, 24",
    ".3, 1, 24", ".3, 4, 16", ".3, 10, 16",
    ".95, 1, 16", ".95, 4, 24", ".95, 10, 16",
    "1, 1, 16", "1, 4, 16", "1, 10, 24"
  })
  void ninetyFivePercentCoverAtLeastNinety(double cosine, double resolution, int n) {
    assertThat(coverage(cosine, resolution, false, n)).isGreaterThanOrEqualTo(.9);
    assertThat(coverage(cosine, resolution, true, n)).isGreaterThanOrEqualTo(.9);
  }

  /** Long intervals cover, too: where both means are resolved they are short. */
  @Test
  void aResolvedDirectionHasAShortInterval() {
    Random random = new Random(4);
    Interval interval = new Windows(.95, 60, false, 24, random).cosine();
    assertThat(interval.high() - interval.low()).isLessThan(.9);
    List<double[]> a = List.of(new double[] {1, 0}, new double[] {1.01, 0}, new double[] {1, .01});
    List<double[]> b = List.of(new double[] {0, 1}, new double[] {0, 1.01}, new double[] {.01, 1});
    Interval right = JointRegion.interval(a, b, JointRegion::cosine, -1, 1);
    assertThat(right.low()).isBetween(-.4, 0.0);
    assertThat(right.high()).isBetween(0.0, .5);
  }

  @Test
  void aReferenceThatMayBeZeroLeavesItsDirectionOpen() {
    Interval interval = new Windows(.95, .2, false, 16, new Random(5)).cosine();
    assertThat(interval.low()).isEqualTo(-1);
    assertThat(interval.high()).isEqualTo(1);
    Interval few = new Windows(.95, 10, false, 4, new Random(5)).cosine();
    assertThat(few.low()).isNaN();
    assertThat(few.value()).isBetween(-1.0, 1.0);
  }

  /** Rows whose columns are uncorrelated, with mean 0 and a standard error of 1. */
  private static List<double[]> rows(int n, int columns) {
    List<double[]> out = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      double[] row = new double[columns];
      for (int i = 0; i < columns; i++) {
        row[i] = Math.sqrt(n - 1.0) * (Integer.bitCount(j & 1 << i) % 2 == 0 ? 1 : -1);
      }
      out.add(row);
    }
    return out;
  }

  /** A mean is told from 0 where F(4, 12) of a table, 3.259, says so. */
  @Test
  void aMeanIsToldFromZeroByHotellingsTest() {
    double quantile = Math.sqrt(3.259 * 4 * 15 / 12);
    for (double by : new double[] {.999, 1.001}) {
      List<double[]> rows = rows(16, 4);
      rows.forEach(row -> row[1] += by * quantile);
      double chance = JointRegion.chance(rows);
      assertThat(chance < .05).isEqualTo(by > 1);
      assertThat(chance).isBetween(.0495, .0505);
    }
    assertThat(JointRegion.chance(rows(4, 4))).isNaN();
  }

  /** Two numbers that err together: their difference is known ten times as well as either. */
  @Test
  void errorsThatGoTogetherCount() {
    List<double[]> apart = rows(16, 4);
    apart.forEach(row -> row[1] = row[0] + .1 * row[1] + 1);
    double square = 100; // (1 / .1)²
    assertThat(JointRegion.chance(apart))
        .isCloseTo(Hotelling.tail(4, 16, square / (square + 15)), within(1e-9));
  }

  /** Tables: F(4, 12) 3.259, F(4, 20) 2.866, F(2, 3) 9.552. */
  @Test
  void hotellingsQuantilesAreFishers() {
    assertThat(Hotelling.quantile(4, 16)).isCloseTo(4 * 15 / 12.0 * 3.259, within(.01));
    assertThat(Hotelling.quantile(4, 24)).isCloseTo(4 * 23 / 20.0 * 2.866, within(.01));
    assertThat(Hotelling.quantile(2, 5)).isCloseTo(2 * 4 / 3.0 * 9.552, within(.01));
  }
}
