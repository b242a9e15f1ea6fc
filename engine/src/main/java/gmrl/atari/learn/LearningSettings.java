package gmrl.atari.learn;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Everything a learner is told besides its environments and its seed. Options are named after the
 * published code's.
 *
 * @param algorithm which learner
 * @param numProcesses N, environments played together
 * @param numSteps T, steps of each before an update
 * @param lr α, step size of Adam
 * @param useLinearLrDecay whether α falls to 0 over the run
 * @param eps Adam's ε, outside the root
 * @param maxGradNorm largest global norm of a gradient
 * @param coefficients γ, λ and the weights of value loss and entropy; where meta-learning starts
 * @param timeLimit what a time limit means for the targets
 * @param meta how coefficients are learnt; algorithms without meta-learning do not look at it
 * @param numEnvSteps length of the run in steps of all environments together; one step is one
 *     decision
 */
@RecordBuilder
public record LearningSettings(
    Algorithm algorithm,
    int numProcesses,
    int numSteps,
    double lr,
    boolean useLinearLrDecay,
    double eps,
    double maxGradNorm,
    MetaParameters coefficients,
    TimeLimit timeLimit,
    MetaSettings meta,
    long numEnvSteps)
    implements LearningSettingsBuilder.With {

  public LearningSettings {
    atLeastOne("num_processes", numProcesses);
    atLeastOne("num_steps", numSteps);
    atLeastOne("num_env_steps", numEnvSteps);
    positive("lr", lr);
    positive("eps", eps);
    positive("max_grad_norm", maxGradNorm);
    if (algorithm.meta()) {
      for (MetaParameters.Name name : meta.learned()) {
        double value = coefficients.get(name);
        if (!(value > 0 && value < 1)) {
          throw new IllegalArgumentException(
              name.id() + " is " + value + ", expected more than 0 and less than 1, to be learnt");
        }
      }
    }
  }

  private static void atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 or more");
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " is " + value + ", expected more than 0");
    }
  }

  /**
   * The published settings for 84 × 84 frames: 64 environments × 5 steps, Adam at 7·10⁻⁴ falling to
   * 0, 40 million steps. Time limits bootstrap here and did not there; {@link TimeLimit#TERMINAL}
   * is theirs.
   */
  public static LearningSettings published(Algorithm algorithm) {
    return new LearningSettings(
        algorithm,
        64,
        5,
        7e-4,
        true,
        1e-8,
        0.5,
        new MetaParameters(0.99, 0.95, 0.5, 0.01),
        TimeLimit.BOOTSTRAP,
        MetaSettings.published(),
        40_000_000);
  }

  /**
   * Settings for the miniature games, where small batches learn more from a step and a policy that
   * is too sure too early stays where it is: 16 environments × 16 steps, Adam at 3·10⁻³ falling to
   * 0, entropy coefficient .03, one million steps; the rest as published.
   */
  public static LearningSettings miniature(Algorithm algorithm) {
    return published(algorithm)
        .withNumProcesses(16)
        .withNumSteps(16)
        .withLr(3e-3)
        .withCoefficients(new MetaParameters(0.99, 0.95, 0.5, 0.03))
        .withNumEnvSteps(1_000_000);
  }

  /** The same with what the learner does not look at as published: whose equals learn alike. */
  public LearningSettings heeded() {
    return algorithm.meta() ? this : withMeta(MetaSettings.published());
  }

  /** α after a number of steps. */
  double rate(long steps) {
    return useLinearLrDecay ? lr * Math.max(0, 1 - (double) steps / numEnvSteps) : lr;
  }
}
