package gmrl.optim;

import gmrl.autodiff.Variable;
import gmrl.tree.TreePath;
import gmrl.tree.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies a transform to some leaves only; the gradients of the others pass unchanged.
 *
 * <p>For a weight decay that spares the biases, mask the decay; to freeze leaves, mask {@link
 * ScaleBy#by ScaleBy.by(0)}. The mask always counts: one of the wrong length or structure is
 * refused (the reference library ignores masks silently).
 *
 * @param inner what to apply
 * @param mask one entry per leaf of the parameters, in the order of the tree
 */
public record Masked(GradientTransform inner, List<Boolean> mask) implements GradientTransform {

  public Masked {
    mask = List.copyOf(mask);
  }

  /**
   * Masks by a tree of booleans, which may be a prefix: one boolean for a whole subtree.
   *
   * @throws gmrl.tree.TreeException if {@code mask} is not a prefix of {@code params}
   */
  public static Masked of(GradientTransform inner, Object params, Object mask) {
    Trees trees = Trees.standard();
    List<Object> leaves = trees.leaves(params);
    List<Boolean> all = trees.leaves(trees.broadcastPrefix(mask, params));
    return new Masked(inner, ofVariables(leaves, all));
  }

  /** Masks by the place of a leaf. */
  public static Masked where(GradientTransform inner, Object params, Predicate<TreePath> applies) {
    List<Object> leaves = Trees.standard().leaves(params);
    List<Boolean> all = Trees.standard().spec(params).paths().stream().map(applies::test).toList();
    return new Masked(inner, ofVariables(leaves, all));
  }

  private static List<Boolean> ofVariables(List<Object> leaves, List<Boolean> mask) {
    List<Boolean> out = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i) instanceof Variable) {
        out.add(mask.get(i));
      }
    }
    return out;
  }

  @Override
  public TransformState initLeaves(List<Variable> params) {
    return inner.initLeaves(selected(params));
  }

  @Override
  public Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params) {
    Leaves inside = inner.updateLeaves(selected(gradients), state, selected(params));
    List<@Nullable Variable> updates = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < params.size(); i++) {
      updates.add(mask.get(i) ? inside.updates().get(next++) : gradients.get(i));
    }
    return new Leaves(updates, inside.state());
  }

  private <T extends @Nullable Object> List<T> selected(List<T> leaves) {
    if (leaves.size() != mask.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The mask has %d entries, but there are %d leaves",
              mask.size(),
              leaves.size()));
    }
    List<T> selected = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      if (mask.get(i)) {
        selected.add(leaves.get(i));
      }
    }
    return selected;
  }
}
