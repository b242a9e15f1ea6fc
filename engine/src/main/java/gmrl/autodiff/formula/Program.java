package gmrl.autodiff.formula;

import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.memory.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A formula as a list of instructions over short rows of numbers that stay in the cache. */
public final class Program {
  /** Numbers handled at once. */
  static final int ROW = Parallel.ROW;

  private static final int GATE_ROW = 1024;
  private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

  record Step(ElementOp op, int a, int b, int c, int out) {}

  private record Key(Object operation, List<Integer> arguments) {}

  private final List<Step> steps = new ArrayList<>();
  private final Map<Integer, Double> constants = new HashMap<>();
  private final Map<Key, Integer> known = new HashMap<>();
  private final int inputs;
  private final int result;
  private int registers;

  public Program(Formula body, int inputs) {
    this.inputs = inputs;
    this.registers = inputs;
    this.result = place(body, new HashMap<>());
    known.clear();
  }

  private int place(Formula formula, Map<Formula, Integer> seen) {
    Integer there = seen.get(formula);
    if (there != null) {
      return there;
    }
    int register;
    if (formula instanceof Formula.Input input) {
      register = input.index();
    } else if (formula instanceof Formula.Constant constant) {
      register = known.computeIfAbsent(new Key(constant.value(), List.of()), key -> registers++);
      constants.put(register, constant.value());
    } else {
      Formula.Apply apply = (Formula.Apply) formula;
      List<Integer> arguments = new ArrayList<>();
      for (Formula argument : apply.arguments()) {
        arguments.add(place(argument, seen));
      }
      Key key = new Key(apply.op(), arguments);
      Integer same = known.get(key);
      if (same == null) {
        same = registers++;
        known.put(key, same);
        int a = arguments.get(0);
        int b = arguments.size() > 1 ? arguments.get(1) : a;
        int c = arguments.size() > 2 ? arguments.get(2) : a;
        steps.add(new Step(apply.op(), a, b, c, same));
      }
      register = same;
    }
    seen.put(formula, register);
    return register;
  }

  /**
   * Evaluates positions {@code from} to {@code to} of {@code out}, which is modified; {@code from}
   * is a multiple of {@link #ROW}.
   */
  public void run(List<Reader> readers, Store out, int from, int to) {
    if (isGate() && out.isFloat()) {
      Store values = readers.get(steps.get(0).a).whole();
      Store keys = readers.get(steps.get(0).b).whole();
      if (values != null && keys != null) {
        gate(values, keys, out, from, to);
        return;
      }
    }
    int row = Math.min(ROW, to - from);
    if (out.isFloat()) {
      float[][] r = new float[registers][row];
      constants.forEach(
          (register, value) -> java.util.Arrays.fill(r[register], value.floatValue()));
      for (int at = from; at < to; at += row) {
        int n = Math.min(row, to - at);
        for (int i = 0; i < inputs; i++) {
          if (at == from || !readers.get(i).repeatsEvery(ROW)) {
            readers.get(i).read(at, r[i], n);
          }
        }
        for (Step s : steps) {
          s.op.run(r[s.a], r[s.b], r[s.c], r[s.out], n);
        }
        out.floats().put(at, r[result], 0, n);
      }
    } else {
      double[][] r = new double[registers][row];
      constants.forEach((register, value) -> java.util.Arrays.fill(r[register], value));
      for (int at = from; at < to; at += row) {
        int n = Math.min(row, to - at);
        for (int i = 0; i < inputs; i++) {
          if (at == from || !readers.get(i).repeatsEvery(ROW)) {
            readers.get(i).read(at, r[i], n);
          }
        }
        for (Step s : steps) {
          s.op.run(r[s.a], r[s.b], r[s.c], r[s.out], n);
        }
        out.doubles().put(at, r[result], 0, n);
      }
    }
  }

  List<Step> steps() {
    return steps;
  }

  Map<Integer, Double> constants() {
    return constants;
  }

  int registers() {
    return registers;
  }

  int result() {
    return result;
  }

  /** Whether this is the derivative of relu alone, for which floats have a loop of its own. */
  public boolean isGate() {
    return steps.size() == 1
        && steps.get(0).op == ElementOp.GATE
        && steps.get(0).a < inputs
        && steps.get(0).b < inputs;
  }

  /**
   * The derivative of relu on bit patterns: a mask of ones where the key, as an integer, lies above
   * 0 and not above infinity, which is where the float is greater than 0. A comparison of floats
   * would branch, and on activations the branch is a coin toss; this loop is vectorised and several
   * times faster.
   */
  private static void gate(Store values, Store keys, Store out, int from, int to) {
    int row = Math.min(GATE_ROW, to - from);
    int[] a = new int[row];
    int[] b = new int[row];
    for (int at = from; at < to; at += row) {
      int n = Math.min(row, to - at);
      values.bits().get(at, a, 0, n);
      keys.bits().get(at, b, 0, n);
      mask(a, b, n);
      out.bits().put(at, a, 0, n);
    }
  }

  /** Keeps values whose key is positive; {@code values} is modified. */
  private static void mask(int[] values, int[] keys, int n) {
    for (int i = 0; i < n; i++) {
      int below = keys[i] - 1;
      values[i] &= ~(below >> 31) & ((below - INFINITY) >> 31);
    }
  }

  /** Text that is the same for programs that compute the same. */
  public String signature() {
    return steps + " " + constants + " " + result;
  }

  /** Number of operations. */
  public int size() {
    return steps.size();
  }
}
