package gmrl.atari.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The critic of the outer loss decides where the discount goes, and only where theory says so. */
class OuterCriticTest {
  private static final double[] SOME = {0.3, -0.2, 0.1, 0.4, -0.5};

  @Test
  void returnsAreThoseOfTheGame() {
    double[] returns = OuterCritic.returns(0.97);
    for (int k = 0; k < returns.length; k++) {
      DiscountingChain game = new DiscountingChain();
      game.reset();
      double sum = 0;
      for (double weight = 1; !game.gameOver(); weight *= 0.97) {
        game.step(k);
        sum += weight * game.reward();
      }
      assertThat(returns[k]).isCloseTo(sum, within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 5, .95", "1, .9, 5, .99", ".99, .95, 16, .97", "1, 1, 120, .6"})
  void withItsOwnCriticTheMetaGradientIsTheDerivativeOfTheObjective(
      double outer, double lambda, int steps, double gamma) {
    OuterCritic at = new OuterCritic(outer, lambda, steps, 0.1);
    double h = 1e-5;
    double difference = (at.objective(SOME, gamma + h) - at.objective(SOME, gamma - h)) / (2 * h);
    assertThat(at.metaGradient(SOME, gamma, true)).isCloseTo(difference, within(1e-8));
  }

  @Test
  void aSharedCriticOfTheOuterDiscountOrOfAllStepsIsNoBias() {
    OuterCritic usual = OuterCritic.usual();
    OuterCritic same = new OuterCritic(0.97, 1, 5, 0.1);
    assertThat(same.metaGradient(SOME, 0.97, false))
        .isCloseTo(same.metaGradient(SOME, 0.97, true), within(1e-15));
    OuterCritic whole = new OuterCritic(1, 1, DiscountingChain.LENGTH, 0.1);
    assertThat(whole.metaGradient(SOME, 0.97, false))
        .isCloseTo(usual.metaGradient(SOME, 0.97, true), within(1e-15));
  }

  @Test
  void undiscountedTheSharedCriticLeadsAnUndecidedPolicyAwayFromOne() {
    OuterCritic usual = OuterCritic.usual();
    double[] undecided = new double[5];
    for (double gamma : new double[] {0.97, 0.98, 0.99, 0.995}) {
      assertThat(usual.metaGradient(undecided, gamma, true)).isPositive();
      assertThat(usual.metaGradient(undecided, gamma, false)).isNegative();
    }
    // It comes to rest near .9, where the true derivative has another sign.
    assertThat(usual.metaGradient(undecided, 0.92, false)).isPositive();
    assertThat(usual.metaGradient(undecided, 0.92, true)).isNegative();
    List<OuterCritic.Point> own = usual.path(0.99, 0.02, 1500, true);
    List<OuterCritic.Point> shared = usual.path(0.99, 0.02, 1500, false);
    assertThat(own.get(1499).gamma()).isGreaterThan(0.999);
    assertThat(own.get(1499).worth()).isGreaterThan(1.05);
    assertThat(shared.get(1499).gamma()).isLessThan(0.9);
    assertThat(shared.get(1499).worth()).isLessThan(1.01);
  }

  @Test
  void atThePublishedOuterDiscountBothAreRightlyShortSighted() {
    OuterCritic published = new OuterCritic(0.99, 0.95, 5, 0.1);
    for (boolean own : new boolean[] {true, false}) {
      assertThat(published.metaGradient(new double[5], 0.99, own)).isNegative();
    }
  }
}
