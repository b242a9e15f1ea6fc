package gmrl.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One reverse pass: from cotangents of some outputs to cotangents of some inputs, along the
 * variables that lie between them and no others.
 */
final class Backward {
  private final List<Variable> order = new ArrayList<>();
  private final Map<Variable, Boolean> between = new HashMap<>();
  private final Map<Variable, List<Variable>> pending = new HashMap<>();
  private final Map<Variable, Boolean> wanted = new HashMap<>();
  private final List<Variable> xs;
  private boolean otherLeaves;

  Backward(List<Variable> outputs, List<Variable> xs) {
    this.xs = xs;
    for (Variable x : xs) {
      if (!x.isTracked()) {
        throw new IllegalArgumentException(
            x
                + " is not tracked, so nothing can be differentiated with respect to it;"
                + " use tracked() before computing with it");
      }
      wanted.put(x, true);
    }
    outputs.forEach(this::sort);
  }

  /** Whether the outputs depend on a tracked leaf that is not among the inputs. */
  boolean dependsOnOthers() {
    return otherLeaves;
  }

  /** Whether the outputs depend on {@code x}. */
  boolean reaches(Variable x) {
    return between.getOrDefault(x, false);
  }

  /** A variable on the way down, and how many of its inputs have been visited. */
  private static final class Frame {
    final Variable variable;
    int next;

    Frame(Variable variable) {
      this.variable = variable;
    }
  }

  private void sort(Variable root) {
    if (!root.isTracked() || between.containsKey(root)) {
      return;
    }
    Deque<Frame> stack = new ArrayDeque<>();
    stack.push(new Frame(root));
    between.put(root, wanted.containsKey(root));
    while (!stack.isEmpty()) {
      Frame frame = stack.peek();
      Variable[] inputs = frame.variable.inputs();
      if (frame.next < inputs.length) {
        Variable input = inputs[frame.next++];
        if (input.isTracked() && !between.containsKey(input)) {
          between.put(input, wanted.containsKey(input));
          stack.push(new Frame(input));
        }
      } else {
        stack.pop();
        boolean reach = wanted.containsKey(frame.variable);
        for (Variable input : inputs) {
          reach |= between.getOrDefault(input, false);
        }
        between.put(frame.variable, reach);
        if (reach) {
          order.add(frame.variable);
        }
        otherLeaves |= frame.variable.isLeaf() && !wanted.containsKey(frame.variable);
      }
    }
  }

  /** The cotangents of the inputs as functions of everything they depend on. */
  List<Variable> record(List<Variable> outputs, List<Variable> cotangents) {
    seed(outputs, cotangents);
    Map<Variable, Variable> results = new HashMap<>();
    for (int at = order.size() - 1; at >= 0; at--) {
      Variable node = order.get(at);
      List<Variable> parts = pending.remove(node);
      if (parts == null) {
        continue;
      }
      Variable g = Ops.addAll(parts);
      if (wanted.containsKey(node)) {
        results.put(node, g);
      }
      Primitive operation = node.operation();
      if (operation != null) {
        Primitive.Call call = new Primitive.Call(node.inputs(), node, needed(node));
        Variable[] cotangent = operation.pullback(call, g);
        for (int i = 0; i < cotangent.length; i++) {
          if (cotangent[i] != null && call.needs(i)) {
            pend(node.inputs()[i], cotangent[i]);
          }
        }
      }
    }
    return results(results);
  }

  /** The cotangents of the inputs as constants; memory is given back as the pass moves on. */
  List<Variable> once(List<Variable> outputs, List<Variable> cotangents) {
    if (PathTrace.isOn()) {
      List<Variable> out = new ArrayList<>();
      for (Variable g : record(outputs, cotangents)) {
        String x = xs.get(out.size()).name();
        Variable origin =
            g.isLeaf() || g.name() != null
                ? g
                : g.named(x == null ? "gradient" : "gradient in " + x);
        out.add(PathTrace.cut(origin, PathTrace.Kind.CONSTANT_GRADIENT, g.plain()));
      }
      return out;
    }
    try (Scope work = Scope.open()) {
      List<Variable> seeds = new ArrayList<>();
      for (Variable cotangent : cotangents) {
        Variable seed = cotangent.plain();
        work.adopt(seed);
        seeds.add(seed);
      }
      seed(outputs, seeds);
      Map<Variable, Variable> results = new HashMap<>();
      for (int at = order.size() - 1; at >= 0; at--) {
        Variable node = order.get(at);
        List<Variable> parts = pending.remove(node);
        if (parts == null) {
          continue;
        }
        Variable g = Ops.addAll(parts);
        if (parts.size() > 1) {
          work.release(parts);
        }
        Primitive operation = node.operation();
        if (operation != null) {
          step(work, node, operation, g);
        }
        if (wanted.containsKey(node)) {
          results.put(node, g);
        } else {
          work.release(g);
        }
      }
      return work.keep(results(results));
    }
  }

  private void step(Scope work, Variable node, Primitive operation, Variable g) {
    try (Scope scope = Scope.open()) {
      Variable[] inputs = new Variable[node.inputs().length];
      Arrays.setAll(inputs, i -> node.inputs()[i].plain());
      Primitive.Call call = new Primitive.Call(inputs, node.plain(), needed(node));
      Variable[] cotangent = operation.pullback(call, g);
      for (int i = 0; i < cotangent.length; i++) {
        if (cotangent[i] != null && call.needs(i)) {
          scope.hand(cotangent[i], work);
          pend(node.inputs()[i], cotangent[i]);
        }
      }
    }
  }

  private boolean[] needed(Variable node) {
    boolean[] needed = new boolean[node.inputs().length];
    for (int i = 0; i < needed.length; i++) {
      needed[i] = between.getOrDefault(node.inputs()[i], false);
    }
    return needed;
  }

  private void seed(List<Variable> outputs, List<Variable> cotangents) {
    for (int i = 0; i < outputs.size(); i++) {
      Variable y = outputs.get(i);
      Variable g = cotangents.get(i);
      if (!Arrays.equals(y.dims(), g.dims()) || y.type() != g.type()) {
        throw new IllegalArgumentException(
            "the cotangent of %s %s must have its shape and type, but got %s %s"
                .formatted(
                    y.type(), Arrays.toString(y.dims()), g.type(), Arrays.toString(g.dims())));
      }
      if (reaches(y)) {
        pend(y, g);
      }
    }
  }

  private void pend(Variable to, Variable cotangent) {
    pending.computeIfAbsent(to, key -> new ArrayList<>(2)).add(cotangent);
  }

  private List<Variable> results(Map<Variable, Variable> found) {
    List<Variable> out = new ArrayList<>();
    for (Variable x : xs) {
      Variable g = found.get(x);
      out.add(g == null ? Ops.zerosLike(x) : g);
    }
    return out;
  }
}
