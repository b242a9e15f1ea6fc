package gmrl.experiment.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MemoryNeed;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MetaGradient;
import gmrl.meta.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Follows θ through the inner loop, once exactly and many times with sampled gradients, and looks
 * at it in the plane of the exact path.
 *
 * <p>The trials are those of a bias experiment, draw for draw.
 */
public final class PathCloudExperiment implements Experiment<PathCloud> {
  private final TabularSetup setup;
  private final long seed;
  private final int mdp;
  private final int trials;

  /**
   * An experiment that has not run yet.
   *
   * @param setup the inner loop
   * @param seed of everything random
   * @param mdp which MDP, 0 … count−1
   * @param trials sampled paths
   */
  public PathCloudExperiment(TabularSetup setup, long seed, int mdp, int trials) {
    if (mdp < 0 || mdp >= setup.mdps().count() || trials < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "paths are asked for on MDP %d with %d trials, expected an MDP in 0..%d and 1 or"
                  + " more",
              mdp,
              trials,
              setup.mdps().count() - 1));
    }
    this.setup = setup.withMethod(new MethodSpec.Unrolled());
    this.seed = seed;
    this.mdp = mdp;
    this.trials = trials;
  }

  @Override
  public String units() {
    return "trials";
  }

  @Override
  public long total() {
    return trials;
  }

  @Override
  public PathCloud run(Workers workers, CancellationToken token, Snapshots<PathCloud> snapshots) {
    MemoryNeed.require(setup, 1);
    return follow(
        TabularProblems.problem(setup, TabularProblems.mdp(setup, mdp, seed)), workers, token);
  }

  private <P> PathCloud follow(
      TabularProblem<P> problem, Workers workers, CancellationToken token) {
    double[] phi = TabularProblems.phi(setup, problem.mdp());
    MetaGradient<P> truth = TabularProblems.exact(setup, problem, phi);
    truth.estimate(new SplittableRandom(0), new double[problem.phiSize()]);
    double[][] exact = path(truth);
    double[][][] sampled = new double[setup.inner().isSampled() ? trials : 0][][];
    workers.forEach(
        sampled.length,
        token,
        i -> {
          MetaGradient<P> loop = TabularProblems.unrolled(setup, problem, phi);
          loop.estimate(Randomness.ofTrial(seed, mdp, i), new double[problem.phiSize()]);
          sampled[i] = path(loop);
        });
    boolean flat = problem.mdp().states() == 2 && problem.mdp().actions() == 2;
    return flat
        ? project(exact, sampled, Plane.ofPreferences(), Optional.of(Plane.PREFERENCES))
        : project(exact, sampled, Plane.of(exact, sampled), Optional.empty());
  }

  private double[][] path(MetaGradient<?> loop) {
    double[][] path = new double[setup.steps() + 1][];
    for (int k = 0; k <= setup.steps(); k++) {
      path[k] = loop.theta(k);
    }
    return path;
  }

  private static PathCloud project(
      double[][] exact, double[][][] sampled, Plane plane, Optional<PathCloud.Axes> axes) {
    double inside = 0;
    double all = 0;
    List<List<PathCloud.Place>> paths = new ArrayList<>();
    for (double[][] path : sampled) {
      double[] off = Plane.minus(path[path.length - 1], exact[exact.length - 1]);
      all += Plane.dot(off, off);
      inside += plane.inside(off);
      paths.add(plane.places(path));
    }
    return new PathCloud(plane.places(exact), paths, axes, all > 0 ? inside / all : 1);
  }
}
