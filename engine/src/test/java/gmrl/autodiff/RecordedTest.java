package gmrl.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;

/** A recorded function gives what the function itself gives, bit for bit. */
class RecordedTest {
  /** Value, gradient and Hessian times the point. */
  private static List<Variable> derivatives(
      Function<List<Variable>, Variable> f, List<Variable> arguments) {
    List<Variable> x = arguments.stream().map(Variable::tracked).toList();
    Variable y = f.apply(x);
    List<Variable> gradient = Autodiff.grad(y.sum(), x);
    List<Variable> out = new ArrayList<>(List.of(y));
    out.addAll(gradient);
    out.addAll(Autodiff.vjpOnce(gradient, x, x));
    return out;
  }

  private static void same(List<Variable> a, List<Variable> b) {
    assertThat(a).hasSameSizeAs(b);
    for (int i = 0; i < a.size(); i++) {
      assertThat(a.get(i).shape()).isEqualTo(b.get(i).shape());
      assertThat(a.get(i).type()).isEqualTo(b.get(i).type());
      assertThat(a.get(i).toDoubles()).containsExactly(b.get(i).toDoubles());
    }
  }

  private static Variable asFloats(Variable x) {
    return Variable.of(x.toFloats(), x.shape());
  }

  @TestFactory
  Stream<DynamicTest> everyPrimitiveAndItsDerivatives() {
    return PrimitiveTest.cases().stream()
        .flatMap(
            c ->
                Stream.of(DataType.DOUBLE, DataType.FLOAT)
                    .filter(type -> type == DataType.DOUBLE || c.covers() != Solve.class)
                    .map(
                        type ->
                            DynamicTest.dynamicTest(c.name() + " " + type, () -> check(c, type))));
  }

  private static void check(PrimitiveTest.Case c, DataType type) {
    try (Scope scope = Scope.open();
        Recorded recorded = Recorded.of(x -> derivatives(c.function(), x))) {
      List<Variable> at =
          c.at().stream().map(x -> type == DataType.FLOAT ? asFloats(x) : x).toList();
      same(recorded.apply(at), derivatives(c.function(), at));
      for (double scale : new double[] {0.97, 1.02}) {
        List<Variable> elsewhere = at.stream().map(x -> x.times(scale)).toList();
        same(recorded.apply(elsewhere), derivatives(c.function(), elsewhere));
      }
      assertThat(scope.bytesInUse()).isPositive();
    }
  }

  /** Three steps of Adam on a small network, and the gradient of the end in the start. */
  private static List<Variable> unroll(List<Variable> x) {
    Variable phi = x.get(0).tracked();
    List<Variable> theta = List.of(phi, x.get(1).tracked());
    List<Variable> m = theta.stream().map(Ops::zerosLike).toList();
    List<Variable> v = theta.stream().map(p -> Variable.full(p.type(), 1e-3, p.shape())).toList();
    for (int k = 0; k < 3; k++) {
      List<Variable> gradient = Autodiff.grad(loss(theta, x.get(2)), theta);
      Variable scale = Ops.norm(gradient).plus(1).pow(-1);
      List<Variable> nextM = new ArrayList<>();
      List<Variable> nextV = new ArrayList<>();
      List<Variable> next = new ArrayList<>();
      for (int i = 0; i < theta.size(); i++) {
        Variable g = gradient.get(i).times(scale);
        nextM.add(m.get(i).times(0.9).plus(g.times(0.1)));
        nextV.add(v.get(i).times(0.999).plus(g.square().times(0.001)));
        Variable step = nextM.get(i).over(nextV.get(i).sqrt().plus(1e-8)).times(x.get(3));
        next.add(theta.get(i).minus(step));
      }
      theta = next;
      m = nextM;
      v = nextV;
    }
    Variable outer = loss(theta, x.get(2).times(2));
    List<Variable> out = new ArrayList<>(theta);
    out.addAll(Autodiff.gradOnce(outer, List.of(phi)));
    out.add(outer);
    out.add(x.get(1));
    out.add(theta.get(0).reshape(5, 3));
    out.add(Variable.of(new float[] {7}));
    return out;
  }

  private static Variable loss(List<Variable> theta, Variable input) {
    Variable hidden = Ops.matmul(input, theta.get(0), false, false).relu();
    Variable output = Ops.matmul(hidden, theta.get(1), false, false).tanh();
    return output.minus(input.sum(1).reshape(4, 1)).square().mean();
  }

  private static List<Variable> numbers(double scale) {
    return Stream.of(new int[] {3, 5}, new int[] {5, 1}, new int[] {4, 3}, new int[0])
        .map(shape -> asFloats(PrimitiveTest.uniform(0.1 * scale, scale, shape)))
        .toList();
  }

  @Test
  void anUnrollWithItsMetaGradient() {
    try (Scope scope = Scope.open();
        Recorded recorded = Recorded.of(RecordedTest::unroll)) {
      for (int call = 1; call <= 4; call++) {
        List<Variable> at = numbers(0.3 * call);
        same(recorded.apply(at), unroll(at));
      }
      assertThat(scope.bytesInUse()).isPositive();
    }
  }

  @Test
  void resultsOutliveLaterCallsAndBelongToTheScope() {
    try (Scope run = Scope.open();
        Recorded twice = Recorded.of(x -> List.of(x.get(0).times(2)))) {
      Variable two = twice.apply(Variable.scalar(1)).get(0);
      Variable four;
      try (Scope scope = Scope.open()) {
        four = scope.keep(twice.apply(two).get(0));
      }
      Variable eight = twice.apply(four).get(0);
      assertThat(List.of(two.item(), four.item(), eight.item())).containsExactly(2.0, 4.0, 8.0);
      run.release(four);
      assertThatThrownBy(four::item).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void otherShapesAreRecordedBesideTheFirst() {
    try (Recorded sum = Recorded.of(x -> List.of(x.get(0).exp().sum()))) {
      for (int round = 0; round < 2; round++) {
        for (int n = 1; n <= 3; n++) {
          Variable x = Variable.full(DataType.DOUBLE, round, n);
          assertThat(sum.apply(x).get(0).item()).isEqualTo(n * Math.exp(round));
        }
      }
      assertThat(sum.recordings()).isEqualTo(3);
    }
  }

  @Test
  void oneArrayGivenTwiceMayBeTwoLater() {
    try (Recorded minus = Recorded.of(x -> List.of(x.get(0).minus(x.get(1))))) {
      Variable one = Variable.scalar(1);
      assertThat(minus.apply(one, one).get(0).item()).isEqualTo(0);
      assertThat(minus.apply(Variable.scalar(5), one).get(0).item()).isEqualTo(4);
    }
  }

  @Test
  void whatCannotBeRecordedIsRefused() {
    Variable x = Variable.scalar(1).named("rate");
    try (Recorded reads = Recorded.of(a -> List.of(a.get(0).times(a.get(0).exp().item())))) {
      assertThatThrownBy(() -> reads.apply(x))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("may not read numbers")
          .hasMessageContaining("shape []");
    }
    Recorded closed;
    try (Recorded identity = Recorded.of(a -> a)) {
      closed = identity;
      assertThatThrownBy(() -> identity.apply(x.tracked("theta")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must not be tracked")
          .hasMessageContaining("theta");
    }
    assertThatThrownBy(() -> closed.apply(x)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRecordedFunctionInsideAnotherIsPartOfIt() {
    try (Recorded square = Recorded.of(a -> List.of(a.get(0).square()));
        Recorded both = Recorded.of(a -> square.apply(a.get(0).plus(1)))) {
      for (int i = 1; i < 4; i++) {
        assertThat(both.apply(Variable.scalar(i)).get(0).item()).isEqualTo((i + 1) * (i + 1));
      }
    }
  }

  @Test
  void elementwiseNeighboursAreOnePassAndEqualStepsAreDoneOnce() {
    try (Recorded recorded =
        Recorded.of(
            x -> {
              Variable once = x.get(0).exp().plus(x.get(0).exp());
              Variable unused = Ops.sin(x.get(0));
              return List.of(once.times(3).tanh(), once, unused.detach()).subList(0, 2);
            })) {
      recorded.apply(Variable.full(DataType.FLOAT, 1, 7));
      assertThat(recorded.steps()).hasSize(1);
      assertThat(recorded.steps().get(0)).startsWith("exp + add + multiply").endsWith("→ [7]");
    }
  }
}
