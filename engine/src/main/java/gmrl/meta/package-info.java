/**
 * The two-loop meta-gradient, its slots, and the measures taken of its estimates.
 *
 * <p>{@link gmrl.meta.MetaGradient} runs trials of a {@link gmrl.meta.TwoLoopProblem} with any mix
 * of inner, {@linkplain gmrl.meta.CurvatureSlot Hessian} and outer slots; {@link
 * gmrl.meta.PerturbedCurvature} puts a known error on a Hessian slot. {@link
 * gmrl.meta.ImplicitMetaGradient} and {@link gmrl.meta.ZeroOrderMetaGradient} estimate the same
 * gradient without unrolling. All that unroll share one recursion, {@link gmrl.meta.Adjoint}, over
 * {@linkplain gmrl.meta.InnerStep inner steps}: gradient ascent, ascent with the score of its
 * batch, a network's optimiser. {@link gmrl.meta.TrialAccumulator} collects the trials into {@link
 * gmrl.meta.Measures}; {@link gmrl.meta.LogLogFit} puts an exponent to a sweep.
 *
 * <p>{@link gmrl.meta.MetaTraining} climbs on φ with an estimate and says at every {@linkplain
 * gmrl.meta.TrainingState update} what the bias has cost.
 *
 * <p>Use this package where gradients and Hessian-vector products come from estimators of one's
 * own, each with its samples; to differentiate a program of arrays through its inner optimisation,
 * use {@code gmrl.optim.bilevel}.
 */
@org.jspecify.annotations.NullMarked
package gmrl.meta;
