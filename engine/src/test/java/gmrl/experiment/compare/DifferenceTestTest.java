package gmrl.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.experiment.compare.DifferenceTest.Verdict;
import org.junit.jupiter.api.Test;

class DifferenceTestTest {
  private static final double[] A = {1.2, .7, 3.4, 2.2, 5.1, .3};
  private static final double[] B = {1.9, .9, 3.1, 3.8, 6.0, 1.4};

  /** scipy 1.17.1: {@code stats.ttest_rel(b, a)} and its {@code confidence_interval(.95)}. */
  @Test
  void pairsAreTestedAsScipyDoes() {
    DifferenceTest test = DifferenceTest.paired(A, B);
    assertThat(test.t()).isCloseTo(2.5503773796756173, within(1e-12));
    assertThat(test.freedom()).isEqualTo(5);
    assertThat(test.p()).isCloseTo(.05124252663083359, within(1e-9));
    assertThat(test.difference().value()).isCloseTo(.7, within(1e-12));
    assertThat(test.difference().low()).isCloseTo(-.005545500554230531, within(1e-8));
    assertThat(test.difference().high()).isCloseTo(1.4055455005542306, within(1e-8));
    assertThat(test.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** scipy 1.17.1: {@code stats.ttest_ind(c, a, equal_var=False)}. */
  @Test
  void independentGroupsAreTestedAsScipyDoes() {
    DifferenceTest test = DifferenceTest.unpaired(A, new double[] {2.5, 4.0, 3.3});
    assertThat(test.t()).isCloseTo(1.294362810024309, within(1e-12));
    assertThat(test.freedom()).isCloseTo(6.961901249878114, within(1e-9));
    assertThat(test.p()).isCloseTo(.23681707195930635, within(1e-9));
    assertThat(test.difference().low()).isCloseTo(-.9255962646223819, within(1e-8));
    assertThat(test.difference().high()).isCloseTo(3.158929597955716, within(1e-8));
  }

  @Test
  void pairingSeesWhatGroupsHide() {
    double[] shifted = {1.25, .74, 3.46, 2.25, 5.14, .36};
    assertThat(DifferenceTest.paired(A, shifted).verdict()).isEqualTo(Verdict.LARGER);
    assertThat(DifferenceTest.paired(shifted, A).verdict()).isEqualTo(Verdict.SMALLER);
    assertThat(DifferenceTest.unpaired(A, shifted).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatCannotBeToldIsNotTold() {
    assertThat(DifferenceTest.paired(A, A).verdict()).isEqualTo(Verdict.SAME);
    assertThat(DifferenceTest.paired(new double[] {1, 2}, new double[] {2, 3}).verdict())
        .as("the same shift in every pair")
        .isEqualTo(Verdict.LARGER);
    DifferenceTest single = DifferenceTest.paired(new double[] {1}, new double[] {2});
    assertThat(single.difference().value()).isEqualTo(1);
    assertThat(single.p()).isNaN();
    assertThat(single.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(DifferenceTest.unpaired(new double[] {1}, B).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    DifferenceTest gap =
        DifferenceTest.paired(new double[] {1, Double.NaN, 2, 4}, new double[] {2, 9, 4, 5});
    assertThat(gap.freedom()).isEqualTo(2);
    assertThat(gap.second().mean()).as("of the pairs alone").isCloseTo(11 / 3.0, within(1e-12));
    assertThatThrownBy(() -> DifferenceTest.paired(A, new double[] {1}))
        .hasMessage("6 and 1 samples, expected pairs");
  }
}
