package gmrl.optim;

import gmrl.autodiff.Variable;
import gmrl.tree.Trees;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trees of parameters: their variables count, every other leaf stays what it is. */
final class ParameterTrees {
  private ParameterTrees() {}

  /** The variables among the leaves, in the order of the tree. */
  static List<Variable> variables(Trees trees, Object params) {
    List<Variable> found = new ArrayList<>();
    for (Object leaf : trees.flatten(params).leaves()) {
      if (leaf instanceof Variable variable) {
        found.add(variable);
      }
    }
    return found;
  }

  /** The tree with other variables in their order, some of which may be missing. */
  static <P> P replace(Trees trees, P params, List<? extends @Nullable Variable> variables) {
    Iterator<? extends @Nullable Variable> next = variables.iterator();
    return trees.noneIsLeaf().map(params, leaf -> leaf instanceof Variable ? next.next() : leaf);
  }
}
