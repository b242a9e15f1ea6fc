package gmrl.experiment.bias;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import gmrl.meta.Measures;
import gmrl.meta.PathControl;
import gmrl.meta.Randomness;
import gmrl.meta.Route;
import gmrl.meta.TrialAccumulator;
import gmrl.numpy.StateArrays;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.TreeMap;
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

  private final double cost;

  /** Blocks that came before their turn, by their first trial. */
  private final TreeMap<Integer, TrialBlock> early = new TreeMap<>();

  /** Null before the first trial, and again once every trial is in: then the measures say all. */
  private @Nullable TrialAccumulator sums;

  private int added;
  private @Nullable Measures measures;

  private final RoutePlan plan;
  private final KnownMeans<?> known;

  /** Whether trials are to come with corrections, as far as is known yet. */
  private volatile boolean corrects;

  /** Null before the first trial, and again once every trial is in. */
  private @Nullable RoutedBias bias;

  /**
   * A workspace waiting for its next block; the others are dropped. Many cells wait at a time, most
   * in vain: the next collection of memory takes what nobody came back for.
   */
  private WeakReference<TrialWorkspace<P>> idle = new WeakReference<>(null);

  Cell(
      TabularSetup setup,
      TabularProblem<P> problem,
      int mdp,
      long seed,
      int trials,
      RouteChoice choice,
      ExactSolution exact,
      KnownMeans<?> known) {
    this.setup = setup;
    this.problem = problem;
    this.mdp = mdp;
    this.seed = seed;
    this.trials = trials;
    this.exact = exact;
    double states = problem.mdp().states();
    double solves = states * states * (states / 50 + problem.mdp().actions() / 10.0) + 50;
    cost =
        setup.environmentStepsPerTrial()
            + setup.innerLoopsPerTrial() * (setup.steps() + 1) * solves;
    this.known = known;
    plan = RoutePlan.of(setup, choice, problem.mdp().cells(), solves, cost, trials);
    corrects = plan.route() == Route.CONTROLLED;
  }

  int trials() {
    return trials;
  }

  ExactSolution exact() {
    return exact;
  }

  /** What is left of the bias with infinitely many trajectories. */
  BiasResult.Limits limits() {
    return known.limits();
  }

  /** The same if it was computed before, else numbers that are not known. */
  BiasResult.Limits knownLimits() {
    return known.knownLimits();
  }

  long environmentStepsPerTrial() {
    return setup.environmentStepsPerTrial();
  }

  /** Roughly what a trial costs, in environment steps: the batches and the solves. */
  double cost() {
    return cost;
  }

  /** Doubles it holds, about. */
  synchronized long size() {
    long d = exact.metaGradient.length;
    long sharper = plan.followsPath() ? 2L : 1;
    long directions = RoutePlan.isDirected(setup) ? Math.min(d, RoutePlan.DIRECTIONS) : d;
    long correction = plan.route() == Route.CONTROLLED ? setup.steps() * directions * d : 0;
    return sums == null ? 8 * d : sharper * (d * d / 2 + 40 * d) + correction;
  }

  /** Computes trials {@code from} … {@code to}−1 and adds them when their turn has come. */
  void run(int from, int to, CancellationToken token) {
    TrialWorkspace<P> loop = take();
    boolean follows = plan.followsPath();
    TrialBlock block = new TrialBlock(to - from, problem.phiSize(), setup.steps(), plan);
    boolean controlled = corrects && to > plan.opening();
    PathControl correction = controlled ? known.control(token) : null;
    for (int i = 0; i < block.size(); i++) {
      token.check();
      loop.estimate(Randomness.ofTrial(seed, mdp, from + i), block.gradients[i]);
      for (int k = 1; k <= setup.steps(); k++) {
        block.innerErrors[i][k - 1] = loop.squaredDistance(k, exact.iterates[k]);
      }
      if (follows && plan.conditions()) {
        loop.mean(block.means[i]);
      }
      if (correction != null && from + i >= plan.opening()) {
        loop.correction(correction, block.corrections[i]);
      }
    }
    give(loop);
    add(from, block);
  }

  private TrialWorkspace<P> take() {
    synchronized (this) {
      TrialWorkspace<P> loop = idle.get();
      if (loop != null) {
        idle.clear();
        return loop;
      }
    }
    return new TrialWorkspace<>(setup, problem, plan);
  }

  private synchronized void give(TrialWorkspace<P> loop) {
    idle = new WeakReference<>(loop);
  }

  private TrialAccumulator sums() {
    TrialAccumulator open = sums;
    if (open == null) {
      open = new TrialAccumulator(exact.metaGradient, setup.steps());
      sums = open;
    }
    return open;
  }

  private RoutedBias bias() {
    RoutedBias open = bias;
    if (open == null) {
      open = new RoutedBias(plan, exact.metaGradient, known);
      bias = open;
    }
    return open;
  }

  /** Adds what has its turn; what another run has added meanwhile is not added again. */
  private synchronized void add(int from, TrialBlock block) {
    if (added >= trials) {
      return;
    }
    TrialAccumulator open = sums();
    TrialBlock other = early.get(from);
    if (other == null || other.size() < block.size()) {
      early.put(from, block);
    }
    for (Map.Entry<Integer, TrialBlock> next = early.floorEntry(added);
        next != null;
        next = early.floorEntry(added)) {
      early.remove(next.getKey());
      TrialBlock present = next.getValue();
      for (int i = added - next.getKey(); i < present.size(); i++) {
        open.add(present.gradients[i], present.innerErrors[i]);
        RoutedBias routed = bias();
        routed.add(present, i);
        corrects = routed.corrects();
        added++;
        measures = null;
      }
    }
    if (added >= trials) {
      measures = bias().apply(open.measures());
      sums = null;
      bias = null;
      idle.clear();
      early.clear();
    }
  }

  /** Puts what is added up down, or takes it up; no block is under way. */
  synchronized void carry(StateArrays state) {
    added = state.count("trials", added);
    if (added > trials) {
      throw new IllegalArgumentException("it has more trials than there are");
    }
    if (added > 0 && added < trials) {
      sums().carry(state.part("sums"));
      bias().carry(state.part("bias"));
      corrects = bias().corrects();
      measures = state.takes() ? null : measures;
    } else if (added > 0) {
      measures = Measures.carry(state.part("measures"), measures);
    }
  }

  /** Measures before the first trial: nothing but a bias that is known without. */
  private Measures untried() {
    return isKnown() ? bias().apply(exact.unmeasured()) : exact.unmeasured();
  }

  /** Whether the bias is known without a single trial. */
  boolean isKnown() {
    return plan.route() == Route.CLOSED_FORM;
  }

  /** Trials added up so far. */
  synchronized int added() {
    return added;
  }

  /** Measures of the trials so far; computed once for each state of the sums. */
  synchronized Measures measures() {
    Measures known = measures;
    if (known == null) {
      known = added == 0 ? untried() : bias().apply(sums().measures());
      measures = known;
    }
    return known;
  }
}
