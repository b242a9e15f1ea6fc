package gmrl.autodiff.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gmrl.autodiff.Autodiff;
import gmrl.autodiff.CustomOperation;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.optim.Adam;
import gmrl.optim.FusedAdam;
import gmrl.optim.GradientTransform;
import gmrl.optim.implicit.ConjugateGradient;
import gmrl.optim.implicit.ImplicitFunction;
import gmrl.optim.zeroorder.Smoothing;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HessianPathTest {
  private static final Variable THETA = Variable.of(new double[] {0.4, -0.3, 1.1});

  private static Variable loss(Variable theta) {
    return Ops.sin(theta).square().sum();
  }

  private static HessianPath.Finding only(Function<Variable, Variable> f) {
    HessianPath.Report report =
        HessianPath.check(p -> f.apply(p.get("theta")), Map.of("theta", THETA));
    assertThat(report.findings()).hasSize(1);
    return report.findings().get(0);
  }

  @Test
  void aSmoothObjectiveIsAlive() {
    HessianPath.Finding finding = only(HessianPathTest::loss);
    assertThat(finding.verdict()).isEqualTo(HessianPath.Verdict.ALIVE);
    assertThat(finding.cuts()).isEmpty();
    assertThat(finding.hessianVectorNorm()).isPositive();
    assertThat(HessianPath.check(p -> loss(p.get("x")), Map.of("x", THETA)).alive()).isTrue();
  }

  @Test
  void anInnerGradientTakenAsAConstantIsNamedThoughTheOuterPathIsAlive() {
    // First-order MAML: the adapted point still depends on theta, but not through the Hessian.
    HessianPath.Finding finding =
        only(
            theta -> {
              Variable inner = Autodiff.gradOnce(loss(theta), List.of(theta)).get(0);
              return loss(theta.minus(inner.times(0.1)));
            });
    assertThat(finding.verdict()).isEqualTo(HessianPath.Verdict.ALIVE);
    assertThat(finding.cuts()).hasSize(1);
    assertThat(finding.describe()).contains("taken as a constant, ‹gradient in theta [3]›");
    HessianPath.Finding whole =
        only(theta -> loss(theta.minus(Autodiff.grad(loss(theta), theta).times(0.1))));
    assertThat(whole.cuts()).isEmpty();
  }

  @Test
  void aStopGradientOnTheOnlyPathIsACut() {
    HessianPath.Finding finding =
        only(theta -> Ops.stopGradient(theta.exp().named("ratio")).times(theta).sum());
    assertThat(finding.verdict()).isEqualTo(HessianPath.Verdict.CUT);
    assertThat(finding.describe()).contains("stop-gradient of ‹ratio [3]›");
    assertThat(only(theta -> Ops.stopGradient(theta).exp().sum()).verdict())
        .isEqualTo(HessianPath.Verdict.CUT);
  }

  @Test
  void nothingToReachIsSaidAsSuch() {
    assertThat(only(theta -> theta.times(3).sum()).verdict()).isEqualTo(HessianPath.Verdict.LINEAR);
    assertThat(only(theta -> Variable.scalar(1)).verdict()).isEqualTo(HessianPath.Verdict.UNUSED);
    assertThat(only(theta -> theta.minus(2).relu().square().sum()).verdict())
        .isEqualTo(HessianPath.Verdict.ZERO_HERE);
    assertThat(only(theta -> theta.minus(theta).pow(1.5).sum()).verdict())
        .isEqualTo(HessianPath.Verdict.NOT_FINITE);
  }

  @Test
  void numbersReadIntoJavaAreListed() {
    HessianPath.Report report =
        HessianPath.check(
            p -> loss(p.get("theta")).times(Ops.norm(p.get("theta")).named("norm").item()),
            Map.of("theta", THETA));
    assertThat(report.reads()).containsExactly("‹norm []›");
    assertThat(report.describe()).contains("Read into plain Java");
  }

  @Test
  void derivativesDuringTheCheckAreThoseOutsideIt() {
    Function<Variable, Variable> f = x -> Ops.stopGradient(x.exp()).times(x.square()).sum();
    HessianPath.Finding finding = only(f);
    Variable x = THETA.tracked();
    double norm = Ops.norm(Autodiff.grad(f.apply(x), x)).item();
    assertThat(finding.gradientNorm()).isEqualTo(norm);
  }

  @Test
  void aCutBesideALinearTermIsNotAnAllClear() {
    HessianPath.Finding finding =
        only(theta -> theta.sum().plus(Ops.stopGradient(theta.exp().named("weights")).sum()));
    assertThat(finding.verdict()).isEqualTo(HessianPath.Verdict.LINEAR_BUT_CUT);
    assertThat(finding.describe()).contains("linear").contains("stop-gradient of ‹weights [3]›");
  }

  @Test
  void aCutInsideACheckpointIsFound() {
    HessianPath.Finding finding =
        only(
            theta ->
                Autodiff.checkpoint(
                        "step",
                        x ->
                            List.of(
                                x.get(0).plus(Ops.stopGradient(x.get(0).exp().named("hidden")))),
                        List.of(theta))
                    .get(0)
                    .sum());
    assertThat(finding.verdict()).isEqualTo(HessianPath.Verdict.LINEAR_BUT_CUT);
    assertThat(finding.describe()).contains("‹hidden [3]›");
    assertThat(
            only(theta ->
                    Autodiff.checkpoint("step", x -> List.of(loss(x.get(0))), List.of(theta))
                        .get(0))
                .verdict())
        .isEqualTo(HessianPath.Verdict.ALIVE);
  }

  @Test
  void aNewLeafIsACut() {
    HessianPath.Finding finding = only(theta -> loss(theta.exp().named("adapted").tracked()));
    assertThat(finding.verdict()).isEqualTo(HessianPath.Verdict.CUT);
    assertThat(finding.describe()).contains("made a new leaf, ‹adapted [3]›");
  }

  @Test
  void aStopGradientMidwayIsNamedBesideALivePath() {
    HessianPath.Finding finding =
        only(theta -> loss(theta).plus(loss(Ops.stopGradient(theta.tanh().named("h")).square())));
    assertThat(finding.verdict()).isEqualTo(HessianPath.Verdict.ALIVE);
    assertThat(finding.describe()).contains("stop-gradient of ‹h [3]›");
    HessianPath.Finding product =
        only(theta -> Ops.stopGradient(theta.tanh().named("h")).times(theta.square()).sum());
    assertThat(product.verdict()).isEqualTo(HessianPath.Verdict.ALIVE);
    assertThat(product.describe()).contains("stop-gradient of ‹h [3]›");
  }

  @Test
  void aCheckInsideACheckLeavesTheOuterOneWatching() {
    HessianPath.Finding finding =
        only(
            theta -> {
              assertThat(only(HessianPathTest::loss).cuts()).isEmpty();
              return Ops.stopGradient(theta.exp().named("after")).times(theta).sum();
            });
    assertThat(finding.verdict()).isEqualTo(HessianPath.Verdict.CUT);
    assertThat(finding.describe()).contains("‹after [3]›");
    assertThat(Ops.stopGradient(THETA.tracked()).isTracked()).isFalse();
  }

  @Test
  void operationsWithDerivativesOfTheirOwnAreFollowed() {
    // A fused optimiser's step, a solution of equations, and a smoothed function.
    HessianPath.Finding adam =
        only(
            theta -> {
              GradientTransform rule = new FusedAdam(Adam.of(0.1).withEpsRoot(1e-3));
              var step = rule.update(Autodiff.grad(loss(theta), theta), rule.init(theta), theta);
              return loss(theta.plus(step.updates()));
            });
    assertThat(adam.verdict()).isEqualTo(HessianPath.Verdict.ALIVE);
    assertThat(adam.cuts()).isEmpty();
    HessianPath.Finding implicit =
        only(
            theta ->
                ImplicitFunction.solve(
                        (x, p) -> List.of(x.get(0).plus(x.get(0).pow(3)).minus(p.get(0))),
                        p -> List.of(cubeRoots(p.get(0))),
                        ConjugateGradient.standard(),
                        List.of(theta))
                    .get(0)
                    .sum());
    assertThat(implicit.verdict()).isEqualTo(HessianPath.Verdict.ALIVE);
    assertThat(implicit.cuts()).isEmpty();
    Smoothing smoothing = new Smoothing(Smoothing.Method.ANTITHETIC, 4, 0.1);
    HessianPath.Finding smoothed =
        only(
            theta ->
                smoothing.differentiable(
                    x -> x.get(0).square().sum(), List.of(theta), new SplittableRandom(1)));
    // Its gradient is an estimate that depends on θ only through numbers.
    assertThat(smoothed.verdict()).isNotEqualTo(HessianPath.Verdict.ALIVE);
  }

  /** Whoever writes a derivative by hand has a case above, or this fails and asks for one. */
  @Test
  void nobodyElseWritesDerivativesByHand() {
    JavaClasses engine =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("gmrl");
    assertThat(
            engine.stream()
                .filter(c -> c.isAssignableTo(CustomOperation.class) && !c.isInterface())
                .map(HessianPathTest::outermost))
        .containsOnly("FusedAdamStep", "Smoothing");
    assertThat(
            engine.stream()
                .flatMap(c -> c.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Autodiff.class))
                .filter(call -> call.getName().equals("root"))
                .map(call -> outermost(call.getOriginOwner())))
        .containsOnly("ImplicitFunction", "ConjugateGradient");
  }

  private static String outermost(JavaClass type) {
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
  }

  @Test
  void aSolveInsideACheckpointInsideACheckpointIsFollowed() {
    for (boolean cut : new boolean[] {false, true}) {
      HessianPath.Finding finding =
          only(
              theta ->
                  twice(
                      x -> {
                        Variable right = cut ? Ops.stopGradient(x.named("right")) : x;
                        return ConjugateGradient.standard()
                            .solve(v -> v.times(x.square().plus(1)), right);
                      },
                      theta));
      assertThat(finding.verdict()).isEqualTo(HessianPath.Verdict.ALIVE);
      assertThat(finding.cuts().isEmpty()).isNotEqualTo(cut);
    }
  }

  private static Variable twice(UnaryOperator<Variable> step, Variable x) {
    return Autodiff.checkpoint(
            "outer",
            y -> Autodiff.checkpoint("inner", z -> List.of(step.apply(z.get(0))), y),
            List.of(x))
        .get(0)
        .sum();
  }

  private static Variable cubeRoots(Variable right) {
    Variable x = right;
    for (int i = 0; i < 60; i++) {
      Variable f = x.plus(x.pow(3)).minus(right);
      x = x.minus(f.over(x.square().times(3).plus(1)));
    }
    return x;
  }
}
