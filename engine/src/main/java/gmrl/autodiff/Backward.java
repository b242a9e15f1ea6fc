package gmrl.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reverse pass: from cotangents of some outputs to cotangents of some inputs, along the
 * variables that lie between them and no others.
 *
 * <p>What is older than the oldest input cannot depend on any of them, so the pass does not look
 * there: a step of a long unroll costs the same however much history lies below it.
 */
final class Backward {
  private final List<Node> order = new ArrayList<>();
  private final Map<Variable, Node> nodes = new HashMap<>();
  private final List<Variable> xs;
  private final Set<Variable> ends;
  private final long oldest;
  private boolean otherLeaves;
  private int visited;

  /** What is known of one variable that the outputs were computed from. */
  private static final class Node {
    final Variable variable;
    final boolean wanted;
    boolean entered;
    boolean reach;
    int next;
    @Nullable Primitive operation;
    @Nullable Node[] inputs = {};
    List<Variable> pending = new ArrayList<>(2);
    @Nullable Variable result;

    Node(Variable variable, boolean wanted) {
      this.variable = variable;
      this.wanted = wanted;
      this.reach = wanted;
    }

    boolean[] needed() {
      boolean[] needed = new boolean[inputs.length];
      for (int i = 0; i < needed.length; i++) {
        Node input = inputs[i];
        needed[i] = input != null && input.reach;
      }
      return needed;
    }

    List<Variable> takePending() {
      List<Variable> parts = pending;
      pending = List.of();
      return parts;
    }

    /** The cotangent of an input that is needed, for that input's own turn. */
    void pend(int i, Variable cotangent) {
      Node input = inputs[i];
      if (input != null) {
        input.pending.add(cotangent);
      }
    }
  }

  Backward(List<Variable> outputs, List<Variable> xs) {
    this(outputs, xs, Set.of());
  }

  /** As above, without a look at what {@code ends}, inputs or not, were computed from. */
  Backward(List<Variable> outputs, List<Variable> xs, Set<Variable> ends) {
    this.xs = xs;
    this.ends = ends;
    long least = Long.MAX_VALUE;
    for (Variable x : xs) {
      if (!x.isTracked()) {
        throw new IllegalArgumentException(
            x
                + " is not tracked, so nothing can be differentiated with respect to it;"
                + " use tracked() before computing with it");
      }
      nodes.put(x, new Node(x, true));
      least = Math.min(least, x.age());
    }
    this.oldest = least;
    for (Variable output : outputs) {
      visit(output);
    }
  }

  /** Whether the outputs depend on a tracked leaf that is not among the inputs. */
  boolean dependsOnOthers() {
    return otherLeaves;
  }

  /** How many variables were looked at. */
  int visited() {
    return visited;
  }

  /** Puts a root and what it was computed from into {@link #order}, inputs first. */
  private void visit(Variable root) {
    Deque<Node> stack = new ArrayDeque<>();
    enter(root, stack);
    while (!stack.isEmpty()) {
      Node node = stack.peek();
      Variable[] inputs = node.variable.inputs();
      if (node.next < node.inputs.length) {
        node.inputs[node.next] = enter(inputs[node.next], stack);
        node.next++;
      } else {
        stack.pop();
        for (Node input : node.inputs) {
          node.reach |= input != null && input.reach;
        }
        if (node.reach) {
          order.add(node);
        }
        otherLeaves |= node.variable.isLeaf() && !node.wanted;
      }
    }
  }

  /** The node of a variable, pushed if it has not been visited; null where no input can lie. */
  private @Nullable Node enter(Variable variable, Deque<Node> stack) {
    if (!variable.isTracked()) {
      return null;
    }
    if (ends.contains(variable) && !nodes.containsKey(variable)) {
      otherLeaves = true;
      return null;
    }
    if (variable.age() < oldest) {
      // It is tracked, so a tracked leaf lies below, and that is older than every input.
      otherLeaves = true;
      return null;
    }
    Node node = nodes.computeIfAbsent(variable, v -> new Node(v, false));
    if (!node.entered) {
      node.entered = true;
      visited++;
      node.operation = ends.contains(variable) ? null : variable.operation();
      node.inputs = new Node[node.operation == null ? 0 : variable.inputs().length];
      stack.push(node);
    }
    return node;
  }

  /** The cotangents of the inputs as functions of everything they depend on. */
  List<Variable> record(List<Variable> outputs, List<Variable> cotangents) {
    seed(outputs, cotangents);
    for (int at = order.size() - 1; at >= 0; at--) {
      Node node = order.get(at);
      if (node.pending.isEmpty()) {
        continue;
      }
      Variable g = Ops.addAll(node.takePending());
      if (node.wanted) {
        node.result = g;
      }
      Primitive operation = node.operation;
      if (operation != null) {
        Primitive.Call call =
            new Primitive.Call(node.variable.inputs(), node.variable, node.needed());
        Variable[] cotangent = operation.pullback(call, g);
        for (int i = 0; i < cotangent.length; i++) {
          if (cotangent[i] != null && call.needs(i)) {
            node.pend(i, cotangent[i]);
          }
        }
      }
    }
    return results();
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
      for (int at = order.size() - 1; at >= 0; at--) {
        Node node = order.get(at);
        if (node.pending.isEmpty()) {
          continue;
        }
        List<Variable> parts = node.takePending();
        Variable g = Ops.addAll(parts);
        if (parts.size() > 1) {
          work.release(parts);
        }
        Primitive operation = node.operation;
        if (operation != null) {
          step(work, node, operation, g);
        }
        if (node.wanted) {
          node.result = g;
        } else {
          work.release(g);
        }
      }
      return work.keep(results());
    }
  }

  private static void step(Scope work, Node node, Primitive operation, Variable g) {
    try (Scope scope = Scope.open()) {
      Variable[] inputs = new Variable[node.inputs.length];
      Arrays.setAll(inputs, i -> node.variable.inputs()[i].plain());
      Primitive.Call call = new Primitive.Call(inputs, node.variable.plain(), node.needed());
      Variable[] cotangent = operation.pullback(call, g);
      for (int i = 0; i < cotangent.length; i++) {
        if (cotangent[i] != null && call.needs(i)) {
          scope.hand(cotangent[i], work);
          node.pend(i, cotangent[i]);
        }
      }
    }
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
      Node node = nodes.get(y);
      if (node != null && node.entered && node.reach) {
        node.pending.add(g);
      }
    }
  }

  private List<Variable> results() {
    List<Variable> out = new ArrayList<>();
    for (Variable x : xs) {
      Node node = nodes.get(x);
      Variable g = node == null ? null : node.result;
      out.add(g == null ? Ops.zerosLike(x) : g);
    }
    return out;
  }
}
