package gmrl.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a variable was computed, to read and to draw. */
public final class History {
  private History() {}

  /** What a variable was computed from; empty for a leaf. */
  public static List<Variable> inputs(Variable variable) {
    return Arrays.asList(variable.inputs());
  }

  /** Name of the operation that gave a variable; empty for a leaf. */
  public static Optional<String> operation(Variable variable) {
    Primitive operation = variable.operation();
    return operation == null ? Optional.empty() : Optional.of(operation.label());
  }

  /** How many operations were done in the one pass that gave a variable; 0 for a leaf. */
  public static int operations(Variable variable) {
    Primitive operation = variable.operation();
    return operation == null ? 0 : operation instanceof Fused fused ? fused.operations() : 1;
  }

  /** Whether a variable was computed by a whole function of which nothing was remembered. */
  public static boolean isCheckpoint(Variable variable) {
    return variable.operation() instanceof Checkpoint;
  }
}
