package gmrl.experiment.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MemoryNeed;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.PolicyPoint;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MetaGradient;
import gmrl.meta.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Repeats one trial of a bias experiment, draw for draw, and takes it apart.
 *
 * <p>The trial is run with each of the eight mixes of exact and sampled slots on the same random
 * numbers; the Shapley values of those runs share its error out among the slots. The meta-gradient
 * is the unrolled one, whatever the setup's method.
 */
public final class TrialInspection implements Experiment<Inspection> {
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
      double[][] mixes = SlotMixes.of(setup, problem, phi, k, this::random);
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
                  dot(SlotMixes.part(mixes, 0), error),
                  dot(SlotMixes.part(mixes, 1), error),
                  dot(SlotMixes.part(mixes, 2), error)),
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

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] d = new double[a.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] - b[i];
    }
    return d;
  }
}
