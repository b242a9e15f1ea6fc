package gmrl.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  /** By hand: means 3 and 2, variances 2.5 and 1, Welch's 7.56 degrees of freedom taken as 6. */
  @Test
  void aDifferenceByHand() {
    Comparison c = Comparison.of(new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 3, 1, 3});
    double x = 2.5 / 5;
    double y = 1.0 / 5;
    int freedom = (int) ((x + y) * (x + y) / (x * x / 4 + y * y / 4));
    assertThat(freedom).isEqualTo(6);
    // t(6) = 2.447
    double half = 2.447 * Math.sqrt(x + y);
    assertThat(c.difference().value()).isEqualTo(1);
    assertThat(c.difference().low()).isCloseTo(1 - half, within(.01));
    assertThat(c.difference().high()).isCloseTo(1 + half, within(.01));
    assertThat(c.verdict()).isEqualTo(Comparison.Verdict.INCONCLUSIVE);
    // t(4) = 2.776
    assertThat(c.first().high()).isCloseTo(3 + 2.776 * Math.sqrt(x), within(.01));
    // 25 pairs: 1 beats none of 1 2 3 1 3 and ties twice, and so on.
    assertThat(c.improvement().value()).isCloseTo((1 + 2.5 + 4 + 5 + 5) / 25, within(1e-12));
    assertThat(c.improvement().low()).isLessThan(c.improvement().value());
  }

  @Test
  void whatIsClearIsSaidAndSingleValuesDecideNothing() {
    double[] high = {10, 11, 12};
    double[] low = {1, 2, 1.5};
    assertThat(Comparison.of(high, low).verdict()).isEqualTo(Comparison.Verdict.LARGER);
    assertThat(Comparison.of(low, high).verdict()).isEqualTo(Comparison.Verdict.SMALLER);
    assertThat(Comparison.of(high, low).improvement().low()).isEqualTo(1);
    Comparison single = Comparison.of(new double[] {5}, low);
    assertThat(single.verdict()).isEqualTo(Comparison.Verdict.INCONCLUSIVE);
    assertThat(single.difference().low()).isNaN();
    assertThat(single.first().low()).isNaN();
  }

  /** The interval of the difference covers in 95 of 100 cases; 2 000 of them, fixed seed. */
  @Test
  void theIntervalCovers() {
    SplittableRandom random = new SplittableRandom(3);
    int cases = 2000;
    int covered = 0;
    for (int i = 0; i < cases; i++) {
      double[] a = random.doubles(5).map(u -> 2 + 3 * (u - .5)).toArray();
      double[] b = random.doubles(5).map(u -> 1 + (u - .5)).toArray();
      Interval d = Comparison.of(a, b).difference();
      covered += d.contains(1) ? 1 : 0;
    }
    // Uniform samples of five: near nominal, five standard errors of .005 allowed below.
    assertThat(covered / (double) cases).isBetween(.925, .975);
  }
}
