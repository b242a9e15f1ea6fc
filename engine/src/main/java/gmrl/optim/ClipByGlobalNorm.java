package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * u = g·min(1, c/(‖g‖ + 10⁻⁶)) with one norm over all leaves.
 *
 * <p>In PyTorch and in the reference library the factor is a number, through which nothing flows
 * back; {@link #of} does the same, and meta-gradient RL as published depends on it. {@link
 * #differentiable} differentiates the factor too. Its derivative is 0 at ‖g‖ = 0 to all orders,
 * where the factor is 1; at the threshold the two branches share the derivative.
 *
 * @param maxNorm c
 * @param norm which norm
 * @param stopGradient whether the factor is a constant for derivatives
 */
public record ClipByGlobalNorm(double maxNorm, Norm norm, boolean stopGradient)
    implements GradientTransform {

  private static final double SLACK = 1e-6;

  /**
   * A norm over all elements of all leaves, (Σ |x|ᵖ)^(1/p).
   *
   * @param order p ≥ 1; infinity for the largest absolute value
   */
  public record Norm(double order) {
    /** Sum of absolute values. */
    public static final Norm L1 = new Norm(1);

    /** Euclidean. */
    public static final Norm L2 = new Norm(2);

    /** Largest absolute value. */
    public static final Norm MAX = new Norm(Double.POSITIVE_INFINITY);

    public Norm {
      Hyperparameters.require(order >= 1, "order of the norm", "≥ 1", order);
    }
  }

  public ClipByGlobalNorm {
    Hyperparameters.positive("largest norm", maxNorm);
  }

  /** The usual clip: Euclidean, factor not differentiated. */
  public static ClipByGlobalNorm of(double maxNorm) {
    return new ClipByGlobalNorm(maxNorm, Norm.L2, true);
  }

  /** This clip with its factor differentiated. */
  public ClipByGlobalNorm differentiable() {
    return new ClipByGlobalNorm(maxNorm, norm, false);
  }

  @Override
  public TransformState initLeaves(List<Variable> params) {
    return TransformState.empty();
  }

  @Override
  public Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params) {
    List<Variable> present =
        gradients.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    if (present.isEmpty()) {
      return new Leaves(gradients, state);
    }
    Variable factor = factor(stopGradient ? detached(present) : present);
    List<@Nullable Variable> updates = new ArrayList<>();
    for (Variable gradient : gradients) {
      updates.add(gradient == null ? null : gradient.times(Ops.cast(factor, gradient.type())));
    }
    return new Leaves(updates, state);
  }

  private static List<Variable> detached(List<Variable> gradients) {
    return gradients.stream().map(Variable::detach).toList();
  }

  /** min(1, c/(‖g‖ + 10⁻⁶)), one element. */
  Variable factor(List<Variable> gradients) {
    Variable total = Ops.norm(gradients, norm.order()).plus(SLACK);
    Variable one = Ops.zerosLike(total).plus(1);
    return Ops.minimum(one, one.times(maxNorm).over(total));
  }
}
