package gmrl.atari.learn;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Fused;
import gmrl.autodiff.Variable;
import gmrl.autodiff.formula.Formula;
import gmrl.meta.InnerStep;
import java.util.ArrayList;
import java.util.List;

/**
 * One inner update of a network on leaves of its own, and its pull-back.
 *
 * <p>Forward, g = ∇_θ L(θ, φ) and (θ', m', v') = Adam(θ, m, v, clip g). Backward, a cotangent of
 * the three goes through Adam to one of g, c_g; then c_gᵀ ∂g/∂φ is this step's share of the
 * meta-gradient (the mixed derivative) and c_gᵀ ∂g/∂θ is what the curvature of L hands on to the
 * steps before.
 */
final class AdamStep implements InnerStep<LearnerCotangent> {
  /**
   * The published rule for undefined cotangents. Where the mean of squares is 0 the gradient has
   * always been exactly 0, the root is infinitely steep, and 0·∞ was taken as 0: such entries, and
   * those that are undefined for any other reason, pass nothing on. Infinite ones stay.
   */
  private static final Fused DEFINED =
      Fused.of(
          "defined",
          2,
          x -> {
            Formula zero = Formula.constant(0);
            return x[1].greater(zero).select(x[0].equal(x[0]).select(x[0], zero), zero);
          });

  /** What a step descends. */
  @FunctionalInterface
  interface InnerLoss {
    Losses.Loss at(List<Variable> p, Coefficients c);
  }

  private final InnerRule rule;
  private final Learner start;
  private final Variable raw;
  private final boolean first;
  private List<Variable> gradient = List.of();
  private List<Variable> gradientLeaves = List.of();
  private Learner recorded;
  private Losses.Loss loss;
  private double norm;

  /**
   * Takes the step.
   *
   * @param first whether nobody will want the cotangent of the learner before it
   */
  AdamStep(InnerLoss inner, InnerRule rule, Learner at, Variable raw, boolean first) {
    this.rule = rule;
    this.start = at.leaves();
    this.raw = raw.detach().tracked("raw");
    this.first = first;
    this.loss = inner.at(start.p(), Coefficients.ofRaw(this.raw));
    this.recorded = start;
    advance();
  }

  @Override
  public void advance() {
    gradient = Autodiff.grad(loss.total(), start.p());
    norm = InnerRule.norm(gradient);
    // A cut between gradient and Adam: the pull-back wants the cotangent that passes here.
    gradientLeaves = gradient.stream().map(g -> g.detach().tracked()).toList();
    recorded = rule.apply(start, gradientLeaves);
  }

  /** The learner after this update, without history. */
  Learner next() {
    return recorded.constants();
  }

  Losses.Loss loss() {
    return loss;
  }

  /** Global norm of the gradient before it is clipped. */
  double gradientNorm() {
    return norm;
  }

  @Override
  public void pullBack(LearnerCotangent cotangent, double[] meta) {
    int n = gradient.size();
    List<Variable> inputs = new ArrayList<>(gradientLeaves);
    inputs.addAll(start.m());
    inputs.addAll(start.v());
    List<Variable> throughAdam = Autodiff.vjpOnce(recorded.all(), cotangent.arrays(), inputs);
    List<Variable> ofGradient = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      ofGradient.add(DEFINED.apply(throughAdam.get(i), recorded.v().get(i).detach()));
    }
    List<Variable> sources = new ArrayList<>();
    sources.add(raw);
    boolean curved = !first && cotangent.curvature();
    if (curved) {
      sources.addAll(start.p());
    }
    List<Variable> found = Autodiff.vjpOnce(gradient, ofGradient, sources);
    cotangent.share(found.get(0).toDoubles(), meta);
    if (first) {
      return;
    }
    List<Variable> before = new ArrayList<>(cotangent.arrays().subList(0, n));
    if (curved) {
      for (int i = 0; i < n; i++) {
        before.set(i, before.get(i).plus(found.get(i + 1)));
      }
    }
    before.addAll(throughAdam.subList(n, 3 * n));
    cotangent.replace(before);
  }
}
