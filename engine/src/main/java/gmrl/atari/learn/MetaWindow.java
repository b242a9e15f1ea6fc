package gmrl.atari.learn;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import gmrl.meta.Adjoint;
import java.util.ArrayList;
import java.util.List;

/**
 * K inner updates and the derivative of an outer loss by the meta-parameters, by the {@linkplain
 * Adjoint adjoint recursion}. The state of a step is (θ, m, v).
 *
 * <p>Adam's moments before the window are constants. With a mixture, outer losses at earlier
 * iterates join the recursion where it passes them.
 */
final class MetaWindow {
  /** What is descended in one inner step, given its experience. */
  @FunctionalInterface
  interface Inner {
    AdamStep.InnerLoss on(Rollout rollout);
  }

  private final Losses losses;
  private final Inner inner;
  private final Learner start;
  private final Variable raw;
  private final List<AdamStep> steps = new ArrayList<>();
  private Learner now;

  MetaWindow(Losses losses, Surrogate surrogate, boolean detachGamma, Learner start, Variable raw) {
    this(
        losses,
        rollout -> new Losses.Published(losses, rollout, surrogate, detachGamma),
        start,
        raw);
  }

  MetaWindow(Losses losses, Inner inner, Learner start, Variable raw) {
    this.losses = losses;
    this.inner = inner;
    this.start = start.constants();
    this.raw = raw;
    this.now = this.start;
  }

  /** θ^k after the updates so far. */
  Learner learner() {
    return now;
  }

  /** One more inner update. */
  AdamStep advance(InnerRule rule, Rollout rollout) {
    AdamStep step = new AdamStep(inner.on(rollout), rule, now, raw, steps.isEmpty());
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
    Joined joined = new Joined(terms, outer);
    LearnerCotangent whole = new LearnerCotangent(now, true);
    double[] total = new double[MetaParameters.SIZE];
    Adjoint.run(steps, steps.size(), joined, whole, total);
    if (!split) {
      return new MetaGradient(joined.loss, total, new double[0][], new double[0][]);
    }
    double loss = joined.loss;
    LearnerCotangent straight = new LearnerCotangent(now, false);
    Adjoint.run(steps, steps.size(), joined, straight, new double[MetaParameters.SIZE]);
    double[][] mixed = straight.shares();
    double[][] transported = whole.shares();
    for (int k = 0; k < mixed.length; k++) {
      for (int i = 0; i < mixed[k].length; i++) {
        transported[k][i] -= mixed[k][i];
      }
    }
    return new MetaGradient(loss, total, mixed, transported);
  }

  /** Pulls any outer objective back through all steps. */
  double[] pull(Adjoint.Outer<LearnerCotangent> outer) {
    double[] total = new double[MetaParameters.SIZE];
    Adjoint.run(steps, steps.size(), outer, new LearnerCotangent(now, true), total);
    return total;
  }

  /** The outer losses where the recursion passes them. */
  private final class Joined implements Adjoint.Outer<LearnerCotangent> {
    private final List<OuterTerm> terms;
    private final OuterLoss outer;
    private double loss;

    Joined(List<OuterTerm> terms, OuterLoss outer) {
      this.terms = terms;
      this.outer = outer;
    }

    @Override
    public void join(int step, LearnerCotangent cotangent, double[] meta) {
      for (OuterTerm term : terms) {
        if (term.step() == step) {
          List<Variable> p = at(step).leaves().p();
          Variable value = outer.loss(losses, p, term.rollout(), start.p()).times(term.weight());
          loss += value.item();
          cotangent.add(Autodiff.gradOnce(value, p));
        }
      }
    }
  }

  /** θ^step, without history. */
  Learner at(int step) {
    return step == steps.size() ? now : steps.get(step - 1).next();
  }
}
