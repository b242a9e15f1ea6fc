package gmrl.autodiff;

import gmrl.autodiff.memory.Arena;
import java.util.List;

/**
 * The lifetime of the arrays that are computed while it is open.
 *
 * <p>Every array computed on a thread belongs to the innermost scope open on that thread and is
 * given back when the scope is closed, unless {@link #keep} hands it to the scope outside. The
 * outermost scope owns the memory: closing an inner scope makes its arrays available to the next
 * one, closing the outermost returns everything to the system. A training loop therefore opens one
 * scope around the run and one inside for each step:
 *
 * <pre>{@code
 * try (Scope run = Scope.open()) {
 *   Variable theta = start();
 *   for (int step = 0; step < steps; step++) {
 *     try (Scope scope = Scope.open()) {
 *       Variable next = scope.keep(update(theta));
 *       run.release(theta);
 *       theta = next;
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>All arrays together may take as much memory as the Java heap ({@code -Xmx}) unless the system
 * property {@code org.bytedeco.javacpp.maxbytes} says otherwise; beyond that an {@link
 * OutOfMemoryError} is thrown.
 *
 * <p>Without any open scope arrays live until the garbage collector finds them. Scopes belong to
 * the thread that opened them and are closed in reverse order, as try-with-resources does. An array
 * used after its scope was closed throws {@link IllegalStateException}.
 */
public final class Scope implements AutoCloseable {
  private final Arena arena;

  private Scope(Arena arena) {
    this.arena = arena;
  }

  /** Opens a scope inside the innermost open scope of this thread. */
  public static Scope open() {
    return new Scope(Arena.open());
  }

  /**
   * Hands an array of this scope to the scope outside, so that it outlives this one.
   *
   * @return {@code variable} without the history that led to it: a new leaf over the same numbers,
   *     tracked exactly if {@code variable} was a tracked leaf
   */
  public Variable keep(Variable variable) {
    arena.pass(variable.store());
    return variable.isLeaf() ? variable : variable.detach();
  }

  /** {@link #keep(Variable)} for each element. */
  public List<Variable> keep(List<Variable> variables) {
    return variables.stream().map(this::keep).toList();
  }

  /** Makes this scope one of the holders of an array, whichever scope it was computed in. */
  void adopt(Variable variable) {
    arena.hold(variable.store());
  }

  /** Makes {@code other} a holder of an array that would otherwise end with this scope. */
  void hand(Variable variable, Scope other) {
    other.adopt(variable);
  }

  /** Gives an array of this scope back before the scope closes; it must not be used again. */
  public void release(Variable variable) {
    if (!arena.release(variable.store())) {
      throw new IllegalArgumentException(
          "variable " + variable + " does not belong to this scope, so it cannot release it");
    }
  }

  /** {@link #release(Variable)} for each element. */
  public void release(List<Variable> variables) {
    variables.forEach(this::release);
  }

  /** Bytes outside the heap that this scope's outermost scope has taken from the system. */
  public long bytesReserved() {
    return arena.bytesReserved();
  }

  /** Bytes of these that arrays are using now. */
  public long bytesInUse() {
    return arena.bytesInUse();
  }

  /** Gives every array of this scope back that was not kept. Closing twice does nothing. */
  @Override
  public void close() {
    arena.close();
  }
}
