package gmrl.autodiff.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reverse mode over one formula. */
public final class FormulaGradient {
  private final Map<Formula, Formula> cotangents = new HashMap<>();
  private final Map<Integer, Formula> results = new java.util.HashMap<>();

  /** {@code output} stands for the value of {@code body}, {@code seed} for its cotangent. */
  public FormulaGradient(Formula body, Formula output, Formula seed) {
    List<Formula> order = new ArrayList<>();
    sort(body, order, new HashMap<>());
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
        Formula[] x = apply.arguments().toArray(new Formula[0]);
        for (int i = 0; i < x.length; i++) {
          if (x[i] instanceof Formula.Constant) {
            continue;
          }
          Formula value = node == body ? output : node;
          Formula part = apply.op().pullback(i, x, value, g);
          if (!part.is(0)) {
            cotangents.merge(x[i], part, Formula::plus);
          }
        }
      }
    }
  }

  /** The cotangent of one input. */
  public Formula of(int input) {
    return results.getOrDefault(input, Formula.Constant.ZERO);
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
