package gmrl.mdp.lirpg;

import gmrl.mdp.Estimator;
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
 * LIRPG on a tabular MDP (Zheng et al. 2018): φ is an intrinsic reward, J_in the return under R +
 * φ, J_out the return under R, and θ^0 does not depend on φ.
 *
 * <p>The samplers' advantages are generalised advantages on the shaped reward. The reference
 * program samples only the inner and the Hessian slot and only {@code maml} and {@code lvc}; here
 * every estimator fits every slot: {@code loaded} takes the same advantages, {@code dice} and
 * {@code dice-baseline} the shaped rewards themselves, and a sampled outer slot is the same
 * estimator under R alone. φ has one Hessian factor fewer than inner steps, so at K = 1 estimators
 * that share their advantages share the meta-gradient too.
 */
public final class LirpgProblem implements TabularProblem<LirpgPoint> {
  private final Mdp mdp;
  private final Sampling sampling;
  private final double trace;
  private final boolean criticGradient;
  private final double[] initial;

  /**
   * Poses the problem.
   *
   * @param mdp where it acts
   * @param sampling how the samplers draw
   * @param trace λ in [0, 1] of the generalised advantage
   * @param criticGradient whether the critic of the shaped reward is differentiated in φ
   * @param initial θ^0 [S·A], cloned
   * @throws IllegalArgumentException if λ is out of range or θ^0 has the wrong length
   */
  public LirpgProblem(
      Mdp mdp, Sampling sampling, double trace, boolean criticGradient, double[] initial) {
    if (!(trace >= 0 && trace <= 1)) {
      throw new IllegalArgumentException("lambda is " + trace + ", expected a value in [0, 1]");
    }
    if (initial.length != mdp.cells()) {
      throw new IllegalArgumentException(
          "theta has " + initial.length + " entries, expected " + mdp.cells());
    }
    this.mdp = mdp;
    this.sampling = sampling;
    this.trace = trace;
    this.criticGradient = criticGradient;
    this.initial = initial.clone();
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
    System.arraycopy(initial, 0, theta, 0, theta.length);
  }

  @Override
  public void addInitialVjp(double[] phi, double[] cotangent, double[] meta) {
    // θ^0 does not depend on φ.
  }

  @Override
  public LirpgPoint newPoint() {
    return new LirpgPoint(mdp);
  }

  @Override
  public void moveTo(LirpgPoint point, double[] phi, double[] theta) {
    point.moveTo(phi, theta);
  }

  @Override
  public double objective(LirpgPoint point) {
    return point.extrinsic().objective();
  }

  @Override
  public InnerSlot<LirpgPoint> exactInner() {
    return (point, step, random, gradient) -> point.shaped().gradient(gradient);
  }

  @Override
  public CurvatureSlot<LirpgPoint> exactCurvature() {
    return new ExactCurvature();
  }

  @Override
  public OuterSlot<LirpgPoint> exactOuter() {
    return (point, random, thetaGradient, phiGradient) -> {
      point.extrinsic().gradient(thetaGradient);
      Arrays.fill(phiGradient, 0);
    };
  }

  @Override
  public InnerSlot<LirpgPoint> inner(Estimator estimator, int samples) {
    SampledReturn sampled = sampled(estimator, samples);
    return (point, step, random, gradient) -> {
      sampled.draw(point.policy(), point.shaped(), point.intrinsicReward(), random);
      sampled.estimate().gradient(gradient);
    };
  }

  @Override
  public InnerSlot<LirpgPoint> reusingInner(Reweighting reweighting, int samples) {
    ReusingGradient reusing = new ReusingGradient(mdp, sampling, samples, trace, reweighting);
    return (point, step, random, gradient) ->
        reusing.gradient(point.policy(), point.shaped(), step, random, gradient);
  }

  @Override
  public CurvatureSlot<LirpgPoint> curvature(Estimator estimator, int samples) {
    return new SampledCurvature(
        sampled(estimator, samples), new MixedProduct(mdp.states(), criticGradient));
  }

  @Override
  public SampledStep<LirpgPoint> step(Estimator estimator, int samples) {
    return new SampledCurvature(
        sampled(estimator.pathwise(), samples), new MixedProduct(mdp.states(), criticGradient));
  }

  @Override
  public OuterSlot<LirpgPoint> outer(Estimator estimator, int samples) {
    SampledReturn sampled = sampled(estimator, samples);
    return (point, random, thetaGradient, phiGradient) -> {
      sampled.draw(point.policy(), point.extrinsic(), random);
      sampled.estimate().gradient(thetaGradient);
      Arrays.fill(phiGradient, 0);
    };
  }

  @Override
  public ReturnSlot<LirpgPoint> sampledReturn(int samples) {
    SampledReturn sampled = sampled(Estimator.LOADED, samples);
    return (point, random) -> {
      sampled.draw(point.policy(), point.extrinsic(), random);
      return sampled.estimate().meanReturn();
    };
  }

  private SampledReturn sampled(Estimator estimator, int samples) {
    return new SampledReturn(mdp, sampling, estimator, samples, trace);
  }
}
