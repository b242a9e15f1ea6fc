package gmrl.optim.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.Golden;
import gmrl.Implementations;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.optim.GoldenOptim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Hyper-gradients by every linear solver equal the reference's, at the same iteration. */
class ImplicitGoldenTest {

  private static final JsonNode GOLDEN = Golden.read("implicit_gradients.json");
  private static final Variable X = data("x");
  private static final Variable XV = data("xv");

  private static Variable data(String name) {
    return GoldenOptim.variable(GOLDEN.get(name));
  }

  private static Variable column(String name) {
    return data(name).reshape(-1, 1);
  }

  @TestFactory
  Stream<DynamicTest> hyperGradients() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode problem : GOLDEN.get("problems")) {
      for (JsonNode c : problem.get("solvers")) {
        tests.add(
            DynamicTest.dynamicTest(
                problem.get("name").asText() + " " + c.get("name").asText(),
                () -> check(problem, c)));
      }
    }
    return tests.stream();
  }

  private static void check(JsonNode problem, JsonNode c) {
    Variable lam = data("lam").tracked();
    double[] actual = hyperGradient(problem, solver(c), lam).toDoubles();
    // The reference's dense solve drops the coupling of several arrays; here it is exact.
    boolean dense = c.get("name").asText().equals("dense");
    JsonNode expected = dense ? problem.get("exact_hypergradient") : c.get("hypergradient");
    assertThat(actual).containsExactly(GoldenOptim.vector(expected), within(1e-9));
  }

  private static Variable hyperGradient(JsonNode problem, LinearSolver solver, Variable lam) {
    String name = problem.get("name").asText();
    List<Variable> theta =
        ImplicitFunction.solve(
            (t, phi) -> gradient(name, t, phi.get(0)),
            phi -> solution(problem),
            solver,
            List.of(lam));
    Variable prediction = XV.matmul(theta.get(0).reshape(4, 1));
    if (theta.size() == 2) {
      prediction = prediction.plus(theta.get(1));
    }
    Variable outer = prediction.minus(column("yv")).square().mean().times(0.5);
    assertThat(outer.item()).isCloseTo(problem.get("outer_loss").asDouble(), within(1e-12));
    return Autodiff.grad(outer, lam);
  }

  private static List<Variable> solution(JsonNode problem) {
    JsonNode n = problem.get("solution");
    if (n.isObject()) {
      return List.of(GoldenOptim.variable(n.get("w")), GoldenOptim.variable(n.get("b")));
    }
    return n.get(0).isArray()
        ? List.of(GoldenOptim.variable(n.get(0)), GoldenOptim.variable(n.get(1)))
        : List.of(GoldenOptim.variable(n));
  }

  /** F, the gradient of the inner problem, written out. */
  private static List<Variable> gradient(String name, List<Variable> theta, Variable lam) {
    Variable w = theta.get(0);
    Variable z = X.matmul(w.reshape(4, 1));
    Variable error =
        switch (name) {
          case "logistic" -> z.sigmoid().minus(column("labels"));
          case "ridge_intercept" -> z.plus(theta.get(1)).minus(column("y"));
          default -> z.minus(column("y"));
        };
    Variable byW = X.transpose().matmul(error).times(1.0 / 8).reshape(4).plus(lam.times(w));
    return theta.size() == 1 ? List.of(byW) : List.of(byW, error.mean().reshape(1));
  }

  private static LinearSolver solver(JsonNode c) {
    JsonNode o = c.get("options");
    ConjugateGradient cg =
        ConjugateGradient.standard()
            .withMaxIterations(o.path("maxiter").asInt(0))
            .withRtol(o.path("rtol").asDouble(1e-5))
            .withRidge(o.path("ridge").asDouble(0));
    return switch (c.get("solver").asText()) {
      case "solve_cg" -> cg;
      case "solve_normal_cg" -> new NormalConjugateGradient(cg);
      default ->
          o.path("ns").asBoolean()
              ? new NeumannSeries(o.path("maxiter").asInt(10) + 1, o.path("alpha").asDouble(1))
              : new DenseSolve();
    };
  }

  @Test
  void everySolverIsCovered() {
    Set<Class<?>> covered = new HashSet<>();
    for (JsonNode c : GOLDEN.get("problems").get(0).get("solvers")) {
      covered.add(solver(c).getClass());
    }
    assertThat(covered).containsAll(Implementations.of(LinearSolver.class));
  }

  @Test
  void secondDerivativesThroughTheSolutionMatchFiniteDifferences() {
    JsonNode ridge = GOLDEN.get("problems").get(0);
    Variable lam = data("lam").tracked();
    Variable first = hyperGradientOfRidge(lam);
    double[] second = Autodiff.grad(first.sum(), lam).toDoubles();
    double h = 1e-5;
    for (int j = 0; j < 4; j++) {
      double[] up = GoldenOptim.vector(GOLDEN.get("lam"));
      double[] down = up.clone();
      up[j] += h;
      down[j] -= h;
      double difference =
          (hyperGradientOfRidge(Variable.of(up).tracked()).sum().item()
                  - hyperGradientOfRidge(Variable.of(down).tracked()).sum().item())
              / (2 * h);
      assertThat(second[j]).as(ridge.get("name").asText()).isCloseTo(difference, within(1e-7));
    }
  }

  /** Solved anew for every λ, so that finite differences see the solution move. */
  private static Variable hyperGradientOfRidge(Variable lam) {
    List<Variable> theta =
        ImplicitFunction.solve(
            (t, phi) -> gradient("ridge", t, phi.get(0)),
            phi -> List.of(ridge(phi.get(0))),
            new DenseSolve(),
            List.of(lam));
    Variable error = XV.matmul(theta.get(0).reshape(4, 1)).minus(column("yv"));
    return Autodiff.grad(error.square().mean().times(0.5), lam);
  }

  private static Variable ridge(Variable lam) {
    Variable eye = Variable.of(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1}, 4, 4);
    Variable hessian = X.transpose().matmul(X).times(1.0 / 8).plus(eye.times(lam));
    return Ops.solve(hessian, X.transpose().matmul(column("y")).times(1.0 / 8)).reshape(4);
  }

  @Test
  void iteratesOfTheSolversEqualTheReferences() {
    JsonNode la = GOLDEN.get("linear_algebra");
    Variable a = GoldenOptim.variable(la.get("a"));
    Variable b = GoldenOptim.variable(la.get("b"));
    LinearOperator product = x -> a.matmul(x.reshape(5, 1)).reshape(5);
    double[] diagonal = new double[5];
    for (int i = 0; i < 5; i++) {
      diagonal[i] = 1 / a.get(6 * i);
    }
    Variable inverse = Variable.of(diagonal);
    for (int k = 1; k <= 6; k++) {
      ConjugateGradient cg = ConjugateGradient.standard().withRtol(0).withMaxIterations(k);
      double tolerance = k <= 4 ? 1e-9 : 1e-7;
      assertThat(cg.solve(product, b).toDoubles())
          .containsExactly(GoldenOptim.vector(la.get("cg_iterates").get(k)), within(tolerance));
      assertThat(cg.withPreconditioner(inverse::times).solve(product, b).toDoubles())
          .containsExactly(
              GoldenOptim.vector(la.get("cg_preconditioned_iterates").get(k)), within(tolerance));
    }
    for (JsonNode c : la.get("ns")) {
      NeumannSeries series =
          new NeumannSeries(c.get("maxiter").asInt() + 1, c.get("alpha").asDouble(1));
      assertThat(series.solve(product, b).toDoubles())
          .containsExactly(GoldenOptim.vector(c.get("solution")), within(1e-9));
    }
    for (JsonNode c : la.get("ns_inv")) {
      NeumannSeries series =
          new NeumannSeries(c.get("maxiter").asInt(), c.get("alpha").asDouble(1));
      assertThat(series.solve(product, Packing.unit(b, 2)).toDoubles())
          .containsExactly(GoldenOptim.vector(c.get("inverse").get(2)), within(1e-9));
    }
    double[] exact = GoldenOptim.vector(la.get("exact_solution"));
    assertThat(new DenseSolve().solve(product, b).toDoubles())
        .containsExactly(exact, within(1e-12));
  }

  @Test
  void denseAndNormalEquationsSolveUnsymmetricSystems() {
    Variable a = Variable.of(new double[][] {{2, 1}, {-1, 0.5}});
    LinearOperator product =
        new LinearOperator() {
          @Override
          public Variable apply(Variable x) {
            return a.matmul(x.reshape(2, 1)).reshape(2);
          }

          @Override
          public Variable applyTransposed(Variable x) {
            return a.transpose().matmul(x.reshape(2, 1)).reshape(2);
          }
        };
    Variable b = product.apply(Variable.of(new double[] {3, -4}));
    for (LinearSolver solver : List.of(new DenseSolve(), NormalConjugateGradient.standard())) {
      assertThat(solver.solve(product, b).toDoubles())
          .containsExactly(new double[] {3, -4}, within(1e-9));
    }
  }
}
