package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class AutodiffTest {
  @Test
  void derivativesNestToAnyOrder() {
    Variable x = Variable.scalar(1.3);
    // d³/dx³ of x⁵ = 60 x².
    var third = Autodiff.grad(Autodiff.grad(Autodiff.grad(y -> y.pow(5))));
    assertThat(third.apply(x).item()).isCloseTo(60 * 1.3 * 1.3, within(1e-12));
  }

  @Test
  void anInnerDerivativeDoesNotSeeTheOuterUseOfItsPoint() {
    // d/dx [x · d/dy (x + y) at y = x] = 1; confusing the two uses of x would give 2 inside.
    Variable x = Variable.scalar(3).tracked();
    Variable inner = Autodiff.grad(y -> x.plus(y)).apply(x);
    assertThat(inner.item()).isEqualTo(1);
    assertThat(Autodiff.grad(x.times(inner), x).item()).isEqualTo(1);
  }

  @Test
  void hvpAndJvpOfAQuadraticAreItsMatrix() {
    Variable a = Variable.of(new double[][] {{2, 1}, {1, 5}});
    Variable x = Variable.of(new double[] {0.3, -0.7}, 1, 2);
    Variable v = Variable.of(new double[] {1, 10}, 1, 2);
    Variable hv = Autodiff.hvp(y -> y.matmul(a).times(y).sum().times(0.5), x, v);
    assertThat(hv.toDoubles()).containsExactly(new double[] {12, 51}, within(1e-12));
    Variable jv = Autodiff.jvp(y -> y.matmul(a), x, v);
    assertThat(jv.toDoubles()).containsExactly(new double[] {12, 51}, within(1e-12));
  }

  @Test
  void gradientOnceEqualsTheRecordedGradient() {
    Variable w = Variable.of(new double[] {0.1, -0.4, 0.7, 0.2}, 2, 2).tracked("w");
    Variable x = Variable.of(new double[] {1, 2}, 1, 2);
    Variable h = x.matmul(w).tanh();
    Variable loss = h.plus(h.square()).sum();
    double[] recorded = Autodiff.grad(loss, w).toDoubles();
    Variable once = Autodiff.gradOnce(loss, List.of(w)).get(0);
    assertThat(once.toDoubles()).containsExactly(recorded);
    assertThat(once.isTracked()).isFalse();
  }

  @Test
  void whatALossDoesNotDependOnHasZeroGradient() {
    Variable x = Variable.scalar(2).tracked();
    Variable y = Variable.of(new double[] {1, 2}).tracked();
    assertThat(Autodiff.grad(x.square(), List.of(x, y)).get(1).toDoubles()).containsExactly(0, 0);
    Variable stopped = Ops.stopGradient(x).times(x);
    assertThat(Autodiff.grad(stopped, x).item()).isEqualTo(2);
  }

  @Test
  void nd4jArraysGoInAndComeOut() {
    Variable x = Variable.of(Nd4j.create(new float[][] {{1, 2}, {3, 4}}).transpose());
    assertThat(x.type()).isEqualTo(DataType.FLOAT);
    assertThat(x.shape()).containsExactly(2, 2);
    assertThat(x.toArray()).isEqualTo(Nd4j.create(new float[][] {{1, 3}, {2, 4}}));
  }

  @Test
  void mistakesAreNamed() {
    Variable x = Variable.of(new double[6], 2, 3);
    assertThatThrownBy(() -> x.plus(Variable.of(new double[2])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[2, 3]")
        .hasMessageContaining("[2]");
    assertThatThrownBy(() -> x.plus(Variable.of(new float[3])))
        .hasMessageContaining("DOUBLE")
        .hasMessageContaining("FLOAT");
    assertThatThrownBy(() -> x.matmul(x)).hasMessageContaining("inner dimensions");
    assertThatThrownBy(() -> Autodiff.grad(x.sum(), x)).hasMessageContaining("not tracked");
    assertThatThrownBy(() -> Autodiff.grad(x.tracked(), x.tracked()))
        .hasMessageContaining("one element");
  }
}
