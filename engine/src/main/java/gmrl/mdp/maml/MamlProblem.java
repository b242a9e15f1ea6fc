package gmrl.mdp.maml;

import gmrl.mdp.Estimator;
import gmrl.mdp.EstimatorLimit;
import gmrl.mdp.Mdp;
import gmrl.mdp.ReusingGradient;
import gmrl.mdp.Reweighting;
import gmrl.mdp.SampledReturn;
import gmrl.mdp.Sampling;
import gmrl.mdp.TabularProblem;
import gmrl.meta.CurvatureSlot;
import gmrl.meta.InnerSlot;
import gmrl.meta.OuterSlot;
import gmrl.meta.ReturnSlot;
import gmrl.meta.SampledStep;
import java.util.Arrays;

/**
 * MAML-RL on a tabular MDP (Finn et al. 2017): θ^0 = φ, and J_in = J_out = the return J(θ) = V(s₀).
 */
public final class MamlProblem implements TabularProblem<MamlPoint> {
  /** Advantages are returns to the horizon. */
  private static final double TRACE = 1;

  private final Mdp mdp;
  private final Sampling sampling;

  /** A problem in the given MDP, whose samplers draw as {@code sampling} says. */
  public MamlProblem(Mdp mdp, Sampling sampling) {
    this.mdp = mdp;
    this.sampling = sampling;
  }

  @Override
  public Mdp mdp() {
    return mdp;
  }

  @Override
  public int phiSize() {
    return mdp.cells();
  }

  @Override
  public int thetaSize() {
    return mdp.cells();
  }

  @Override
  public void initial(double[] phi, double[] theta) {
    System.arraycopy(phi, 0, theta, 0, theta.length);
  }

  @Override
  public void addInitialVjp(double[] phi, double[] cotangent, double[] meta) {
    for (int i = 0; i < meta.length; i++) {
      meta[i] += cotangent[i];
    }
  }

  @Override
  public MamlPoint newPoint() {
    return new MamlPoint(mdp);
  }

  @Override
  public void moveTo(MamlPoint point, double[] phi, double[] theta) {
    point.moveTo(theta);
  }

  @Override
  public double objective(MamlPoint point) {
    return point.evaluation().objective();
  }

  @Override
  public InnerSlot<MamlPoint> exactInner() {
    return (point, step, random, gradient) -> point.evaluation().gradient(gradient);
  }

  @Override
  public CurvatureSlot<MamlPoint> exactCurvature() {
    return new ExactCurvature();
  }

  @Override
  public OuterSlot<MamlPoint> exactOuter() {
    return (point, random, thetaGradient, phiGradient) -> {
      point.evaluation().gradient(thetaGradient);
      Arrays.fill(phiGradient, 0);
    };
  }

  @Override
  public InnerSlot<MamlPoint> inner(Estimator estimator, int samples) {
    SampledReturn sampled = new SampledReturn(mdp, sampling, estimator, samples, TRACE);
    return (point, step, random, gradient) -> {
      sampled.draw(point.policy(), point.evaluation(), random);
      sampled.estimate().gradient(gradient);
    };
  }

  @Override
  public InnerSlot<MamlPoint> reusingInner(Reweighting reweighting, int samples) {
    ReusingGradient reusing = new ReusingGradient(mdp, sampling, samples, TRACE, reweighting);
    return (point, step, random, gradient) ->
        reusing.gradient(point.policy(), point.evaluation(), step, random, gradient);
  }

  @Override
  public CurvatureSlot<MamlPoint> curvature(Estimator estimator, int samples) {
    return new SampledCurvature(new SampledReturn(mdp, sampling, estimator, samples, TRACE));
  }

  /** ∇_θ J_in as the estimator has it on average: what is left of its error as |τ| → ∞. */
  public InnerSlot<MamlPoint> innerLimit(Estimator estimator) {
    return (point, step, random, gradient) -> limit(point, estimator).gradient(gradient);
  }

  /** ∇²_θ J_in as the estimator has it on average: its Hessian bias without any noise. */
  public CurvatureSlot<MamlPoint> curvatureLimit(Estimator estimator) {
    return new LimitCurvature(estimator, sampling.horizon());
  }

  /** ∇J_out as the estimator has it on average. */
  public OuterSlot<MamlPoint> outerLimit(Estimator estimator) {
    return (point, random, thetaGradient, phiGradient) -> {
      limit(point, estimator).gradient(thetaGradient);
      Arrays.fill(phiGradient, 0);
    };
  }

  private EstimatorLimit limit(MamlPoint point, Estimator estimator) {
    EstimatorLimit limit =
        new EstimatorLimit(point.policy(), point.evaluation(), estimator, sampling.horizon());
    limit.reset();
    return limit;
  }

  @Override
  public SampledStep<MamlPoint> step(Estimator estimator, int samples) {
    return new SampledCurvature(
        new SampledReturn(mdp, sampling, estimator.pathwise(), samples, TRACE));
  }

  @Override
  public OuterSlot<MamlPoint> outer(Estimator estimator, int samples) {
    SampledReturn sampled = new SampledReturn(mdp, sampling, estimator, samples, TRACE);
    return (point, random, thetaGradient, phiGradient) -> {
      sampled.draw(point.policy(), point.evaluation(), random);
      sampled.estimate().gradient(thetaGradient);
      Arrays.fill(phiGradient, 0);
    };
  }

  @Override
  public ReturnSlot<MamlPoint> sampledReturn(int samples) {
    SampledReturn sampled = new SampledReturn(mdp, sampling, Estimator.LOADED, samples, TRACE);
    return (point, random) -> {
      sampled.draw(point.policy(), point.evaluation(), random);
      return sampled.estimate().meanReturn();
    };
  }
}
