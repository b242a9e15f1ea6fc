package gmrl.autodiff;

import gmrl.autodiff.memory.Arena;
import gmrl.autodiff.memory.Store;
import gmrl.autodiff.memory.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A function of arrays that is written down the first time and then only computed: no graph is
 * built, memory is laid out once, and neighbouring elementwise operations become one pass.
 *
 * <p>Worth it wherever the same computation is done many times with arrays of the same shapes, as a
 * training step is; the smaller the arrays, the more. Results are those of the function itself, bit
 * for bit. The function may take gradients of any order inside:
 *
 * <pre>{@code
 * try (Recorded step = Recorded.of(x -> {
 *   Variable theta = x.get(0).tracked();
 *   return List.of(theta.minus(Autodiff.grad(loss(theta, x.get(1)), theta).times(0.1)));
 * })) {
 *   for (Variable batch : batches) {
 *     theta = step.apply(theta, batch).get(0);
 *   }
 * }
 * }</pre>
 *
 * <p>What the function does must depend on its arguments only through operations on arrays: {@link
 * Variable#item()} and its siblings are refused, and everything else that it uses — variables from
 * outside, random numbers, Java values such as a step count or a learning rate — stays what it was
 * at the first call. What changes from call to call is therefore an argument: action numbers as an
 * array for {@link Ops#pick(Variable, Variable)}, the bias corrections of Adam as two arrays of one
 * number. Arguments of other shapes or types are recorded anew and remembered beside the first.
 *
 * <p>The results are constants that belong to the caller's {@link Scope}. Holds memory until it is
 * closed. For one thread at a time.
 */
public final class Recorded implements AutoCloseable {
  private final Function<List<Variable>, List<Variable>> function;
  private final List<Replay> recordings = new ArrayList<>();
  private boolean closed;

  private Recorded(Function<List<Variable>, List<Variable>> function) {
    this.function = function;
  }

  /** Nothing is computed until the first {@link #apply}. */
  public static Recorded of(Function<List<Variable>, List<Variable>> function) {
    return new Recorded(function);
  }

  /** {@link #apply(List)}. */
  public List<Variable> apply(Variable... arguments) {
    return apply(List.of(arguments));
  }

  /**
   * The function's results.
   *
   * @param arguments not tracked: no derivative passes through a recorded function, only the ones
   *     that it takes inside
   * @throws IllegalStateException if the function reads numbers of its arguments, or after {@link
   *     #close}
   */
  public List<Variable> apply(List<Variable> arguments) {
    if (closed) {
      throw new IllegalStateException("this recorded function has been closed");
    }
    for (Variable argument : arguments) {
      if (argument.isTracked()) {
        throw new IllegalArgumentException(
            "arguments of a recorded function must not be tracked, but %s is; detach it, and take"
                    .formatted(argument)
                + " derivatives inside the function");
      }
    }
    if (Trace.isOn()) {
      return results(function.apply(arguments));
    }
    for (Replay recording : recordings) {
      if (recording.fits(arguments)) {
        return recording.run(arguments);
      }
    }
    return record(arguments);
  }

  /** The first call with these shapes: the function itself gives the results. */
  private List<Variable> record(List<Variable> arguments) {
    Workspace memory = new Workspace();
    try (Scope scope = Scope.open()) {
      List<Variable> own = distinct(arguments);
      Trace trace = new Trace(own, memory);
      List<Variable> results = trace.listen(() -> results(function.apply(own)));
      recordings.add(new Recording(trace, memory).replay(own, results));
      List<Variable> out = new ArrayList<>();
      for (Variable result : results) {
        // A result that is an argument or a constant from outside is given back as a copy.
        out.add(scope.keep(Variable.constant(copy(result), result.dims())));
      }
      return out;
    } catch (RuntimeException | Error e) {
      memory.close();
      throw e;
    }
  }

  /** The arguments, with a copy where one array is given twice: a later call may give two. */
  private static List<Variable> distinct(List<Variable> arguments) {
    Set<Store> seen = new HashSet<>();
    return arguments.stream()
        .map(x -> seen.add(x.store()) ? x.plain() : Variable.constant(copy(x), x.dims()))
        .toList();
  }

  private static Store copy(Variable x) {
    Store store = Arena.allocate(x.type(), x.size());
    store.copy(0, x.store(), 0, x.size());
    return store;
  }

  private static List<Variable> results(List<Variable> results) {
    return results.stream().map(Variable::plain).toList();
  }

  int recordings() {
    return recordings.size();
  }

  /** What the recordings do, one line per pass over memory or kernel, to read. */
  public List<String> steps() {
    return recordings.stream().flatMap(r -> r.labels().stream()).toList();
  }

  /** Bytes outside the heap that this function holds between calls. */
  public long bytesReserved() {
    return recordings.stream().mapToLong(Replay::bytes).sum();
  }

  /** Gives the memory back; closing twice does nothing. */
  @Override
  public void close() {
    closed = true;
    recordings.forEach(Replay::close);
    recordings.clear();
  }
}
