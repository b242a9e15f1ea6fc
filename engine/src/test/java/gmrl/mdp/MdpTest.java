package gmrl.mdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MdpTest {
  private static double[][][] transition() {
    return new double[][][] {{{0.5, 0.5}, {1, 0}}, {{0, 1}, {0.25, 0.75}}};
  }

  private static double[][] reward() {
    return new double[][] {{0, 1}, {2, 3}};
  }

  private static void refused(double[][][] p, double[][] r, double gamma, int start, String word) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mdp.of(p, r, gamma, start))
        .withMessageContaining(word)
        .withMessageContaining("expected");
  }

  @Test
  void badEntriesAreNamedWithTheirPlaceAndValue() {
    double[][][] short1 = transition();
    short1[1][0] = new double[] {0.2, 0.7};
    refused(short1, reward(), 0.8, 0, "P[1][0] sums to 0.8");
    double[][][] negative = transition();
    negative[0][1] = new double[] {1.5, -0.5};
    refused(negative, reward(), 0.8, 0, "P[0][1][0] is 1.5");
    double[][][] nan = transition();
    nan[0][0][1] = Double.NaN;
    refused(nan, reward(), 0.8, 0, "P[0][0][1] is NaN");
    double[][][] ragged = transition();
    ragged[1] = new double[][] {{0, 1}};
    refused(ragged, reward(), 0.8, 0, "P[1] has 1 entries");
    double[][] badReward = reward();
    badReward[1][1] = Double.POSITIVE_INFINITY;
    refused(transition(), badReward, 0.8, 0, "R[1][1] is Infinity");
    refused(transition(), reward(), 1, 0, "gamma is 1.0");
    refused(transition(), reward(), Double.NaN, 0, "gamma is NaN");
    refused(transition(), reward(), 0.8, 2, "start is 2");
  }

  @Test
  void rowsThatAreRightToRoundingStayAndOthersAreNormalised() {
    double[][][] p = transition();
    p[0][0] = new double[] {0.5, 0.5 + 4e-7};
    p[1][1] = new double[] {0.25, 0.75 + 1e-13};
    double[][][] taken = Mdp.of(p, reward(), 0.8, 0).transition();
    double sum = 1 + 4e-7;
    assertThat(taken[0][0]).containsExactly(0.5 * (1 / sum), (0.5 + 4e-7) * (1 / sum));
    assertThat(taken[1][1]).containsExactly(0.25, 0.75 + 1e-13);
    p[0][0] = new double[] {0.5, 0.5 + 2e-6};
    refused(p, reward(), 0.8, 0, "P[0][0] sums to 1.00000");
  }

  @Test
  void arraysAreCopiedAtTheDoor() {
    double[][][] p = transition();
    double[][] r = reward();
    Mdp mdp = Mdp.of(p, r, 0.8, 0);
    p[0][0][0] = 9;
    r[0][0] = 9;
    mdp.transition()[0][0][0] = 8;
    mdp.reward()[0][0] = 8;
    assertThat(mdp.transition()[0][0][0]).isEqualTo(0.5);
    assertThat(mdp.reward()[0][0]).isEqualTo(0);
  }

  @Test
  void sparseDirichletRowsAreNearlyDeterministicAndSumToOne() {
    Mdp mdp = new RandomMdp(20, 5, 0.001, 1, 0.8).draw(new SplittableRandom(4));
    int deterministic = 0;
    for (double[][] state : mdp.transition()) {
      for (double[] row : state) {
        assertThat(Arrays.stream(row).sum()).isBetween(1 - 1e-12, 1 + 1e-12);
        deterministic += Arrays.stream(row).max().orElseThrow() > 0.99 ? 1 : 0;
      }
    }
    assertThat(deterministic).isGreaterThan(90);
  }

  @Test
  void dirichletMomentsAreRight() {
    SplittableRandom random = new SplittableRandom(8);
    double concentration = 0.5;
    int size = 4;
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int draw = 0; draw < 400; draw++) {
      Mdp mdp = new RandomMdp(size, 5, concentration, 1, 0.8).draw(random);
      for (double[][] state : mdp.transition()) {
        for (double[] row : state) {
          sum += row[0];
          squares += row[0] * row[0];
          count++;
        }
      }
    }
    double mean = sum / count;
    double variance = squares / count - mean * mean;
    // Var = (1/n)(1 − 1/n) / (nα + 1) = 0.0625 for n = 4, α = 0.5.
    assertThat(mean).isBetween(0.25 - 0.012, 0.25 + 0.012);
    assertThat(variance).isBetween(0.0625 * 0.94, 0.0625 * 1.06);
  }
}
