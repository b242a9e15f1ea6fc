package gmrl.autodiff;

import gmrl.autodiff.memory.Store;
import gmrl.autodiff.memory.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Writes down, while a function of arrays runs on this thread, which kernels it applies to what.
 *
 * <p>Numbers are told apart by the memory that holds them, so that tracking, detaching, reshaping
 * and naming leave no mark. Memory that is neither an argument nor a result of an earlier kernel
 * holds a constant, of which a copy is taken.
 */
final class Trace {
  private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();

  /** Numbers by their place in {@link #values}, in the shape in which a kernel sees them. */
  record Operand(int value, List<Integer> shape) {
    int[] dims() {
      return shape.stream().mapToInt(d -> d).toArray();
    }
  }

  /** One kernel that was applied, to arrays of one type. */
  record Step(Kernel kernel, List<Operand> inputs, Operand output, DataType type) {}

  /**
   * An array of the recorded function.
   *
   * @param constant its numbers if they are the same at every call
   * @param varies whether it depends on the arguments
   */
  record Value(Store like, @Nullable Store constant, boolean varies) {}

  private final Map<Store, Integer> known = new HashMap<>();
  private final List<Value> values = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Workspace memory;

  /**
   * @param memory takes the constants
   */
  Trace(List<Variable> arguments, Workspace memory) {
    this.memory = memory;
    for (Variable argument : arguments) {
      known.put(argument.store(), values.size());
      values.add(new Value(argument.store(), null, true));
    }
  }

  /** Runs {@code body} and writes down what it does on this thread. */
  <T> T listen(Supplier<T> body) {
    CURRENT.set(this);
    try {
      return body.get();
    } finally {
      CURRENT.remove();
    }
  }

  static boolean isOn() {
    return CURRENT.get() != null;
  }

  /** Writes a kernel down, if this thread is recording. */
  static void record(Kernel kernel, Variable[] inputs, Primitive.Value result) {
    Trace trace = CURRENT.get();
    if (trace == null) {
      return;
    }
    List<Operand> operands = new ArrayList<>();
    boolean varies = false;
    for (Variable input : inputs) {
      Operand operand = trace.operand(input.store(), input.dims());
      operands.add(operand);
      varies |= trace.values.get(operand.value()).varies();
    }
    trace.known.put(result.store(), trace.values.size());
    trace.values.add(new Value(result.store(), null, varies));
    trace.steps.add(
        new Step(
            kernel,
            List.copyOf(operands),
            new Operand(trace.values.size() - 1, list(result.shape())),
            result.store().type));
  }

  /** Refuses to let numbers that depend on the arguments leave for plain Java. */
  static void read(Variable variable) {
    Trace trace = CURRENT.get();
    if (trace == null) {
      return;
    }
    Integer value = trace.known.get(variable.store());
    if (value != null && trace.values.get(value).varies()) {
      throw new IllegalStateException(
          "a recorded function may not read numbers that depend on its arguments, here those of an"
              + " array of shape %s;".formatted(Arrays.toString(variable.dims()))
              + " what Java computes from them would be the same at every later call");
    }
  }

  /** The place of some numbers; memory that nothing has been heard of holds a constant. */
  Operand operand(Store store, int[] dims) {
    Integer value = known.get(store);
    if (value == null) {
      Store copy = memory.take(store.type, store.length);
      copy.copy(0, store, 0, store.length);
      value = values.size();
      known.put(store, value);
      values.add(new Value(copy, copy, false));
    }
    return new Operand(value, list(dims));
  }

  List<Value> values() {
    return values;
  }

  List<Step> steps() {
    return steps;
  }

  private static List<Integer> list(int[] dims) {
    return Arrays.stream(dims).boxed().toList();
  }
}
