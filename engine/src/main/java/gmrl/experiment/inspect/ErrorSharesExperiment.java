package gmrl.experiment.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MemoryNeed;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import gmrl.meta.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares the error of many trials out among the slots, as {@link TrialInspection} does for one: the
 * same trials as those of a bias experiment. The units of progress are MDPs.
 *
 * <p>A share of bias² is a product of two means. Over M trials with parts s_i and errors e_i it is
 * estimated by (Σ s_i · Σ e_i − Σ s_i·e_i) / M(M−1), which leaves out what each trial has in common
 * with itself and is hence unbiased; it may be negative.
 */
public final class ErrorSharesExperiment implements Experiment<ErrorShares> {
  private final TabularSetup setup;
  private final long seed;
  private final int trials;

  /**
   * An experiment that has not run yet; it may run any number of times.
   *
   * @param setup what is estimated, unrolled whatever its method
   * @param seed of everything random
   * @param trials M on each MDP, 2 or more
   */
  public ErrorSharesExperiment(TabularSetup setup, long seed, int trials) {
    if (trials < 2) {
      throw new IllegalArgumentException("trials is " + trials + ", expected 2 or more");
    }
    this.setup = setup.withMethod(new MethodSpec.Unrolled());
    this.seed = seed;
    this.trials = trials;
  }

  @Override
  public String units() {
    return "MDPs";
  }

  @Override
  public long total() {
    return setup.mdps().count();
  }

  @Override
  public ErrorShares run(
      Workers workers, CancellationToken token, Snapshots<ErrorShares> snapshots) {
    MemoryNeed.require(setup, workers.threads());
    int mdps = setup.mdps().count();
    double[][][] shares = new double[mdps][][];
    workers.forEach(
        mdps,
        token,
        mdp ->
            shares[mdp] =
                measure(
                    TabularProblems.problem(setup, TabularProblems.mdp(setup, mdp, seed)),
                    mdp,
                    token));
    ErrorShares result = mean(shares);
    snapshots.publish(mdps, result);
    return result;
  }

  private static ErrorShares mean(double[][][] shares) {
    List<ErrorShares.Stage> stages = new ArrayList<>();
    for (int k = 0; k < shares[0].length; k++) {
      int step = k;
      double[] mean =
          IntStream.range(0, 2 * SlotMixes.SLOTS)
              .mapToDouble(
                  i ->
                      IntStream.range(0, shares.length)
                          .mapToDouble(mdp -> shares[mdp][step][i])
                          .filter(Double::isFinite)
                          .average()
                          .orElse(Double.NaN))
              .toArray();
      stages.add(
          new ErrorShares.Stage(
              k,
              new Inspection.Shares(mean[0], mean[1], mean[2]),
              new Inspection.Shares(mean[3], mean[4], mean[5])));
    }
    return new ErrorShares(stages);
  }

  /** For each number of steps three shares of the error and three of bias². */
  private <P> double[][] measure(TabularProblem<P> problem, int mdp, CancellationToken token) {
    double[] phi = TabularProblems.phi(setup, problem.mdp());
    double[][] all = new double[setup.steps() + 1][];
    for (int k = 0; k <= setup.steps(); k++) {
      double[][] sums = new double[SlotMixes.SLOTS + 1][problem.phiSize()];
      double[] products = new double[SlotMixes.SLOTS];
      double length = 0;
      for (int t = 0; t < trials; t++) {
        token.check();
        int trial = t;
        double[][] mixes =
            SlotMixes.of(setup, problem, phi, k, () -> Randomness.ofTrial(seed, mdp, trial));
        double[] error = new double[problem.phiSize()];
        for (int i = 0; i < error.length; i++) {
          error[i] = mixes[mixes.length - 1][i] - mixes[0][i];
        }
        add(error, sums[SlotMixes.SLOTS]);
        for (int slot = 0; slot < SlotMixes.SLOTS; slot++) {
          double[] part = SlotMixes.part(mixes, slot);
          products[slot] += dot(part, error);
          add(part, sums[slot]);
        }
        length = dot(mixes[0], mixes[0]);
      }
      all[k] = new double[2 * SlotMixes.SLOTS];
      for (int slot = 0; slot < SlotMixes.SLOTS; slot++) {
        double squared = dot(sums[slot], sums[SlotMixes.SLOTS]);
        all[k][slot] = products[slot] / trials / length;
        all[k][SlotMixes.SLOTS + slot] =
            (squared - products[slot]) / trials / (trials - 1.0) / length;
      }
    }
    return all;
  }

  private static void add(double[] what, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
