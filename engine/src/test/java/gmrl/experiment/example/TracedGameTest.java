package gmrl.experiment.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.RepeatedGame;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LOLA by differentiating the whole lookahead agrees with the closed forms. */
class TracedGameTest {
  private static final RepeatedGame GAME =
      new RepeatedGame(MatrixGame.symmetric("skewed", "a", "b", -2.1, 0.3, -3.2, -0.9), 0.96);

  private static double[] theta(SplittableRandom random) {
    return random.doubles(5, -1.5, 1.5).toArray();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "0, 3", "1, 1", "1, 2"})
  void lolaAgreesWithTheClosedForm(int agent, int lookaheads) {
    SplittableRandom random = new SplittableRandom(11 + agent);
    double[] own = theta(random);
    double[] other = theta(random);
    Variable x = Variable.of(own).tracked();
    Variable value = new TracedGame(GAME).lola(agent, x, Variable.of(other), 0.3, lookaheads);
    double[] expected = closedForm(agent, own, other, 0.3, lookaheads);
    assertThat(Autodiff.grad(value, x).toDoubles()).containsExactly(expected, within(1e-9));
  }

  /** The adjoint recursion over closed-form gradients, curvatures and mixed terms. */
  private static double[] closedForm(
      int agent, double[] own, double[] start, double rate, int lookaheads) {
    double[][] visited = new double[lookaheads + 1][];
    visited[0] = start.clone();
    for (int k = 0; k < lookaheads; k++) {
      visited[k + 1] = visited[k].clone();
      double[] step = GAME.exact(1 - agent, visited[k], own).gradientOwn();
      for (int i = 0; i < 5; i++) {
        visited[k + 1][i] += rate * step[i];
      }
    }
    RepeatedGame.Exact outer = GAME.exact(agent, own, visited[lookaheads]);
    double[] m = outer.gradientOwn().clone();
    double[] u = outer.gradientOther().clone();
    for (int k = lookaheads - 1; k >= 0; k--) {
      RepeatedGame.Exact inner = GAME.exact(1 - agent, visited[k], own);
      double[] next = u.clone();
      for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
          m[i] += rate * inner.mixed()[i][j] * u[j];
          next[i] += rate * inner.hessianOwn()[i][j] * u[j];
        }
      }
      u = next;
    }
    return m;
  }

  @Test
  void valueAndGradientsAreExact() {
    SplittableRandom random = new SplittableRandom(5);
    double[] own = theta(random);
    double[] other = theta(random);
    for (int agent = 0; agent < 2; agent++) {
      RepeatedGame.Exact exact = GAME.exact(agent, own, other);
      Variable x = Variable.of(own).tracked();
      Variable y = Variable.of(other).tracked();
      Variable value = new TracedGame(GAME).value(agent, x, y);
      assertThat(value.item()).isCloseTo(exact.value(), within(1e-10));
      assertThat(Autodiff.grad(value, y).toDoubles())
          .containsExactly(exact.gradientOther(), within(1e-10));
    }
  }

  @Test
  void aWrongPolicyIsNamed() {
    assertThatThrownBy(
            () ->
                new TracedGame(GAME)
                    .value(0, Variable.of(new double[4]), Variable.of(new double[5])))
        .hasMessageContaining("expected 5 doubles");
  }
}
