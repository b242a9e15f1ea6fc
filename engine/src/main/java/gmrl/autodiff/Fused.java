package gmrl.autodiff;

import gmrl.autodiff.formula.Formula;
import gmrl.autodiff.formula.FormulaGradient;
import gmrl.autodiff.formula.Program;
import gmrl.autodiff.formula.Reader;
import gmrl.autodiff.kernel.Parallel;
import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A formula applied at every position of its arguments, after broadcasting, in one pass over
 * memory.
 *
 * <p>All elementwise arithmetic of this package is made of it; own ones are worth it where several
 * passes would follow each other, as in an optimiser:
 *
 * <pre>{@code
 * static final Fused STEP = Fused.of("step", 3, x -> x[0].minus(x[1].times(x[2])));
 * Variable next = STEP.apply(theta, learningRate, gradient);
 * }</pre>
 *
 * <p>Its derivatives are fused formulas again, derived once and remembered. Immutable; make one per
 * formula, not one per call.
 */
public final class Fused implements Elementwise {
  private final String label;
  private final int arity;
  private final Formula body;
  private final Program program;
  private final @Nullable Pullback[] pullbacks;

  /** The cotangent of one argument as a formula of some of: arguments, output, cotangent. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Pullback(int[] slots, @Nullable Fused formula, String key) {}

  private Fused(String label, int arity, Formula body) {
    this.label = label;
    this.arity = arity;
    this.body = body;
    this.program = new Program(body, arity);
    this.pullbacks = new Pullback[arity];
  }

  /**
   * @param label name in drawings
   * @param arity number of arrays
   * @param body the formula, from one input per array
   */
  public static Fused of(String label, int arity, Function<Formula[], Formula> body) {
    Formula[] inputs = new Formula[arity];
    for (int i = 0; i < arity; i++) {
      inputs[i] = new Formula.Input(i);
    }
    return new Fused(label, arity, body.apply(inputs));
  }

  /** Evaluates the formula; arguments broadcast and have one type. */
  public Variable apply(Variable... arguments) {
    if (arguments.length != arity) {
      throw new IllegalArgumentException(
          label + " takes " + arity + " arrays, but " + arguments.length + " were given");
    }
    for (Variable argument : arguments) {
      if (argument.type() != arguments[0].type()) {
        throw new IllegalArgumentException(
            label
                + " needs arrays of one type, but got "
                + arguments[0].type()
                + " and "
                + argument.type());
      }
    }
    return Variable.apply(this, arguments);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Program program(int inputs) {
    return program;
  }

  /** How many operations the formula fuses. */
  int operations() {
    return program.size();
  }

  @Override
  public int[] shape(Variable[] inputs) {
    int[] shape = inputs[0].dims();
    for (int i = 1; i < inputs.length; i++) {
      shape = Shapes.broadcast(shape, inputs[i].dims());
    }
    return shape;
  }

  @Override
  public Runnable bind(Variable[] inputs, Store out) {
    int[] shape = shape(inputs);
    Reader[] readers = new Reader[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      readers[i] = inputs[i].reader(shape);
    }
    List<Reader> list = Arrays.asList(readers);
    return () -> Parallel.ranges(out.length, GRAIN, (from, to) -> program.run(list, out, from, to));
  }

  @Override
  public @Nullable Variable[] pullback(Call call, Variable cotangent) {
    @Nullable Variable[] out = new Variable[arity];
    Map<String, Variable> shared = new HashMap<>();
    for (int i = 0; i < arity; i++) {
      if (!call.needs(i)) {
        continue;
      }
      Pullback rule = rule(i);
      if (rule.formula() == null) {
        out[i] = rule.slots().length == 0 ? null : Ops.sumTo(cotangent, call.input(i).dims());
        continue;
      }
      // Arguments that enter in the same way, as the terms of a sum do, share one pass.
      Variable whole = shared.get(rule.key());
      if (whole == null) {
        whole = rule.formula().apply(arguments(rule, call, cotangent));
        shared.put(rule.key(), whole);
      }
      out[i] = Ops.sumTo(whole, call.input(i).dims());
    }
    return out;
  }

  private Variable[] arguments(Pullback rule, Call call, Variable cotangent) {
    Variable[] arguments = new Variable[rule.slots().length];
    for (int j = 0; j < arguments.length; j++) {
      int slot = rule.slots()[j];
      arguments[j] = slot < arity ? call.input(slot) : slot == arity ? call.output() : cotangent;
    }
    return arguments;
  }

  private synchronized Pullback rule(int i) {
    Pullback rule = pullbacks[i];
    if (rule == null) {
      rule = derive(i);
      pullbacks[i] = rule;
    }
    return rule;
  }

  /** Reverse mode over the formula, with the output and its cotangent as further inputs. */
  private Pullback derive(int i) {
    Formula output = new Formula.Input(arity);
    Formula seed = new Formula.Input(arity + 1);
    Formula derivative = new FormulaGradient(body, output, seed).of(i);
    if (derivative.is(0)) {
      return new Pullback(new int[0], null, "");
    }
    if (derivative.equals(seed)) {
      return new Pullback(new int[] {arity + 1}, null, "");
    }
    Map<Integer, Integer> slots = new java.util.TreeMap<>();
    FormulaGradient.inputs(derivative, slots, new HashMap<>());
    int next = 0;
    for (Map.Entry<Integer, Integer> slot : slots.entrySet()) {
      slot.setValue(next++);
    }
    Formula packed = FormulaGradient.renumber(derivative, slots, new HashMap<>());
    int[] order = slots.keySet().stream().mapToInt(s -> s).toArray();
    Fused formula = new Fused(label + "′", order.length, packed);
    String key = Arrays.toString(order) + formula.program.signature();
    return new Pullback(order, formula, key);
  }
}
