package gmrl.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetaOptimizerTest {

  private static Variable loss(Map<String, Variable> params) {
    Variable w = params.get("w");
    return w.square().sum().times(0.5).plus(w.pow(4).sum());
  }

  private static MetaOptimizer<Map<String, Variable>> start() {
    return MetaOptimizer.of(
        Adam.of(0.1).withEpsRoot(1e-3), Map.of("w", Variable.of(new double[] {0.5, -1})));
  }

  @Test
  void theObjectDoesWhatThePureFunctionsDo() {
    var run = start();
    GradientTransform adam = Adam.of(0.1).withEpsRoot(1e-3);
    Map<String, Variable> params = Map.of("w", Variable.of(new double[] {0.5, -1}).tracked());
    TransformState state = adam.init(params);
    for (int t = 0; t < 3; t++) {
      run.step(loss(run.params()));
      Map<String, Variable> g = Map.of("w", Autodiff.grad(loss(params), params.get("w")));
      var update = adam.update(g, state, params);
      params = GradientTransform.apply(params, update.updates());
      state = update.state();
    }
    assertThat(run.params().get("w").toDoubles()).containsExactly(params.get("w").toDoubles());
  }

  @Test
  void restoringASnapshotRepeatsTheRun() {
    var run = start();
    run.step(loss(run.params()));
    var snapshot = run.extract();
    run.step(loss(run.params()));
    double[] first = run.params().get("w").toDoubles();
    run.restore(snapshot);
    run.step(loss(run.params()));
    assertThat(run.params().get("w").toDoubles()).containsExactly(first);
  }

  @Test
  void endingAWindowKeepsTheNumbersAndCutsTheHistory() {
    Variable scale = Variable.scalar(1.5).tracked();
    var run = start();
    run.step(loss(run.params()).times(scale));
    double[] before = run.params().get("w").toDoubles();
    run.stopGradient();
    assertThat(run.params().get("w").toDoubles()).containsExactly(before);
    run.step(loss(run.params()));
    Variable w = run.params().get("w");
    assertThat(Autodiff.grad(w.sum(), scale).item()).isZero();

    var whole = start();
    whole.step(loss(whole.params()).times(scale));
    whole.step(loss(whole.params()));
    Variable same = whole.params().get("w");
    assertThat(same.toDoubles()).containsExactly(w.toDoubles(), within(1e-15));
    assertThat(Autodiff.grad(same.sum(), scale).item()).isNotZero();
  }
}
