package gmrl.mdp;

import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.OuterSlot;
import gmrl.meta.ReturnSlot;
import gmrl.meta.SampledStep;
import java.util.Arrays;

/**
 * A tabular problem whose two objectives are returns of the policy; a problem adds what φ is.
 *
 * @param <P> the problem's workspace
 */
public abstract class ReturnProblem<P extends ReturnPoint> implements TabularProblem<P> {
  private final Mdp mdp;
  private final Sampling sampling;
  private final double gaeLambda;

  /**
   * Fixes how slots sample.
   *
   * @param mdp where the problem is posed
   * @param sampling how the samplers draw
   * @param gaeLambda λ in [0, 1] of the generalised advantage, 1 for returns to the horizon
   * @throws IllegalArgumentException if λ is out of range
   */
  protected ReturnProblem(Mdp mdp, Sampling sampling, double gaeLambda) {
    if (!(gaeLambda >= 0 && gaeLambda <= 1)) {
      throw new IllegalArgumentException("lambda is " + gaeLambda + ", expected a value in [0, 1]");
    }
    this.mdp = mdp;
    this.sampling = sampling;
    this.gaeLambda = gaeLambda;
  }

  /** How J_in depends on φ at a fixed policy; made anew for each slot. */
  protected abstract MixedTerm mixedTerm();

  @Override
  public final Mdp mdp() {
    return mdp;
  }

  @Override
  public int phiSize() {
    return mdp.cells();
  }

  @Override
  public final int thetaSize() {
    return mdp.cells();
  }

  @Override
  public final double objective(P point) {
    return point.outerReturn().objective();
  }

  @Override
  public final InnerSlot<P> exactInner() {
    return (point, step, random, gradient) -> point.innerReturn().gradient(gradient);
  }

  @Override
  public final CurvatureSlot<P> exactCurvature() {
    return new ExactCurvature<>(mixedTerm());
  }

  @Override
  public final OuterSlot<P> exactOuter() {
    return (point, random, thetaGradient, phiGradient) -> {
      point.outerReturn().gradient(thetaGradient);
      Arrays.fill(phiGradient, 0);
    };
  }

  @Override
  public final InnerSlot<P> inner(Estimator estimator, int samples) {
    SampledReturn sampled = sampled(estimator, samples);
    return (point, step, random, gradient) -> {
      sampled.draw(point.policy(), point.innerReturn(), random);
      sampled.estimate().gradient(gradient);
    };
  }

  @Override
  public final InnerSlot<P> reusingInner(Reweighting reweighting, int samples) {
    ReusingGradient reusing = new ReusingGradient(mdp, sampling, samples, gaeLambda, reweighting);
    return (point, step, random, gradient) ->
        reusing.gradient(point.policy(), point.innerReturn(), step, random, gradient);
  }

  @Override
  public final CurvatureSlot<P> curvature(Estimator estimator, int samples) {
    return new SampledCurvature<>(sampled(estimator, samples), mixedTerm());
  }

  @Override
  public final SampledStep<P> step(Estimator estimator, int samples) {
    return new SampledCurvature<>(sampled(estimator.pathwise(), samples), mixedTerm());
  }

  @Override
  public final OuterSlot<P> outer(Estimator estimator, int samples) {
    SampledReturn sampled = sampled(estimator, samples);
    return (point, random, thetaGradient, phiGradient) -> {
      sampled.draw(point.policy(), point.outerReturn(), random);
      sampled.estimate().gradient(thetaGradient);
      Arrays.fill(phiGradient, 0);
    };
  }

  @Override
  public final ReturnSlot<P> sampledReturn(int samples) {
    SampledReturn sampled = sampled(Estimator.LOADED, samples);
    return (point, random) -> {
      sampled.draw(point.policy(), point.outerReturn(), random);
      return sampled.estimate().meanReturn();
    };
  }

  @Override
  public final InnerSlot<P> innerLimit(Estimator estimator) {
    EstimatorLimit limit = limit(estimator);
    return (point, step, random, gradient) -> {
      limit.reset(point.policy(), point.innerReturn());
      limit.gradient(gradient);
    };
  }

  @Override
  public final CurvatureSlot<P> curvatureLimit(Estimator estimator) {
    return new LimitCurvature<>(limit(estimator), mixedTerm());
  }

  @Override
  public final OuterSlot<P> outerLimit(Estimator estimator) {
    EstimatorLimit limit = limit(estimator);
    return (point, random, thetaGradient, phiGradient) -> {
      limit.reset(point.policy(), point.outerReturn());
      limit.gradient(thetaGradient);
      Arrays.fill(phiGradient, 0);
    };
  }

  private EstimatorLimit limit(Estimator estimator) {
    return new EstimatorLimit(
        new PolicyPoint(mdp), estimator, sampling.horizon(), gaeLambda, sampling.loadedDiscount());
  }

  private SampledReturn sampled(Estimator estimator, int samples) {
    return new SampledReturn(mdp, sampling, estimator, samples, gaeLambda);
  }
}
