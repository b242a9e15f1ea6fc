package gmrl.optim;

import gmrl.autodiff.Variable;
import java.util.List;

/**
 * The update of one array, for transforms that treat every leaf alike and by itself. Make a
 * transform of it with {@link PerLeaf}.
 */
public interface LeafRule {

  /** The update of a leaf and what to remember of it. */
  record Result(Variable update, List<Variable> memory) {}

  /** The memory before the first update. */
  List<Variable> start(Variable param);

  /**
   * One update.
   *
   * @param step number of this update of this leaf: 1, 2, …
   */
  Result update(Variable gradient, int step, List<Variable> memory, Variable param);
}
