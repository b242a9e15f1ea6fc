package gmrl.optim.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.GradientCheck;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.linear.Outcome;
import gmrl.linear.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the golden numbers do not say: higher derivatives, closures, and systems without answer. */
class SolverTest {
  private static final Variable B = Variable.of(new double[] {1, -2, 0.5});

  /** 2 on the diagonal, d added, and coupled neighbours. */
  private static Variable matrix(Variable d) {
    Variable base = Variable.of(new double[][] {{2.5, 0.4, 0}, {0.4, 3, -0.3}, {0, -0.3, 2}});
    return base.plus(
        d.square()
            .reshape(3, 1)
            .times(Variable.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})));
  }

  private static LinearOperator times(Variable matrix) {
    return x -> matrix.matmul(x.reshape(x.size(), 1)).reshape(x.size());
  }

  private static Stream<LinearSolver> exactSolvers() {
    ConjugateGradient tight = ConjugateGradient.standard().withRtol(1e-14);
    return Stream.of(tight, new NormalConjugateGradient(tight), new DenseSolve());
  }

  @TestFactory
  Stream<DynamicTest> aSolutionHasThreeDerivativesInMatrixAndRightHandSide() {
    return exactSolvers()
        .map(
            solver ->
                DynamicTest.dynamicTest(
                    solver.getClass().getSimpleName(),
                    () ->
                        GradientCheck.check(
                            x -> solver.solve(times(matrix(x.get(0))), Ops.sin(x.get(1))),
                            List.of(Variable.of(new double[] {0.3, -0.4, 0.8}), B),
                            3,
                            1e-6)));
  }

  @TestFactory
  Stream<DynamicTest> theTextbookCaseTwiceDifferentiated() {
    // θ* of Aθ = φ with A = diag(1, 2): half of ‖θ*‖² has the Hessian A⁻².
    Variable diagonal = Variable.of(new double[] {1, 2});
    return exactSolvers()
        .map(
            solver ->
                DynamicTest.dynamicTest(
                    solver.getClass().getSimpleName(),
                    () -> {
                      Variable hv =
                          Autodiff.hvp(
                              phi ->
                                  ImplicitFunction.solve(
                                          (theta, p) ->
                                              List.of(theta.get(0).times(diagonal).minus(p.get(0))),
                                          p -> List.of(p.get(0).over(diagonal)),
                                          solver,
                                          List.of(phi))
                                      .get(0)
                                      .square()
                                      .sum()
                                      .times(0.5),
                              Variable.of(new double[] {3, 5}),
                              Variable.of(new double[] {1, 1}));
                      assertThat(hv.toDoubles())
                          .containsExactly(new double[] {1, 0.25}, within(1e-12));
                    }));
  }

  @Test
  void whatTheEquationsCloseOverIsDifferentiatedToo() {
    Variable phi = Variable.of(new double[] {3, 5}).tracked();
    Variable scale = Variable.of(new double[] {1, 2}).tracked();
    Variable closed = scale.exp(); // a result of the surrounding program
    Variable y =
        ImplicitFunction.solve(
                (theta, p) -> List.of(theta.get(0).times(closed).minus(p.get(0))),
                p -> List.of(p.get(0).over(closed.detach())),
                ConjugateGradient.standard().withRtol(1e-14),
                List.of(phi))
            .get(0)
            .sum();
    // θ_i = φ_i exp(−s_i).
    List<Variable> g = Autodiff.grad(y, List.of(phi, scale));
    assertThat(g.get(0).toDoubles())
        .containsExactly(new double[] {Math.exp(-1), Math.exp(-2)}, within(1e-12));
    assertThat(g.get(1).toDoubles())
        .containsExactly(new double[] {-3 * Math.exp(-1), -5 * Math.exp(-2)}, within(1e-12));
    assertThat(Autodiff.gradOnce(y, List.of(scale)).get(0).toDoubles())
        .containsExactly(g.get(1).toDoubles(), within(1e-12));
    assertThat(Autodiff.grad(y, closed).toDoubles())
        .containsExactly(new double[] {-3 * Math.exp(-2), -5 * Math.exp(-4)}, within(1e-12));
    assertThat(Autodiff.grad(g.get(1).sum(), scale).toDoubles())
        .containsExactly(new double[] {3 * Math.exp(-1), 5 * Math.exp(-2)}, within(1e-11));
  }

  @Test
  void undefinedDataGiveAnUndefinedDerivative() {
    Variable phi = Variable.of(new double[] {3, Double.NaN}).tracked();
    Variable y =
        ImplicitFunction.solve(
                (theta, p) -> List.of(theta.get(0).times(p.get(0)).minus(1)),
                p -> List.of(p.get(0).pow(-1)),
                ConjugateGradient.standard(),
                List.of(phi))
            .get(0)
            .sum();
    assertThat(Autodiff.grad(y, phi).toDoubles()[1]).isNaN();
    Variable bad = Variable.of(new double[] {1, Double.POSITIVE_INFINITY, 0});
    assertThat(ConjugateGradient.standard().solve(times(matrix(B)), bad).toDoubles())
        .containsOnly(Double.NaN);
  }

  @Test
  void largeAndSmallRightHandSidesAreSolved() {
    Variable a = matrix(B);
    double[] reference =
        ConjugateGradient.standard().withRtol(1e-13).solve(times(a), B).toDoubles();
    for (double scale : new double[] {1e-200, 1e-23, 1e200}) {
      double[] x =
          ConjugateGradient.standard().withRtol(1e-13).solve(times(a), B.times(scale)).toDoubles();
      for (int i = 0; i < 3; i++) {
        assertThat(x[i] / scale).isCloseTo(reference[i], within(1e-10));
      }
    }
    Variable floats = Variable.of(new float[] {1e-25f, -2e-25f, .5e-25f});
    Variable b = Variable.of(a.toFloats(), 3, 3);
    Variable af = Variable.of(floatsOf(a), 3, 3);
    assertThat(b.size()).isEqualTo(9);
    float[] x = ConjugateGradient.standard().solve(times(af), floats).toFloats();
    for (int i = 0; i < 3; i++) {
      assertThat(x[i] / 1e-25).isCloseTo(reference[i], within(1e-4));
    }
  }

  private static float[] floatsOf(Variable x) {
    float[] out = new float[x.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) x.get(i);
    }
    return out;
  }

  @Test
  void systemsWithoutAnAnswerAreRefusedOrReported() {
    Variable indefinite = Variable.of(new double[][] {{1, 0}, {0, -2}});
    Variable singular = Variable.of(new double[][] {{1, 0}, {0, 0}});
    Variable right = Variable.of(new double[] {1, 1});
    ConjugateGradient solver = ConjugateGradient.standard();
    assertThatThrownBy(() -> solver.solve(times(indefinite), right))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("not positive definite");
    assertThatThrownBy(() -> solver.solve(times(singular), right))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("singular");
    List<Solution> ends = new ArrayList<>();
    Variable taken = solver.withEnd(ends::add).solve(times(singular), right);
    assertThat(ends).extracting(Solution::outcome).containsExactly(Outcome.SINGULAR);
    assertThat(taken.toDoubles()).doesNotContain(Double.NaN);
    // A number of iterations that was chosen is not a failure; ten times n by default is.
    assertThat(solver.withMaxIterations(1).solve(times(matrix(B)), B).size()).isEqualTo(3);
    assertThat(solver.withRidge(3).solve(times(indefinite), right).toDoubles())
        .containsExactly(new double[] {.25, 1}, within(1e-12));
  }
}
