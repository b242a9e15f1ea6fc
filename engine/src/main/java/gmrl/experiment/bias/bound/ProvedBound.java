package gmrl.experiment.bias.bound;

import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import gmrl.mdp.Mdp;
import gmrl.mdp.TabularProblem;
import gmrl.theory.BatchNoise;
import gmrl.theory.ReturnBounds;
import gmrl.theory.RigorousBounds;
import java.util.SplittableRandom;

/** A bound on the bias² of a setup that needs to know of its MDP the rewards alone. */
final class ProvedBound {
  private ProvedBound() {}

  /** The bound on one MDP; infinite beyond a double. */
  static double of(TabularSetup setup, int index, long seed) {
    Mdp mdp = TabularProblems.mdp(setup, index, seed);
    double[] given = mdp.cellRewards();
    double[] shaped = given.clone();
    double lambda = 1;
    if (setup.problem() instanceof ProblemSpec.Lirpg lirpg) {
      double[] phi = TabularProblems.phi(setup, mdp);
      for (int cell = 0; cell < shaped.length; cell++) {
        shaped[cell] += phi[cell];
      }
      lambda = lirpg.gaeLambda();
    }
    ReturnBounds inner = returns(setup.gamma(), shaped);
    double norm = exactNorm(setup, TabularProblems.problem(setup, mdp), mdp);
    double samples = Math.max(1, setup.samples());
    BatchNoise noise =
        setup.inner() instanceof SlotSpec.Sampled s
            ? BatchNoise.of(
                inner,
                setup.horizon(),
                mdp.states(),
                mdp.actions(),
                critic(s.estimator()),
                setup.criticNoise(),
                lambda)
            : new BatchNoise(0, 0);
    RigorousBounds bounds =
        setup.problem() instanceof ProblemSpec.Lirpg
            ? RigorousBounds.lirpg(
                inner,
                returns(setup.gamma(), given),
                noise,
                samples,
                setup.alpha(),
                setup.steps(),
                norm)
            : RigorousBounds.maml(inner, noise, samples, setup.alpha(), setup.steps(), norm);
    double log =
        setup.inner().isSampled()
            ? bounds.logCompositional(samples)
            : bounds.logHessian(BoundExperiment.hessianError(setup, mdp));
    return Math.exp(2 * log);
  }

  private static BatchNoise.Critic critic(Estimator estimator) {
    if (!estimator.truncatesAtHorizon()) {
      return BatchNoise.Critic.BOOTSTRAP;
    }
    return estimator.usesCritic() ? BatchNoise.Critic.BASELINE : BatchNoise.Critic.NONE;
  }

  private static ReturnBounds returns(double gamma, double[] rewards) {
    double low = rewards[0];
    double high = rewards[0];
    for (double r : rewards) {
      low = Math.min(low, r);
      high = Math.max(high, r);
    }
    return new ReturnBounds(gamma, low, high);
  }

  private static <P> double exactNorm(TabularSetup setup, TabularProblem<P> problem, Mdp mdp) {
    double[] gradient = new double[problem.phiSize()];
    TabularProblems.exact(setup, problem, TabularProblems.phi(setup, mdp))
        .estimate(new SplittableRandom(0), gradient);
    double square = 0;
    for (double g : gradient) {
      square += g * g;
    }
    return Math.sqrt(square);
  }
}
