package gmrl.atari.learn;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * K inner updates and the derivative of an outer loss by the meta-parameters, by the adjoint
 * recursion
 *
 * <pre>
 *   u ← ∇J_out(θ^K);   for k = K−1 … 0:   m ← m + (∂step_k/∂φ)ᵀ u;   u ← (∂step_k/∂(θ, m, v))ᵀ u
 * </pre>
 *
 * <p>Adam's moments before the window are constants. With a mixture, outer losses at earlier
 * iterates join the recursion where it passes them.
 */
final class MetaWindow {
  private final Losses losses;
  private final Surrogate surrogate;
  private final boolean detachGamma;
  private final Learner start;
  private final Variable raw;
  private final List<InnerStep> steps = new ArrayList<>();
  private Learner now;

  MetaWindow(Losses losses, Surrogate surrogate, boolean detachGamma, Learner start, Variable raw) {
    this.losses = losses;
    this.surrogate = surrogate;
    this.detachGamma = detachGamma;
    this.start = start.constants();
    this.raw = raw;
    this.now = this.start;
  }

  /** θ^k after the updates so far. */
  Learner learner() {
    return now;
  }

  /** One more inner update. */
  InnerStep advance(InnerRule rule, Rollout rollout) {
    InnerStep step = new InnerStep(losses, rule, now, raw, rollout, surrogate, detachGamma);
    steps.add(step);
    now = step.next();
    return step;
  }

  /**
   * An outer loss at one iterate.
   *
   * @param step k in 1 … K: evaluated at θ^k
   * @param weight its weight in the mixture
   * @param rollout fresh experience of θ^k
   */
  record OuterTerm(int step, double weight, Rollout rollout) {}

  /**
   * The meta-gradient.
   *
   * @param loss weighted sum of the outer losses
   * @param total derivative by the four raw meta-parameters
   * @param mixed [K][4] share of each step without the curvature of the steps after it
   * @param transported [K][4] share of each step that the curvature of later steps carried; both
   *     are empty unless asked for
   */
  @SuppressWarnings("ArrayRecordComponent")
  record MetaGradient(double loss, double[] total, double[][] mixed, double[][] transported) {}

  /**
   * Pulls the outer losses back through all steps.
   *
   * @param terms at least one, in any order
   * @param outer settings of the outer loss
   * @param split whether to tell mixed and transported parts apart, for twice the work
   */
  MetaGradient gradient(List<OuterTerm> terms, OuterLoss outer, boolean split) {
    int k = steps.size();
    double[] total = new double[MetaParameters.SIZE];
    double[][] whole = new double[k][];
    double[][] mixed = new double[split ? k : 0][];
    double[][] transported = new double[split ? k : 0][];
    List<Variable> u = InnerStep.none(now);
    List<Variable> straight = u;
    double loss = 0;
    for (int step = k; step >= 1; step--) {
      for (OuterTerm term : terms) {
        if (term.step() == step) {
          List<Variable> p = at(step).leaves().p();
          Variable value = outer.loss(losses, p, term.rollout(), start.p()).times(term.weight());
          loss += value.item();
          List<Variable> gradient = Autodiff.gradOnce(value, p);
          u = add(u, gradient);
          straight = split ? add(straight, gradient) : straight;
        }
      }
      boolean handOn = step > 1;
      InnerStep.Pulled pulled = steps.get(step - 1).pull(u, handOn, true);
      whole[step - 1] = pulled.meta().toDoubles();
      for (int i = 0; i < total.length; i++) {
        total[i] += whole[step - 1][i];
      }
      if (split) {
        InnerStep.Pulled direct = steps.get(step - 1).pull(straight, handOn, false);
        mixed[step - 1] = direct.meta().toDoubles();
        transported[step - 1] = minus(whole[step - 1], mixed[step - 1]);
        straight = direct.state();
      }
      u = pulled.state();
    }
    return new MetaGradient(loss, total, mixed, transported);
  }

  private Learner at(int step) {
    return step == steps.size() ? now : steps.get(step - 1).next();
  }

  private static List<Variable> add(List<Variable> cotangents, List<Variable> ofParameters) {
    List<Variable> out = new ArrayList<>(cotangents);
    for (int i = 0; i < ofParameters.size(); i++) {
      out.set(i, out.get(i).plus(ofParameters.get(i)));
    }
    return out;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] out = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i] - b[i];
    }
    return out;
  }
}
