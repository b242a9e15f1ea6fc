package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.optim.Adam;
import gmrl.optim.MetaOptimizer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private static final Variable THETA = Variable.of(new double[] {0.4, -0.3, 1.1});
  private static final Variable ETA = Variable.of(new double[] {0.7, 0.2, -0.5});

  private static Variable loss(Variable theta, Variable eta) {
    return Ops.sin(theta).times(eta).square().sum().plus(theta.square().sum());
  }

  /** Three steps of Adam on an inner loss, started at θ. */
  private static List<Variable> adapted(List<Variable> x) {
    MetaOptimizer<Variable> inner = MetaOptimizer.of(Adam.of(0.1).withEpsRoot(1e-3), x.get(0));
    for (int k = 0; k < 3; k++) {
      inner.step(loss(inner.params(), x.get(1)));
    }
    return List.of(inner.params());
  }

  private static Variable through(
      Function<List<Variable>, List<Variable>> f, List<Variable> x, boolean checkpoint) {
    List<Variable> out = checkpoint ? Autodiff.checkpoint("inner", f, x) : f.apply(x);
    return out.get(0).pow(3).sum();
  }

  @Test
  void anOptimiserInsideGivesTheDerivativesItGivesOutside() {
    for (boolean etaAlone : new boolean[] {false, true}) {
      double[][] found = new double[2][];
      for (int c = 0; c < 2; c++) {
        Variable theta = etaAlone ? THETA : THETA.tracked();
        Variable eta = ETA.tracked();
        Variable y = through(CheckpointTest::adapted, List.of(theta, eta), c == 1);
        Variable first = Autodiff.grad(y, eta);
        Variable second = Autodiff.grad(first.square().sum(), eta);
        List<Variable> once =
            Autodiff.gradOnce(
                through(CheckpointTest::adapted, List.of(theta, eta), c == 1), List.of(eta));
        assertThat(once.get(0).toDoubles()).containsExactly(first.toDoubles(), within(1e-14));
        found[c] = second.toDoubles();
      }
      assertThat(found[1]).containsExactly(found[0], within(1e-12));
    }
  }

  @Test
  void aFunctionThatDrawsAnewIsRefused() {
    SplittableRandom random = new SplittableRandom(1);
    Variable x = THETA.tracked();
    Variable y =
        Autodiff.checkpoint(
                "noise", z -> List.of(z.get(0).times(random.nextDouble(0.999, 1.001))), List.of(x))
            .get(0)
            .sum();
    assertThatThrownBy(() -> Autodiff.grad(y, x))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\"noise\"")
        .hasMessageContaining("other numbers");
    assertThatThrownBy(() -> Autodiff.gradOnce(y, List.of(x)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void undefinedNumbersAreTheSameNumbersAgain() {
    Variable x = Variable.of(new double[] {-1, 4}).tracked();
    Variable y = Autodiff.checkpoint("root", z -> List.of(z.get(0).sqrt()), List.of(x)).get(0);
    double[] g = Autodiff.grad(y.sum(), x).toDoubles();
    assertThat(g[0]).isNaN();
    assertThat(g[1]).isEqualTo(0.25);
  }

  @Test
  void aVariableFromOutsideIsRefusedByName() {
    Variable x = THETA.tracked();
    Variable eta = ETA.tracked("eta");
    assertThatThrownBy(
            () -> Autodiff.checkpoint("step", z -> List.of(z.get(0).times(eta)), List.of(x)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"step\"")
        .hasMessageContaining("eta");
    Variable y =
        Autodiff.checkpoint("step", z -> List.of(z.get(0).times(eta.detach())), List.of(x)).get(0);
    assertThat(Autodiff.grad(y.sum(), x).toDoubles()).containsExactly(ETA.toDoubles());
  }
}
