package gmrl.optim;

import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import gmrl.tree.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * u = f_i g with a factor of its own for every leaf, for instance a learned rate each (Li et al.
 * 2017, "Meta-SGD"): {@code Sgd.of(1).then(ScaleEach.by(rates))}, differentiated with respect to
 * the rates.
 *
 * @param factors one per leaf, in the order of the parameters' tree; each of one element or of an
 *     array that broadcasts against its leaf
 */
public record ScaleEach(List<Variable> factors) implements GradientTransform {
  public ScaleEach {
    factors = List.copyOf(factors);
  }

  /** Factors in a tree like the parameters. */
  public static ScaleEach by(Object factors) {
    return new ScaleEach(ParameterTrees.variables(Trees.standard(), factors));
  }

  @Override
  public TransformState initLeaves(List<Variable> params) {
    if (params.size() != factors.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d factors for %d leaves, expected one for each",
              factors.size(),
              params.size()));
    }
    return TransformState.empty();
  }

  @Override
  public Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params) {
    initLeaves(params);
    List<@Nullable Variable> updates = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      Variable gradient = gradients.get(i);
      updates.add(
          gradient == null ? null : gradient.times(Ops.cast(factors.get(i), gradient.type())));
    }
    return new Leaves(updates, state);
  }
}
