package gmrl.atari.learn;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.autodiff.formula.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * One inner update on leaves of its own, and its pull-back: a link of the adjoint recursion.
 *
 * <p>Forward, g = ∇_θ L(θ, φ) and (θ', m', v') = Adam(θ, m, v, clip g). Backward, a cotangent of
 * the three goes through Adam to one of g, c_g; then c_gᵀ ∂g/∂φ is this step's share of the
 * meta-gradient (the mixed derivative) and c_gᵀ ∂g/∂θ is what the curvature of L hands on to the
 * steps before.
 */
final class InnerStep {
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

  private final Learner start;
  private final Variable raw;
  private final List<Variable> gradient;
  private final List<Variable> gradientLeaves;
  private final Learner recorded;
  private final Losses.Loss loss;
  private final double norm;

  InnerStep(
      Losses losses,
      InnerRule rule,
      Learner at,
      Variable raw,
      Rollout rollout,
      Surrogate surrogate,
      boolean detachGamma) {
    this.start = at.leaves();
    this.raw = raw.detach().tracked("raw");
    this.loss =
        losses.inner(start.p(), rollout, Coefficients.ofRaw(this.raw), surrogate, detachGamma);
    this.gradient = Autodiff.grad(loss.total(), start.p());
    this.norm = InnerRule.norm(gradient);
    // A cut between gradient and Adam: the pull-back wants the cotangent that passes here.
    this.gradientLeaves = gradient.stream().map(g -> g.detach().tracked()).toList();
    this.recorded = rule.apply(start, gradientLeaves);
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

  /**
   * What a pull-back gives.
   *
   * @param meta share of this step in the derivative by the four raw meta-parameters
   * @param state cotangents of the learner before the step, or empty if not asked for
   */
  record Pulled(Variable meta, List<Variable> state) {}

  /**
   * Pulls cotangents of the learner after this step back.
   *
   * @param cotangents of parameters, means and means of squares, see {@link Learner#all}
   * @param handOn whether the steps before want theirs
   * @param curvature whether the second derivatives by θ take part; without them only what does not
   *     pass through them is handed on
   */
  Pulled pull(List<Variable> cotangents, boolean handOn, boolean curvature) {
    int n = gradient.size();
    List<Variable> inputs = new ArrayList<>(gradientLeaves);
    inputs.addAll(start.m());
    inputs.addAll(start.v());
    List<Variable> throughAdam = Autodiff.vjpOnce(recorded.all(), cotangents, inputs);
    List<Variable> ofGradient = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      ofGradient.add(DEFINED.apply(throughAdam.get(i), recorded.v().get(i).detach()));
    }
    List<Variable> sources = new ArrayList<>();
    sources.add(raw);
    boolean hessian = handOn && curvature;
    if (hessian) {
      sources.addAll(start.p());
    }
    List<Variable> found = Autodiff.vjpOnce(gradient, ofGradient, sources);
    if (!handOn) {
      return new Pulled(found.get(0), List.of());
    }
    List<Variable> state = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      state.add(hessian ? cotangents.get(i).plus(found.get(i + 1)) : cotangents.get(i));
    }
    state.addAll(throughAdam.subList(n, 3 * n));
    return new Pulled(found.get(0), state);
  }

  /** Cotangents of nothing. */
  static List<Variable> none(Learner like) {
    return like.all().stream().map(Ops::zerosLike).toList();
  }
}
