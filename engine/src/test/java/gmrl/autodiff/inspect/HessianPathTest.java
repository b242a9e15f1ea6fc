package gmrl.autodiff.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
}
