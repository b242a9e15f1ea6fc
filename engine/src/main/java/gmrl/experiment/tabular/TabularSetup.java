package gmrl.experiment.tabular;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import gmrl.experiment.Ranges;
import gmrl.mdp.Reweighting;
import gmrl.mdp.Sampling;
import io.soabase.recordbuilder.core.RecordBuilder;
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
 * @param method how the meta-gradient is taken out of the inner loop
 * @param hessianError a controlled error on top of the Hessian slot
 * @param reweighting how the inner slot corrects the batches of the trial's earlier steps that it
 *     reuses; empty if it uses each batch once
 * @param theta θ^0 [S][A]; zero if absent. For MAML it is φ
 * @param phi LIRPG's intrinsic reward [S][A]; zero if absent
 * @param loadedDiscount λ in [0, 1], what {@code loaded} keeps of a dependency for each step that
 *     it spans; 1 if absent
 */
@RecordBuilder
public record TabularSetup(
    ProblemSpec problem,
    @JsonProperty("mdp") MdpSource mdps,
    double gamma,
    int horizon,
    double criticNoise,
    double alpha,
    int steps,
    SlotSpec inner,
    SlotSpec hessian,
    SlotSpec outer,
    MethodSpec method,
    @JsonUnwrapped HessianError hessianError,
    @JsonProperty("reuse")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @JsonSerialize(converter = Reuse.From.class)
        @JsonDeserialize(converter = Reuse.To.class)
        Optional<Reweighting> reweighting,
    Optional<Table> theta,
    Optional<Table> phi,
    Optional<Double> loadedDiscount)
    implements TabularSetupBuilder.With {
  /** Longest trajectory. */
  public static final int LONGEST_HORIZON = 100_000;

  /** Most inner steps. */
  public static final int MOST_STEPS = 1000;

  /** Checks the ranges. */
  public TabularSetup {
    if (!(gamma >= 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma is " + gamma + ", expected a value in [0, 1)");
    }
    Ranges.range("horizon", horizon, 1, LONGEST_HORIZON);
    Ranges.nonNegative("criticNoise", criticNoise);
    Ranges.nonNegative("alpha", alpha);
    Ranges.range("steps (K)", steps, 0, MOST_STEPS);
    if (reweighting.isPresent()
        && inner instanceof SlotSpec.Sampled s
        && s.estimator().truncatesAtHorizon()) {
      throw new IllegalArgumentException(
          "reuse is on and inner is %s, expected maml, lvc or loaded: it corrects their gradient"
              .formatted(inner));
    }
    loadedDiscount.ifPresent(
        lambda -> {
          if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException(
                "loadedDiscount is " + lambda + ", expected a value in [0, 1]");
          }
        });
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
        new MethodSpec.Unrolled(),
        HessianError.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Environment steps that one trial costs, over all batches its method draws.
   *
   * @return steps of the environment, 0 if every slot is exact
   */
  public long environmentStepsPerTrial() {
    long path = steps * samples(inner);
    long trajectories;
    if (method instanceof MethodSpec.Truncated truncated) {
      trajectories = path + Math.min(truncated.steps(), steps) * samples(hessian) + samples(outer);
    } else if (method instanceof MethodSpec.Mixture mixture && mixture.keep() > 0) {
      trajectories = path + (long) steps * samples(hessian) + Math.max(1, steps) * samples(outer);
    } else if (method instanceof MethodSpec.Implicit) {
      trajectories = path + samples(hessian) + samples(outer);
    } else if (method instanceof MethodSpec.PreAdaptation && inner.isSampled()) {
      trajectories = path + 2 * samples(outer);
    } else if (method.pairsOfTrial() > 0) {
      trajectories = 2L * method.pairsOfTrial() * (path + samples(outer));
    } else {
      trajectories = path + steps * samples(hessian) + samples(outer);
    }
    return horizon * trajectories;
  }

  /** Inner loops that one trial runs: one, or two for each pair of evolution strategies. */
  public long innerLoopsPerTrial() {
    return Math.max(1, 2L * method.pairsOfTrial());
  }

  /** The setup without what only estimates see, so that equal exact problems are equal setups. */
  public TabularSetup withoutSampling() {
    return withSlots(SlotSpec.exact(), SlotSpec.exact(), SlotSpec.exact())
        .withMethod(new MethodSpec.Unrolled())
        .withCriticNoise(0)
        .withHessianError(HessianError.NONE)
        .withLoadedDiscount(Optional.empty())
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

  /** The same with another choice of off-policy reuse. */
  public TabularSetup withReuse(boolean reuse) {
    return withReweighting(reuse ? Optional.of(Reweighting.BALANCE) : Optional.empty());
  }

  /** Whether the inner slot reuses the batches of the trial's earlier steps. */
  public boolean reuse() {
    return reweighting.isPresent();
  }

  /** The same with other slots. */
  public TabularSetup withSlots(SlotSpec inner, SlotSpec hessian, SlotSpec outer) {
    return with().inner(inner).hessian(hessian).outer(outer).build();
  }

  /** The same with another sample size in every sampled slot. */
  public TabularSetup withSamples(int samples) {
    return withSlots(
        inner.withSamples(samples), hessian.withSamples(samples), outer.withSamples(samples));
  }
}
