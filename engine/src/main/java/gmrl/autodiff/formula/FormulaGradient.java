package gmrl.autodiff.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reverse mode over one formula.
 *
 * <p>Where a choice ({@code select}, {@code gate}, {@code max} …) decides between branches, the
 * branch not taken passes exactly 0 on, whatever its own derivative is there. A zero put in at the
 * choice would not do: further down it meets an infinite derivative and becomes NaN. So the
 * cotangent enters a branch as it is, and is chosen where it leaves the nodes that only that branch
 * uses.
 */
public final class FormulaGradient {
  private final Map<Formula, Formula> cotangents = new HashMap<>();
  private final Map<Integer, Formula> results = new HashMap<>();
  private final Map<Formula, List<Branch>> branches = new HashMap<>();
  private final Map<Place, Branch> known = new HashMap<>();
  private final Formula body;
  private final Formula output;

  /** An argument of an operation. */
  private record Place(Formula.Apply node, int argument) {}

  /** What only counts where a key is positive, or only where it is not. */
  private record Branch(Formula key, boolean positive) {
    Formula of(Formula part) {
      return positive ? part.gate(key) : key.select(Formula.Constant.ZERO, part);
    }
  }

  /** {@code output} stands for the value of {@code whole}, {@code seed} for its cotangent. */
  public FormulaGradient(Formula whole, Formula output, Formula seed) {
    this.body = unique(whole, new HashMap<>(), new HashMap<>());
    this.output = output;
    List<Formula> order = new ArrayList<>();
    sort(body, order, new HashMap<>());
    findBranches(order);
    cotangents.put(body, seed);
    for (int at = order.size() - 1; at >= 0; at--) {
      Formula node = order.get(at);
      Formula g = cotangents.get(node);
      if (g == null) {
        continue;
      }
      if (node instanceof Formula.Input input) {
        results.merge(input.index(), g, Formula::plus);
      } else if (node instanceof Formula.Apply apply) {
        for (int i = 0; i < apply.arguments().size(); i++) {
          Formula to = apply.arguments().get(i);
          if (to instanceof Formula.Constant) {
            continue;
          }
          Formula part = pullback(apply, i, g);
          if (part.is(0)) {
            continue;
          }
          for (Branch branch : left(apply, i)) {
            part = branch.of(part);
          }
          cotangents.merge(to, part, Formula::plus);
        }
      }
    }
  }

  /** The cotangent of one input. */
  public Formula of(int input) {
    return results.getOrDefault(input, Formula.Constant.ZERO);
  }

  private Formula pullback(Formula.Apply node, int i, Formula g) {
    return node.op().pullback(i, arguments(node), value(node), g);
  }

  private Formula value(Formula node) {
    return node == body ? output : node;
  }

  private static Formula[] arguments(Formula.Apply node) {
    return node.arguments().toArray(new Formula[0]);
  }

  /** For every node the branches that every cotangent on its way there is in, outermost first. */
  private void findBranches(List<Formula> order) {
    branches.put(body, List.of());
    for (int at = order.size() - 1; at >= 0; at--) {
      if (order.get(at) instanceof Formula.Apply apply && branches.containsKey(apply)) {
        for (int i = 0; i < apply.arguments().size(); i++) {
          if (!pullback(apply, i, Formula.Constant.ONE).is(0)) {
            branches.merge(apply.arguments().get(i), into(apply, i), FormulaGradient::common);
          }
        }
      }
    }
  }

  /** The branches that argument {@code i} of a node lies in when it is reached from there. */
  private List<Branch> into(Formula.Apply node, int i) {
    List<Branch> above = branches.getOrDefault(node, List.of());
    Branch branch = known.get(new Place(node, i));
    if (branch == null) {
      Formula key = node.op().key(i, arguments(node), value(node));
      if (key == null) {
        return above;
      }
      branch = new Branch(key, node.op() != ElementOp.SELECT || i == 1);
      known.put(new Place(node, i), branch);
    }
    List<Branch> out = new ArrayList<>(above);
    if (!out.contains(branch)) {
      out.add(branch);
    }
    return out;
  }

  /** The branches that a cotangent leaves on its way to argument {@code i}, innermost first. */
  private List<Branch> left(Formula.Apply node, int i) {
    List<Branch> way = into(node, i);
    Formula to = node.arguments().get(i);
    // At an input the derivative is read: that lies outside of every branch.
    int kept = to instanceof Formula.Input ? 0 : branches.getOrDefault(to, List.of()).size();
    List<Branch> out = new ArrayList<>(way.subList(kept, way.size()));
    Collections.reverse(out);
    return out;
  }

  private record Key(ElementOp op, List<Formula> arguments) {}

  /** The same formula with one node for all that compute the same. */
  private static Formula unique(Formula node, Map<Formula, Formula> done, Map<Key, Formula> first) {
    if (!(node instanceof Formula.Apply apply)) {
      return node;
    }
    Formula there = done.get(node);
    if (there == null) {
      Formula[] arguments = new Formula[apply.arguments().size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = unique(apply.arguments().get(i), done, first);
      }
      there =
          first.computeIfAbsent(
              new Key(apply.op(), List.of(arguments)), key -> Formula.of(apply.op(), arguments));
      done.put(node, there);
    }
    return there;
  }

  private static List<Branch> common(List<Branch> a, List<Branch> b) {
    int n = 0;
    while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
      n++;
    }
    return a.subList(0, n);
  }

  private static void sort(Formula node, List<Formula> order, Map<Formula, Boolean> seen) {
    if (seen.put(node, true) != null) {
      return;
    }
    if (node instanceof Formula.Apply apply) {
      apply.arguments().forEach(argument -> sort(argument, order, seen));
    }
    order.add(node);
  }

  /** Collects the input numbers of a formula as keys of {@code slots}, which is modified. */
  public static void inputs(Formula node, Map<Integer, Integer> slots, Map<Formula, Boolean> seen) {
    if (seen.put(node, true) != null) {
      return;
    }
    if (node instanceof Formula.Input input) {
      slots.put(input.index(), 0);
    } else if (node instanceof Formula.Apply apply) {
      apply.arguments().forEach(argument -> inputs(argument, slots, seen));
    }
  }

  /** The same formula with inputs numbered by {@code slots}. */
  public static Formula renumber(
      Formula node, Map<Integer, Integer> slots, Map<Formula, Formula> done) {
    Formula there = done.get(node);
    if (there != null) {
      return there;
    }
    Formula out = node;
    if (node instanceof Formula.Input input) {
      Integer slot = slots.get(input.index());
      out = new Formula.Input(slot == null ? input.index() : slot);
    } else if (node instanceof Formula.Apply apply) {
      Formula[] arguments = new Formula[apply.arguments().size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = renumber(apply.arguments().get(i), slots, done);
      }
      out = Formula.of(apply.op(), arguments);
    }
    done.put(node, out);
    return out;
  }
}
