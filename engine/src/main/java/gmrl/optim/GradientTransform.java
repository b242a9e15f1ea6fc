package gmrl.optim;

import gmrl.autodiff.Variable;
import gmrl.tree.TreePath;
import gmrl.tree.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pure pair of functions that turns gradients into updates.
 *
 * <p>{@code state₀ = init(θ₀)}; {@code (uₜ, stateₜ) = update(gₜ, stateₜ₋₁, θₜ₋₁)}; {@code θₜ = θₜ₋₁
 * + uₜ}. Nothing is kept outside the state, so a run can be stopped, copied and resumed, and
 * everything is differentiable: with respect to the gradients, the parameters, the state, and
 * whatever variables these were computed from.
 *
 * <p>A stage of an optimiser (a clip, a momentum) and a whole optimiser are the same thing; {@link
 * #then} puts one behind the other. The updates of a whole optimiser carry the minus sign already.
 *
 * <p>Parameters are any tree of variables ({@link Trees}), for instance a list of them, a map or a
 * record. Leaves that are no variables (a count, a flag, a name) stay as they are. A none among the
 * gradients means that this leaf has no gradient at this step: neither the parameter nor its part
 * of the state changes. Transforms are immutable and safe for use by many threads.
 */
public interface GradientTransform {

  /** Updates and the state after them, of leaves in the order of the tree. */
  record Leaves(List<@Nullable Variable> updates, TransformState state) {}

  /** Updates, a tree like the parameters, and the state after them. */
  record Update<P>(P updates, TransformState state) {}

  /** The state before the first update, for the leaves of the parameters. */
  TransformState initLeaves(List<Variable> params);

  /**
   * One update of the leaves.
   *
   * @param gradients one per parameter and of its shape; null where there is none
   * @param state what {@link #initLeaves} or the update before gave
   * @param params the parameters at which the gradients were taken
   */
  Leaves updateLeaves(
      List<@Nullable Variable> gradients, TransformState state, List<Variable> params);

  /** The state before the first update of a tree of parameters. */
  default TransformState init(Object params) {
    return init(params, Trees.standard());
  }

  /** As above, under rules of one's own. */
  default TransformState init(Object params, Trees trees) {
    return initLeaves(ParameterTrees.variables(trees, params));
  }

  /**
   * One update of a tree.
   *
   * @throws IllegalArgumentException if the trees or the shapes of their leaves differ
   */
  default <P> Update<P> update(P gradients, TransformState state, P params) {
    return update(gradients, state, params, Trees.standard());
  }

  /** As above, under rules of one's own. */
  default <P> Update<P> update(P gradients, TransformState state, P params, Trees trees) {
    Trees.Flat flat = trees.noneIsLeaf().flatten(params);
    List<Variable> at = new ArrayList<>();
    List<@Nullable Variable> leaves = new ArrayList<>();
    List<Object> given = flat.spec().flattenUpTo(gradients);
    for (int i = 0; i < given.size(); i++) {
      Object param = flat.leaves().get(i);
      Object gradient = given.get(i);
      if (param instanceof Variable variable) {
        at.add(variable);
        leaves.add(Trees.isNone(gradient) ? null : checked(gradient, variable, flat, i));
      }
    }
    Leaves result = updateLeaves(leaves, state, at);
    return new Update<>(ParameterTrees.replace(trees, params, result.updates()), result.state());
  }

  private static Variable checked(Object gradient, Variable param, Trees.Flat flat, int position) {
    TreePath path = flat.spec().paths().get(position);
    if (!(gradient instanceof Variable variable)) {
      throw new IllegalArgumentException(
          "The gradient at " + path + " must be a variable, not " + gradient);
    }
    if (!Arrays.equals(variable.shape(), param.shape())) {
      throw new IllegalArgumentException(
          "The gradient at %s has shape %s, but its parameter has %s"
              .formatted(path, Arrays.toString(variable.shape()), Arrays.toString(param.shape())));
    }
    return variable;
  }

  /** θ + u at every leaf that has an update. */
  static <P> P apply(P params, P updates) {
    return apply(params, updates, Trees.standard());
  }

  /** As above, under rules of one's own. */
  static <P> P apply(P params, P updates, Trees trees) {
    return trees
        .noneIsLeaf()
        .zip(
            params,
            updates,
            (Object p, Object u) ->
                p instanceof Variable param && u instanceof Variable update
                    ? param.plus(update)
                    : p);
  }

  /** This transform, then {@code next} on its updates. */
  default GradientTransform then(GradientTransform next) {
    return Stages.of(this, next);
  }
}
