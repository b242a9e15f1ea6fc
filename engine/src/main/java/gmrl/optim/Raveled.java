package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.tree.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A tree of variables as one vector, and the way back, for methods that know vectors only.
 *
 * <p>Both ways are differentiable. Leaves that are no variables stay as they are. Where the leaves
 * are of both types the vector is of doubles, and the way back gives each leaf its type.
 *
 * @param <P> the tree
 */
public final class Raveled<P> {
  private final Trees trees;
  private final P like;
  private final List<Variable> leaves;
  private final Variable vector;

  private Raveled(Trees trees, P tree) {
    this.trees = trees;
    like = tree;
    leaves = ParameterTrees.variables(trees, tree);
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("There are no variables in the tree, expected some");
    }
    DataType first = leaves.get(0).type();
    boolean mixed = leaves.stream().anyMatch(leaf -> leaf.type() != first);
    DataType type = mixed ? DataType.DOUBLE : first;
    vector =
        Ops.concatenate(
            0, leaves.stream().map(leaf -> Ops.cast(leaf, type).reshape(leaf.size())).toList());
  }

  /** The elements of all variables, one leaf after the other. */
  public static <P> Raveled<P> of(P tree) {
    return of(tree, Trees.standard());
  }

  /** As above, under rules of one's own. */
  public static <P> Raveled<P> of(P tree, Trees trees) {
    return new Raveled<>(trees, tree);
  }

  /** The vector. */
  public Variable vector() {
    return vector;
  }

  /**
   * A tree like the first one, of the elements of a vector.
   *
   * @throws IllegalArgumentException if it has another length
   */
  public P unravel(Variable other) {
    if (other.rank() != 1 || other.size() != vector.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The vector has %d elements in %d dimensions, expected %d in one",
              other.size(),
              other.rank(),
              vector.size()));
    }
    List<Variable> parts = new ArrayList<>();
    int at = 0;
    for (Variable leaf : leaves) {
      Variable part = Ops.slice(other, 0, at, at + leaf.size()).reshape(leaf.shape());
      parts.add(Ops.cast(part, leaf.type()));
      at += leaf.size();
    }
    return ParameterTrees.replace(trees, like, parts);
  }
}
