package gmrl.mdp;

import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.OuterSlot;
import gmrl.meta.ReturnSlot;
import gmrl.meta.SampledStep;
import gmrl.meta.TwoLoopProblem;

/**
 * A two-loop problem on a tabular MDP, with every slot exact or sampled.
 *
 * <p>θ, φ and all gradients are flat arrays over cells [S·A]. The problem is immutable; the slots
 * it makes hold scratch memory and belong to one thread.
 *
 * @param <P> the problem's workspace
 */
public interface TabularProblem<P> extends TwoLoopProblem<P> {

  /** The MDP learned in. */
  Mdp mdp();

  /** J_out at a point, exactly. */
  double objective(P point);

  /** ∇_θ J_in by solves. */
  InnerSlot<P> exactInner();

  /** ∇²_θ J_in and ∇_φ∇_θ J_in by solves. */
  CurvatureSlot<P> exactCurvature();

  /** ∇J_out by solves. */
  OuterSlot<P> exactOuter();

  /**
   * ∇_θ J_in from a fresh batch each step.
   *
   * @param estimator the surrogate
   * @param samples trajectories a batch, at least 1
   */
  InnerSlot<P> inner(Estimator estimator, int samples);

  /**
   * ∇_θ J_in from a fresh batch each step together with the batches of the trial's earlier steps,
   * reweighted to the present policy: more samples for the same interaction, which is the
   * off-policy remedy against compositional bias (Liu et al. 2022, section 5).
   *
   * @param reweighting how the earlier batches are corrected
   * @param samples fresh trajectories a step, at least 1
   */
  InnerSlot<P> reusingInner(Reweighting reweighting, int samples);

  /**
   * ∇²_θ J_in and ∇_φ∇_θ J_in from a fresh batch each step.
   *
   * @param estimator the surrogate
   * @param samples trajectories a batch, at least 1
   */
  CurvatureSlot<P> curvature(Estimator estimator, int samples);

  /**
   * A sampled inner step that is differentiated along its own batch. The critic counts as a
   * constant in θ.
   *
   * @param estimator whose gradient moves θ, see {@link Estimator#pathwise}
   * @param samples trajectories a batch, at least 1
   */
  SampledStep<P> step(Estimator estimator, int samples);

  /**
   * ∇J_out from a fresh batch.
   *
   * @param estimator the surrogate
   * @param samples trajectories, at least 1
   */
  OuterSlot<P> outer(Estimator estimator, int samples);

  /** ∇_θ J_in as the estimator has it on average: what is left of its error as |τ| → ∞. */
  InnerSlot<P> innerLimit(Estimator estimator);

  /** ∇²_θ J_in and ∇_φ∇_θ J_in as the estimator has them on average: Hessian bias without noise. */
  CurvatureSlot<P> curvatureLimit(Estimator estimator);

  /** ∇J_out as the estimator has it on average. */
  OuterSlot<P> outerLimit(Estimator estimator);

  /**
   * J_out as a mean return: bootstrapped at the horizon with the noisy critic.
   *
   * @param samples trajectories, at least 1
   */
  ReturnSlot<P> sampledReturn(int samples);
}
