package gmrl.autodiff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function and its derivative, both written by hand, for {@link Autodiff#custom}.
 *
 * <p>Worth it where the chain rule is the wrong way to the derivative: a solution found by
 * iteration, whose derivative follows from what it solves; or a step whose derivative is known in
 * closed form.
 */
public interface CustomOperation {

  /** The value, from constants over the arguments' numbers. */
  Variable evaluate(List<Variable> arguments);

  /**
   * Σ cotangent · ∂output/∂argument for every argument.
   *
   * <p>Written with operations on the variables that it is given, it can itself be differentiated.
   *
   * @param arguments as they were given to {@link Autodiff#custom}, history included
   * @param output the value, as a function of the arguments
   * @param cotangent of the output, of its shape
   * @return one per argument and of its shape; null for zero
   */
  List<@Nullable Variable> pullback(List<Variable> arguments, Variable output, Variable cotangent);
}
