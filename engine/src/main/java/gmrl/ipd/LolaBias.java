package gmrl.ipd;

import gmrl.meta.Measures;
import gmrl.meta.MetaGradient;
import gmrl.meta.TrialAccumulator;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Bias and noise of an agent's meta-gradient at any recorded update, from repeated estimates. */
public final class LolaBias {
  private LolaBias() {}

  /**
   * Estimates the meta-gradient again and again where a learner once stood.
   *
   * <p>The exact gradient is the one against the opponent as it is, so a wrong model of the
   * opponent counts as bias. A replay buffer is filled from the policies of that update.
   *
   * @param config how the slots are estimated; need not be the one that was recorded
   * @param state a recorded state
   * @param agent 0 or 1; vectors in the result are that agent's own view
   * @param trials estimates to make, 1 or more
   * @param seed of the trials
   * @param cancelled polled between trials; the trials done so far are measured
   * @throws IllegalArgumentException if there is not at least one trial
   */
  public static Measures at(
      LolaConfig config,
      LolaState state,
      int agent,
      int trials,
      long seed,
      BooleanSupplier cancelled) {
    if (trials < 1) {
      throw new IllegalArgumentException("number of trials is " + trials + ", expected 1 or more");
    }
    LolaLearner learner = new LolaLearner(config, seed, state);
    int steps = config.lookaheads();
    double[] gradient = new double[Views.STATES];
    MetaGradient<JointPoint> path = learner.exactGradient(agent, gradient);
    TrialAccumulator sums = new TrialAccumulator(Views.joint(agent, gradient), steps);
    double[] innerErrors = new double[steps];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < trials && (i == 0 || !cancelled.getAsBoolean()); i++) {
      learner.forgetReplay();
      MetaGradient<JointPoint> trial =
          learner.estimate(agent, learner.problem(agent), random.split(), gradient);
      for (int k = 0; k < steps; k++) {
        innerErrors[k] = trial.squaredDistance(k + 1, path.theta(k + 1));
      }
      sums.add(Views.joint(agent, gradient), innerErrors);
    }
    return sums.measures();
  }
}
