package gmrl.optim;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import gmrl.tree.Trees;
import java.util.List;
import java.util.function.Function;

/**
 * Ordinary training: parameters and state in one object that steps and forgets.
 *
 * <pre>{@code
 * var training = PlainOptimizer.of(Adam.of(1e-3), params);
 * for (int i = 0; i < 1000; i++) {
 *   double loss = training.step(p -> loss(p, batch()));
 * }
 * }</pre>
 *
 * <p>No step can be differentiated, so none keeps the history of the one before: memory stays that
 * of one step. Where a step is part of an inner loop use {@link MetaOptimizer}. Not safe for use by
 * several threads.
 *
 * @param <P> a tree of variables
 */
public final class PlainOptimizer<P> {
  private final GradientTransform transform;
  private final Trees trees;
  private P params;
  private TransformState state;

  private PlainOptimizer(GradientTransform transform, Trees trees, P params) {
    this.transform = transform;
    this.trees = trees;
    this.params = fresh(trees, params);
    state = transform.init(this.params, trees);
  }

  /** Starts at the numbers of {@code params}. */
  public static <P> PlainOptimizer<P> of(GradientTransform transform, P params) {
    return of(transform, params, Trees.standard());
  }

  /** As above, under rules of one's own about what is a tree. */
  public static <P> PlainOptimizer<P> of(GradientTransform transform, P params, Trees trees) {
    return new PlainOptimizer<>(transform, trees, params);
  }

  /** The present parameters, tracked leaves. */
  public P params() {
    return params;
  }

  /** The present state, without history. */
  public TransformState state() {
    return state;
  }

  /**
   * One step against the gradient of a loss.
   *
   * @param loss one element, computed from the parameters it is given
   * @return its value before the step
   */
  public double step(Function<P, Variable> loss) {
    Variable value = loss.apply(params);
    List<Variable> leaves = ParameterTrees.variables(trees, params);
    apply(ParameterTrees.replace(trees, params, Autodiff.gradOnce(value, leaves)));
    return value.item();
  }

  /** One step with gradients that the caller has computed; none for a leaf that stays. */
  public void apply(P gradients) {
    GradientTransform.Update<P> update = transform.update(gradients, state, params, trees);
    params = fresh(trees, GradientTransform.apply(params, update.updates(), trees));
    state = update.state().detach();
  }

  private static <P> P fresh(Trees trees, P params) {
    return ParameterTrees.replace(
        trees,
        params,
        ParameterTrees.variables(trees, params).stream().map(v -> v.detach().tracked()).toList());
  }
}
