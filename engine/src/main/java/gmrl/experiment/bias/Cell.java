package gmrl.experiment.bias;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.tabular.Randomness;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import gmrl.meta.Measures;
import gmrl.meta.MetaEstimator;
import gmrl.meta.TrialAccumulator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All trials of one setup on one MDP: the unit that is estimated.
 *
 * <p>Blocks of trials may be computed on any thread and in any order; they are added up in the
 * order of the trials, so the sums are the same to the last bit whatever the number of threads.
 *
 * @param <P> the problem's workspace
 */
final class Cell<P> {
  private final TabularSetup setup;
  private final TabularProblem<P> problem;
  private final int mdp;
  private final long seed;
  private final int trials;
  private final ExactSolution exact;

  private final TrialAccumulator sums;
  private final Map<Integer, TrialBlock> early = new HashMap<>();
  private int added;
  private @Nullable Measures measures;

  /** A workspace waiting for its next block; the others are dropped. */
  private @Nullable MetaEstimator idle;

  Cell(
      TabularSetup setup,
      TabularProblem<P> problem,
      int mdp,
      long seed,
      int trials,
      ExactSolution exact) {
    this.setup = setup;
    this.problem = problem;
    this.mdp = mdp;
    this.seed = seed;
    this.trials = trials;
    this.exact = exact;
    sums = new TrialAccumulator(exact.metaGradient, setup.steps());
  }

  int trials() {
    return trials;
  }

  ExactSolution exact() {
    return exact;
  }

  long environmentStepsPerTrial() {
    return setup.environmentStepsPerTrial();
  }

  /** Roughly what a trial costs, in environment steps: the batches and the solves. */
  double cost() {
    double states = problem.mdp().states();
    double solves = states * states * (states / 50 + problem.mdp().actions() / 10.0) + 50;
    return setup.environmentStepsPerTrial()
        + setup.innerLoopsPerTrial() * (setup.steps() + 1) * solves;
  }

  /** Computes trials {@code from} … {@code to}−1 and adds them when their turn has come. */
  void run(int from, int to, CancellationToken token) {
    MetaEstimator loop = take();
    TrialBlock block = new TrialBlock(to - from, problem.phiSize(), setup.steps());
    for (int i = 0; i < block.size(); i++) {
      token.check();
      loop.estimate(Randomness.ofTrial(seed, mdp, from + i), block.gradients[i]);
      for (int k = 1; k <= setup.steps(); k++) {
        block.innerErrors[i][k - 1] = loop.squaredDistance(k, exact.iterates[k]);
      }
    }
    give(loop);
    add(from, block);
  }

  private MetaEstimator take() {
    synchronized (this) {
      MetaEstimator loop = idle;
      if (loop != null) {
        idle = null;
        return loop;
      }
    }
    return TabularProblems.estimate(setup, problem, TabularProblems.phi(setup, problem.mdp()));
  }

  private synchronized void give(MetaEstimator loop) {
    idle = loop;
  }

  private synchronized void add(int from, TrialBlock block) {
    early.put(from, block);
    for (TrialBlock next = early.remove(added); next != null; next = early.remove(added)) {
      for (int i = 0; i < next.size(); i++) {
        sums.add(next.gradients[i], next.innerErrors[i]);
      }
      added += next.size();
      measures = null;
    }
    if (added == trials) {
      idle = null;
    }
  }

  /** Trials added up so far. */
  synchronized int added() {
    return added;
  }

  /** Measures of the trials so far; computed once for each state of the sums. */
  synchronized Measures measures() {
    Measures known = measures;
    if (known == null) {
      known = sums.measures();
      measures = known;
    }
    return known;
  }
}
