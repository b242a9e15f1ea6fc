package gmrl.experiment.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MemoryNeed;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.Randomness;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.PolicyPoint;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MetaGradient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Repeats one trial of a bias experiment, draw for draw, and takes it apart.
 *
 * <p>The trial is run with each of the eight mixes of exact and sampled slots on the same random
 * numbers; the Shapley values of those runs share its error out among the slots. The meta-gradient
 * is the unrolled one, whatever the setup's method.
 */
public final class TrialInspection implements Experiment<Inspection> {
  private static final int SLOTS = 3;

  private final TabularSetup setup;
  private final long seed;
  private final int mdp;
  private final int trial;

  /**
   * An inspection.
   *
   * @param setup what is estimated
   * @param seed of everything random
   * @param mdp which MDP, 0 … count−1
   * @param trial which trial, 0 or more
   */
  public TrialInspection(TabularSetup setup, long seed, int mdp, int trial) {
    if (mdp < 0 || mdp >= setup.mdps().count() || trial < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "inspected are MDP %d and trial %d, expected an MDP in 0..%d and a trial of 0 or"
                  + " more",
              mdp,
              trial,
              setup.mdps().count() - 1));
    }
    this.setup = setup.withMethod(new MethodSpec.Unrolled());
    this.seed = seed;
    this.mdp = mdp;
    this.trial = trial;
  }

  @Override
  public long total() {
    return setup.steps() + 1L;
  }

  @Override
  public Inspection run(Workers workers, CancellationToken token, Snapshots<Inspection> snapshots) {
    MemoryNeed.require(setup, 1);
    Mdp world = TabularProblems.mdp(setup, mdp, seed);
    return inspect(TabularProblems.problem(setup, world), token);
  }

  private <P> Inspection inspect(TabularProblem<P> problem, CancellationToken token) {
    double[] phi = TabularProblems.phi(setup, problem.mdp());
    MetaGradient<P> sampled = TabularProblems.unrolled(setup, problem, phi);
    MetaGradient<P> exact = TabularProblems.exact(setup, problem, phi);
    double[] scratch = new double[problem.phiSize()];
    sampled.estimate(random(), scratch);
    exact.estimate(random(), scratch);
    Plane plane = Plane.of(path(exact), new double[][][] {path(sampled)});
    PolicyPoint point = new PolicyPoint(problem.mdp());
    List<Inspection.Stage> stages = new ArrayList<>();
    for (int k = 0; k <= setup.steps(); k++) {
      token.check();
      boolean moves = k < setup.steps();
      double[][] mixes = mixes(problem, phi, k);
      double[] truth = moves ? exactGradient(problem, sampled, k) : new double[0];
      point.moveTo(sampled.theta(k));
      double[] error = difference(mixes[mixes.length - 1], mixes[0]);
      stages.add(
          new Inspection.Stage(
              k,
              moves ? step(sampled, k) : new double[0],
              truth,
              Inspection.distance(sampled.theta(k), exact.theta(k)),
              problem.objective(sampled.point(k)),
              problem.objective(exact.point(k)),
              mixes[mixes.length - 1],
              mixes[0],
              new Inspection.Shares(
                  share(mixes, 0, error), share(mixes, 1, error), share(mixes, 2, error)),
              new Inspection.Footprint(
                  plane.place(sampled.theta(k)),
                  plane.place(exact.theta(k)),
                  plane.place(aimed(sampled.theta(k), truth))),
              policy(sampled.theta(k), problem.mdp().actions()),
              visits(point)));
    }
    return new Inspection(setup, mdp, trial, problem.mdp(), stages);
  }

  private double[][] path(MetaGradient<?> loop) {
    double[][] path = new double[setup.steps() + 1][];
    for (int k = 0; k <= setup.steps(); k++) {
      path[k] = loop.theta(k);
    }
    return path;
  }

  private double[] aimed(double[] theta, double[] gradient) {
    double[] next = theta.clone();
    for (int i = 0; i < gradient.length; i++) {
      next[i] += setup.alpha() * gradient[i];
    }
    return next;
  }

  private static double[] policy(double[] theta, int actions) {
    double[] policy = new double[theta.length];
    for (int row = 0; row < theta.length; row += actions) {
      double max = Arrays.stream(theta, row, row + actions).max().orElse(0);
      double sum = 0;
      for (int cell = row; cell < row + actions; cell++) {
        policy[cell] = Math.exp(theta[cell] - max);
        sum += policy[cell];
      }
      for (int cell = row; cell < row + actions; cell++) {
        policy[cell] /= sum;
      }
    }
    return policy;
  }

  private static double[] visits(PolicyPoint point) {
    Mdp mdp = point.mdp();
    double[] visits = new double[mdp.states()];
    visits[mdp.start()] = 1 - mdp.gamma();
    point.solveTransposed(visits);
    return visits;
  }

  private SplittableRandom random() {
    return Randomness.ofTrial(seed, mdp, trial);
  }

  /** ĝ^k, read off the step it caused. */
  private double[] step(MetaGradient<?> sampled, int k) {
    double[] gradient = difference(sampled.theta(k + 1), sampled.theta(k));
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = setup.alpha() == 0 ? Double.NaN : gradient[i] / setup.alpha();
    }
    return gradient;
  }

  private static <P> double[] exactGradient(
      TabularProblem<P> problem, MetaGradient<P> sampled, int k) {
    double[] gradient = new double[problem.thetaSize()];
    problem.exactInner().gradient(sampled.point(k), k, new SplittableRandom(0), gradient);
    return gradient;
  }

  /**
   * The meta-gradient after k steps for every set of slots that are as in the setup, the others
   * exact: bit s of the index stands for slot s in the order inner, Hessian, outer.
   */
  private <P> double[][] mixes(TabularProblem<P> problem, double[] phi, int k) {
    double[][] gradients = new double[1 << SLOTS][problem.phiSize()];
    for (int mix = 0; mix < gradients.length; mix++) {
      boolean inner = (mix & 1) != 0;
      boolean hessian = (mix & 2) != 0;
      boolean outer = (mix & 4) != 0;
      TabularSetup mixed =
          setup
              .withReuse(false)
              .withSteps(k)
              .withHessianError(hessian ? setup.hessianError() : HessianError.NONE)
              .withSlots(
                  inner ? setup.inner() : SlotSpec.exact(),
                  hessian ? setup.hessian() : SlotSpec.exact(),
                  outer ? setup.outer() : SlotSpec.exact())
              .withReweighting(inner ? setup.reweighting() : Optional.empty());
      TabularProblems.unrolled(mixed, problem, phi).estimate(random(), gradients[mix]);
    }
    return gradients;
  }

  /** Shapley value of one slot of the error vector, projected on the whole error. */
  private static double share(double[][] mixes, int slot, double[] error) {
    int bit = 1 << slot;
    double share = 0;
    for (int mix = 0; mix < mixes.length; mix++) {
      if ((mix & bit) == 0) {
        // Orders of three slots in which exactly the slots of this mix come before: 2, 1, 1 or 2
        // of 6.
        int before = Integer.bitCount(mix);
        double weight = before == 1 ? 1.0 / 6 : 1.0 / 3;
        for (int i = 0; i < error.length; i++) {
          share += weight * (mixes[mix | bit][i] - mixes[mix][i]) * error[i];
        }
      }
    }
    return share;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] d = new double[a.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] - b[i];
    }
    return d;
  }
}
