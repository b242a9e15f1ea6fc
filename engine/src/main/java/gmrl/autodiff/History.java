package gmrl.autodiff;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a variable was computed, to read and to draw. */
public final class History {
  private History() {}

  /** What a variable was computed from; empty for a leaf. */
  public static List<Variable> inputs(Variable variable) {
    return Arrays.asList(variable.inputs());
  }

  /** A point in the order in which variables are made, for {@link #captured}. */
  public static long mark() {
    return Variable.mark();
  }

  /**
   * The tracked variables made before a mark that variables computed after it depend on directly:
   * what a function has closed over.
   */
  public static List<Variable> captured(List<Variable> outputs, long mark) {
    Set<Variable> found = new LinkedHashSet<>();
    Set<Variable> seen = new HashSet<>(outputs);
    Deque<Variable> open = new ArrayDeque<>(outputs);
    while (!open.isEmpty()) {
      Variable at = open.pop();
      if (!at.isTracked()) {
        continue;
      }
      if (at.age() < mark) {
        found.add(at);
        continue;
      }
      for (Variable input : at.inputs()) {
        if (seen.add(input)) {
          open.push(input);
        }
      }
    }
    return List.copyOf(found);
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
