package gmrl.optim;

import gmrl.autodiff.Autodiff;
import gmrl.autodiff.Variable;
import gmrl.tree.Trees;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Parameters and optimiser state in one object that steps, for any {@link GradientTransform}.
 *
 * <p>{@link #step} computes the gradient so that it can be differentiated again: after K steps
 * {@link #params()} is a function of the parameters before and of everything that the losses
 * depended on.
 *
 * <pre>{@code
 * var inner = MetaOptimizer.of(Adam.of(1e-3), params);
 * for (int k = 0; k < 3; k++) {
 *   inner.step(innerLoss(inner.params(), eta));
 * }
 * Variable metaGradient = Autodiff.grad(outerLoss(inner.params()), eta);
 * inner.stopGradient(); // the next window starts here
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 *
 * @param <P> a tree of variables
 */
public final class MetaOptimizer<P> {

  /** Parameters and state at one moment; {@link #restore} returns to it. */
  public record Snapshot<P>(P params, TransformState state) {}

  private final GradientTransform transform;
  private final Trees trees;
  private P params;
  private TransformState state;

  private MetaOptimizer(GradientTransform transform, Trees trees, P params, TransformState state) {
    this.transform = transform;
    this.trees = trees;
    this.params = params;
    this.state = state;
  }

  /** Starts at {@code params}, of which leaves that are not tracked become tracked. */
  public static <P> MetaOptimizer<P> of(GradientTransform transform, P params) {
    return of(transform, params, Trees.standard());
  }

  /** As above, under rules of one's own about what is a tree. */
  public static <P> MetaOptimizer<P> of(GradientTransform transform, P params, Trees trees) {
    P tracked = mapLeaves(trees, params, v -> v.isTracked() ? v : v.tracked());
    return new MetaOptimizer<>(transform, trees, tracked, transform.init(tracked, trees));
  }

  /** The present parameters, tracked. */
  public P params() {
    return params;
  }

  /** The present state. */
  public TransformState state() {
    return state;
  }

  /**
   * θ ← θ + u with the gradient of {@code loss}, all of it differentiable.
   *
   * @param loss one element, computed from {@link #params()}
   */
  public void step(Variable loss) {
    step(loss, g -> g);
  }

  /** As {@link #step(Variable)}, with {@code hook} applied to the gradient of every leaf. */
  public void step(Variable loss, UnaryOperator<Variable> hook) {
    List<Variable> leaves = ParameterTrees.variables(trees, params);
    List<Variable> gradients = Autodiff.grad(loss, leaves).stream().map(hook).toList();
    apply(ParameterTrees.replace(trees, params, gradients));
  }

  /** θ ← θ + u with gradients that the caller has computed; none for a leaf that stays. */
  public void apply(P gradients) {
    GradientTransform.Update<P> update = transform.update(gradients, state, params, trees);
    params = GradientTransform.apply(params, update.updates(), trees);
    state = update.state();
  }

  /** What {@link #restore} needs to come back to this moment, history included. */
  public Snapshot<P> extract() {
    return new Snapshot<>(params, state);
  }

  /** Returns to a moment of this optimiser, or of another one of the same kind. */
  public void restore(Snapshot<P> snapshot) {
    params = snapshot.params();
    state = snapshot.state();
  }

  /**
   * Ends a window: parameters and state keep their numbers, and nothing flows back beyond this
   * point. The parameters become new tracked leaves.
   */
  public void stopGradient() {
    params = mapLeaves(trees, params, v -> v.detach().tracked());
    state = state.detach();
  }

  private static <P> P mapLeaves(Trees trees, P params, UnaryOperator<Variable> f) {
    List<Variable> mapped = ParameterTrees.variables(trees, params).stream().map(f).toList();
    return ParameterTrees.replace(trees, params, mapped);
  }
}
