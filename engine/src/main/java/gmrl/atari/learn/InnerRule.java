package gmrl.atari.learn;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.optim.Adam;
import gmrl.optim.ClipByGlobalNorm;
import gmrl.optim.FusedAdam;
import gmrl.optim.GradientTransform;
import java.util.List;

/**
 * θ ← θ + Adam(clip(g)): the gradient's global norm is clipped, and Adam is differentiable in the
 * gradient and in its own moments.
 *
 * @param rate α, step size
 * @param eps ε, outside the root
 * @param maxGradNorm largest global norm
 * @param clipIsConstant whether nothing flows back through the clip factor
 */
record InnerRule(double rate, double eps, double maxGradNorm, boolean clipIsConstant) {

  /** The published rule, with a constant clip factor. */
  InnerRule(double rate, double eps, double maxGradNorm) {
    this(rate, eps, maxGradNorm, true);
  }

  /** The same updates, of which the clip factor is differentiated too. */
  InnerRule differentiable() {
    return new InnerRule(rate, eps, maxGradNorm, false);
  }

  /** The learner after one update with these gradients, recorded if they are tracked. */
  Learner apply(Learner at, List<Variable> gradients) {
    GradientTransform.Leaves clipped =
        clip().updateLeaves(List.copyOf(gradients), clip().initLeaves(at.p()), at.p());
    GradientTransform.Leaves moved =
        new FusedAdam(Adam.of(rate).withEps(eps))
            .updateLeaves(clipped.updates(), at.adam(), at.p());
    return at.next(present(moved.updates()), moved.state());
  }

  private ClipByGlobalNorm clip() {
    ClipByGlobalNorm clip = ClipByGlobalNorm.of(maxGradNorm);
    return clipIsConstant ? clip : clip.differentiable();
  }

  /** Every gradient was there, so every update is. */
  @SuppressWarnings("NullAway")
  private static List<Variable> present(List<? extends Variable> updates) {
    return List.copyOf(updates);
  }

  static double norm(List<Variable> gradients) {
    return Ops.norm(gradients.stream().map(Variable::detach).toList()).item();
  }
}
