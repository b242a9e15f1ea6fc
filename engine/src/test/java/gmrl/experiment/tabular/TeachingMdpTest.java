package gmrl.experiment.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import gmrl.mdp.Mdp;
import gmrl.mdp.PolicyPoint;
import gmrl.mdp.ReturnEvaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeachingMdpTest {

  @Test
  void allOfThemOpen() {
    List<TeachingMdp> all = TeachingMdp.all();
    assertThat(all)
        .extracting(TeachingMdp::id)
        .containsExactly("two-state", "chain", "cliff", "paper-random");
    for (TeachingMdp teaching : all) {
      assertThat(teaching.title()).isNotBlank();
      assertThat(teaching.sentence()).endsWith(".");
      TabularSetup setup =
          TabularSetup.paper().withMdps(teaching.source()).withGamma(teaching.gamma());
      Mdp mdp = TabularProblems.mdp(setup, 0, 1);
      assertThat(mdp.gamma()).isEqualTo(teaching.gamma());
      assertThat(mdp.states()).isEqualTo(setup.mdps().states());
      assertThat(mdp.actions()).isEqualTo(setup.mdps().actions());
    }
  }

  @Test
  void theTwoStatesCanBeFollowedByHand() {
    // π = ½ everywhere, γ = ½: V₁ = ½ + ¼V₁ + ¼V₀ and V₀ = ¼V₀ + ¼V₁ give V₀ = ¼, V₁ = ¾.
    Mdp mdp = mdp("two-state");
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(new double[4]);
    ReturnEvaluation evaluation = new ReturnEvaluation(point);
    assertThat(evaluation.values()).containsExactly(new double[] {0.25, 0.75}, offset(1e-15));
    // d = (3/2, 1/2); Q(0,·) = (1/8, 3/8), Q(1,·) = (11/8, 1/8); ∂J/∂θ = d ½ (Q − V).
    double[] gradient = new double[4];
    evaluation.gradient(gradient);
    assertThat(gradient)
        .containsExactly(new double[] {-3.0 / 32, 3.0 / 32, 5.0 / 32, -5.0 / 32}, offset(1e-15));
  }

  @Test
  void theCliffIsWorthWalkingAlong() {
    Mdp mdp = mdp("cliff");
    double[] theta = new double[mdp.cells()];
    // State and action: up from the start, right along the middle row, down into the goal.
    int[][] route = {{8, 0}, {4, 1}, {5, 1}, {6, 1}, {7, 2}};
    for (int[] step : route) {
      theta[step[0] * 4 + step[1]] = 100;
    }
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(theta);
    // Five steps to the goal, which pays on arrival, and one back to the start, for ever.
    double loop = Math.pow(0.9, 4) / (1 - Math.pow(0.9, 6));
    assertThat(new ReturnEvaluation(point).objective()).isCloseTo(loop, offset(1e-12));
  }

  @Test
  void anUnknownOneIsNamed() {
    assertThatThrownBy(() -> TeachingMdp.find("../presets/bias/index"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two-state, chain, cliff, paper-random");
    assertThatThrownBy(() -> TeachingMdp.find("index")).hasMessageContaining("\"index\"");
  }

  private static Mdp mdp(String id) {
    TeachingMdp teaching = TeachingMdp.find(id);
    return TabularProblems.mdp(
        TabularSetup.paper().withMdps(teaching.source()).withGamma(teaching.gamma()), 0, 0);
  }
}
