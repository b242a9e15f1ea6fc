package gmrl.experiment.tabular;

import gmrl.mdp.Sampling;
import java.util.Optional;

/**
 * A meta-gradient estimate on tabular MDPs: everything but how often it is repeated.
 *
 * <p>{@link #paper()} holds the one copy of every default.
 *
 * @param problem MAML-RL or LIRPG
 * @param mdps where the MDPs come from
 * @param gamma discount γ in [0, 1); it overrides what a file says
 * @param horizon T, steps per sampled trajectory
 * @param criticNoise scale of the sampler's critic error, 0 or more
 * @param alpha inner step size α, 0 or more
 * @param steps K, number of inner steps
 * @param inner who estimates the gradient that moves θ
 * @param hessian who estimates the curvature
 * @param outer who estimates the gradient at θ^K
 * @param hessianError a controlled error on top of the Hessian slot
 * @param reuse whether the inner slot reuses the batches of the trial's earlier steps, corrected by
 *     importance weights
 * @param theta θ^0 [S][A]; zero if absent. For MAML it is φ
 * @param phi LIRPG's intrinsic reward [S][A]; zero if absent
 */
public record TabularSetup(
    ProblemSpec problem,
    MdpSource mdps,
    double gamma,
    int horizon,
    double criticNoise,
    double alpha,
    int steps,
    SlotSpec inner,
    SlotSpec hessian,
    SlotSpec outer,
    HessianError hessianError,
    boolean reuse,
    Optional<Table> theta,
    Optional<Table> phi) {
  /** Longest trajectory. */
  public static final int LONGEST_HORIZON = 100_000;

  /** Most inner steps. */
  public static final int MOST_STEPS = 1000;

  /** Checks the ranges. */
  public TabularSetup {
    if (!(gamma >= 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma is " + gamma + ", expected a value in [0, 1)");
    }
    Checks.range("horizon", horizon, 1, LONGEST_HORIZON);
    Checks.nonNegative("criticNoise", criticNoise);
    Checks.nonNegative("alpha", alpha);
    Checks.range("steps (K)", steps, 0, MOST_STEPS);
    if (reuse && inner instanceof SlotSpec.Sampled s && s.estimator().truncatesAtHorizon()) {
      throw new IllegalArgumentException(
          "reuse is on and inner is %s, expected maml, lvc or loaded: it corrects their gradient"
              .formatted(inner));
    }
    if (phi.isPresent() && !(problem instanceof ProblemSpec.Lirpg)) {
      throw new IllegalArgumentException(
          "phi is given for the problem %s, expected it for lirpg alone"
              .formatted(problem.token()));
    }
  }

  /**
   * The paper's tabular experiment: MAML-RL on 10 random MDPs of 20 states and 5 actions, γ = 0.8,
   * T = 20, critic noise 1, α = 10, with sampled inner and Hessian slots.
   */
  public static TabularSetup paper() {
    SlotSpec lvc = SlotSpec.parse("lvc");
    return new TabularSetup(
        new ProblemSpec.Maml(),
        MdpSource.Generated.paper(),
        0.8,
        Sampling.PAPER.horizon(),
        Sampling.PAPER.criticNoise(),
        10,
        2,
        lvc,
        lvc,
        SlotSpec.exact(),
        HessianError.NONE,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Environment steps that one trial costs: K inner and K Hessian batches and an outer one.
   *
   * @return steps of the environment, 0 if every slot is exact
   */
  public long environmentStepsPerTrial() {
    return horizon * (steps * (samples(inner) + samples(hessian)) + samples(outer));
  }

  /** The setup without what only samplers see, so that equal exact problems are equal setups. */
  public TabularSetup withoutSampling() {
    return withSlots(SlotSpec.exact(), SlotSpec.exact(), SlotSpec.exact())
        .withCriticNoise(0)
        .withHessianError(HessianError.NONE)
        .withReuse(false);
  }

  /** |τ| of the first sampled slot in the order inner, Hessian, outer; 0 if none is sampled. */
  public int samples() {
    for (SlotSpec slot : new SlotSpec[] {inner, hessian, outer}) {
      if (slot instanceof SlotSpec.Sampled sampled) {
        return sampled.samples();
      }
    }
    return 0;
  }

  private static long samples(SlotSpec slot) {
    return slot instanceof SlotSpec.Sampled sampled ? sampled.samples() : 0;
  }

  /** The same with another problem. */
  public TabularSetup withProblem(ProblemSpec problem) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another mdps. */
  public TabularSetup withMdps(MdpSource mdps) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another gamma. */
  public TabularSetup withGamma(double gamma) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another horizon. */
  public TabularSetup withHorizon(int horizon) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another criticNoise. */
  public TabularSetup withCriticNoise(double criticNoise) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another alpha. */
  public TabularSetup withAlpha(double alpha) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another steps. */
  public TabularSetup withSteps(int steps) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another hessianError. */
  public TabularSetup withHessianError(HessianError hessianError) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another reuse. */
  public TabularSetup withReuse(boolean reuse) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another theta. */
  public TabularSetup withTheta(Optional<Table> theta) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another phi. */
  public TabularSetup withPhi(Optional<Table> phi) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with other slots. */
  public TabularSetup withSlots(SlotSpec inner, SlotSpec hessian, SlotSpec outer) {
    return new TabularSetup(
        problem,
        mdps,
        gamma,
        horizon,
        criticNoise,
        alpha,
        steps,
        inner,
        hessian,
        outer,
        hessianError,
        reuse,
        theta,
        phi);
  }

  /** The same with another sample size in every sampled slot. */
  public TabularSetup withSamples(int samples) {
    return withSlots(
        inner.withSamples(samples), hessian.withSamples(samples), outer.withSamples(samples));
  }
}
