package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step of an unroll costs the same after any number of steps, and derivatives stay whole. */
class LongUnrollTest {
  private static final double RATE = 0.1;

  /** θ ← θ − rate·φ·θ with the gradient taken by a reverse pass over the recorded history. */
  private static Variable step(Variable theta, Variable phi, List<Integer> visited) {
    Variable loss = theta.square().times(phi).times(0.5);
    visited.add(new Backward(List.of(loss), List.of(theta)).visited());
    return theta.minus(Autodiff.grad(loss, theta).times(RATE));
  }

  @Test
  void aStepVisitsNothingOfTheHistoryBelowIt() {
    try (Scope scope = Scope.open()) {
      Variable phi = Variable.scalar(0.3).tracked();
      Variable theta = Variable.scalar(2).tracked();
      List<Integer> visited = new ArrayList<>();
      for (int k = 0; k < 50; k++) {
        theta = step(theta, phi, visited);
      }
      assertThat(visited.subList(1, 50)).containsOnly(visited.get(0));
      // θ_K = θ₀ (1 − rate·φ)^K, so dθ_K/dφ = −rate K θ_K / (1 − rate·φ).
      double expected = -RATE * 50 * theta.item() / (1 - RATE * 0.3);
      assertThat(Autodiff.gradOnce(theta, List.of(phi)).get(0).item())
          .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
      assertThat(scope.bytesInUse()).isPositive();
    }
  }

  @Test
  void whatIsOlderThanTheInputsStillCountsAsAnotherDependence() {
    Variable phi = Variable.scalar(0.3).tracked();
    Variable below = phi.exp();
    Variable theta = Variable.scalar(2).tracked();
    Backward pass = new Backward(List.of(theta.times(below)), List.of(theta));
    assertThat(pass.dependsOnOthers()).isTrue();
    Variable alone = theta.times(2);
    assertThat(new Backward(List.of(alone), List.of(theta)).dependsOnOthers()).isFalse();
  }

  @Test
  void anInputThatIsNewerThanAnotherIsFollowedToTheOlderOne() {
    Variable phi = Variable.scalar(0.3).tracked();
    Variable theta = phi.times(2).exp();
    List<Variable> gradient = Autodiff.grad(theta.square(), List.of(theta, phi));
    assertThat(gradient.get(0).item()).isCloseTo(2 * Math.exp(0.6), within(1e-12));
    assertThat(gradient.get(1).item()).isCloseTo(4 * Math.exp(1.2), within(1e-12));
  }
}
