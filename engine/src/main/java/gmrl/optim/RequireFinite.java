package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets gradients pass as they are, and stops at the first update in which one of them is infinite
 * or undefined; put it before a clip, which would spread such a number over all leaves.
 */
public record RequireFinite() implements GradientTransform {

  @Override
  public TransformState initLeaves(List<Variable> params) {
    return TransformState.empty();
  }

  /**
   * As in {@link GradientTransform}.
   *
   * @throws ArithmeticException naming the leaf, by its place among the leaves
   */
  @Override
  public Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params) {
    for (int i = 0; i < gradients.size(); i++) {
      Variable gradient = gradients.get(i);
      if (gradient == null) {
        continue;
      }
      for (double number : gradient.detach().toDoubles()) {
        if (!Double.isFinite(number)) {
          String name = Objects.requireNonNullElse(params.get(i).name(), "leaf " + i);
          throw new ArithmeticException(
              "the gradient of %s holds %s, expected finite numbers".formatted(name, number));
        }
      }
    }
    return new Leaves(gradients, state);
  }
}
