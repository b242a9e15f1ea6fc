package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.memory.Shapes;
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

  @Test
  void aConvolutionIsTheSumOverItsWindow() {
    Variable x = PrimitiveTest.uniform(-1, 1, 2, 5, 6, 3);
    Variable k = PrimitiveTest.uniform(-1, 1, 4, 3, 2, 3);
    Variable y = Ops.conv2d(x, k, 2);
    assertThat(y.shape()).containsExactly(2, 2, 3, 4);
    for (int at = 0; at < y.size(); at++) {
      int[] p = Shapes.unravel(at, y.dims());
      double sum = 0;
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 2; b++) {
          for (int c = 0; c < 3; c++) {
            sum +=
                x.get(((p[0] * 5 + p[1] * 2 + a) * 6 + p[2] * 2 + b) * 3 + c)
                    * k.get(((p[3] * 3 + a) * 2 + b) * 3 + c);
          }
        }
      }
      assertThat(y.get(at)).isCloseTo(sum, within(1e-12));
    }
  }

  @Test
  void aCheckpointRefusesWhatItCannotDifferentiate() {
    Variable hidden = Variable.scalar(2).tracked("hidden");
    Variable x = Variable.scalar(1).tracked();
    assertThatThrownBy(
            () -> Autodiff.checkpoint("step", z -> List.of(z.get(0).times(hidden)), List.of(x)))
        .hasMessageContaining("not among its arguments");
  }

  @Test
  void checkpointsBoundTheMemoryOfAnUnroll() {
    long plain = peakOfUnroll(false);
    long checkpointed = peakOfUnroll(true);
    assertThat(checkpointed).isLessThan(plain / 3);
  }

  private static long peakOfUnroll(boolean checkpointed) {
    try (Scope scope = Scope.open()) {
      Variable x = Variable.of(new double[10_000]).plus(0.3).tracked();
      Variable at = x;
      for (int step = 0; step < 20; step++) {
        java.util.function.Function<List<Variable>, List<Variable>> f =
            z -> List.of(Ops.sin(z.get(0).plus(0.1).exp().tanh().times(1.7)).square());
        at =
            checkpointed
                ? Autodiff.checkpoint("step", f, List.of(at)).get(0)
                : f.apply(List.of(at)).get(0);
      }
      Autodiff.gradOnce(at.sum(), List.of(x));
      return scope.bytesReserved();
    }
  }

  @Test
  void typesMeetThroughACast() {
    Variable wide = Variable.of(new double[] {0.1, 2}).tracked();
    Variable narrow = Variable.of(new float[] {3, 0.5f}).tracked();
    Variable product = Ops.cast(wide, DataType.FLOAT).times(narrow);
    assertThat(product.type()).isEqualTo(DataType.FLOAT);
    Variable y = Ops.cast(product.square().sum(), DataType.DOUBLE);
    List<Variable> g = Autodiff.grad(y, List.of(wide, narrow));
    assertThat(g.get(0).type()).isEqualTo(DataType.DOUBLE);
    assertThat(g.get(1).type()).isEqualTo(DataType.FLOAT);
    assertThat(g.get(0).toDoubles()).containsExactly(new double[] {1.8, 1}, within(1e-6));
    assertThat(g.get(1).toDoubles()).containsExactly(new double[] {.06, 4}, within(1e-6));
    Variable second = Autodiff.grad(g.get(0).sum(), wide);
    assertThat(second.toDoubles()).containsExactly(new double[] {18, .5}, within(1e-5));
    assertThat(Ops.cast(wide, DataType.DOUBLE)).isSameAs(wide);
    assertThatThrownBy(() -> Ops.cast(wide, DataType.INT32)).hasMessageContaining("INT");
  }
}
