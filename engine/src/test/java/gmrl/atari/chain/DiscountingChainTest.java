package gmrl.atari.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountingChainTest {
  /** Choices of games side by side do not all fall into the same steps. */
  @Test
  void aGameOfManyBeginsOnTheWay() {
    DiscountingChain game = new DiscountingChain(97);
    game.reset();
    assertThat(game.save()).containsExactly(2, 97);
    for (int t = 97; t < 100; t++) {
      assertThat(game.terminated()).isFalse();
      game.step(0);
      assertThat(game.reward()).isZero();
    }
    assertThat(game.terminated()).isTrue();
    game.reset();
    assertThat(game.save()).containsExactly(-1, 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 3, 1", "2, 10, 1", "3, 30, 1", "4, 100, 1.1"})
  void theFirstChoicePaysOnceAfterItsDelay(int choice, int delay, double payment) {
    DiscountingChain chain = new DiscountingChain();
    chain.reset();
    float[] seen = new float[7];
    chain.observe(seen, 0);
    assertThat(seen).containsExactly(1, 0, 0, 0, 0, 0, 0);
    for (int t = 1; t <= 100; t++) {
      assertThat(chain.gameOver()).isFalse();
      chain.step(t == 1 ? choice : t % 5);
      assertThat(chain.reward()).as("step %d", t).isEqualTo(t == delay ? payment : 0);
      if (t == 50) {
        DiscountingChain other = new DiscountingChain();
        other.restore(chain.save());
        other.observe(seen, 0);
        assertThat(seen[choice + 1]).isEqualTo(1);
        assertThat(seen[6]).isEqualTo(.5f);
        assertThat(chain.copy().save()).isEqualTo(chain.save());
      }
    }
    assertThat(chain.terminated()).isTrue();
    assertThatThrownBy(() -> chain.step(0)).hasMessage("the episode is over");
    assertThatThrownBy(() -> chain.restore(new long[] {5, 1})).hasMessageContaining("not a state");
  }
}
