package gmrl.experiment.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MemoryNeed;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.Randomness;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MetaGradient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Follows θ through the inner loop, once exactly and many times with sampled gradients, and looks
 * at it in the plane of the exact path.
 *
 * <p>The trials are those of a bias experiment, draw for draw.
 */
public final class PathCloudExperiment implements Experiment<PathCloud> {
  private static final int POWER_ROUNDS = 30;

  /** An exact path that bends less than this share of its length is taken for straight. */
  private static final double STRAIGHT = 1e-3;

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
    return project(exact, sampled);
  }

  private double[][] path(MetaGradient<?> loop) {
    double[][] path = new double[setup.steps() + 1][];
    for (int k = 0; k <= setup.steps(); k++) {
      path[k] = loop.theta(k);
    }
    return path;
  }

  private static PathCloud project(double[][] exact, double[][][] sampled) {
    double[] origin = exact[0];
    double[] end = minus(exact[exact.length - 1], origin);
    double[] first = exact.length > 1 ? minus(exact[1], origin) : spread(exact, sampled, end);
    double[] x = unit(first);
    double[] across = without(end, x);
    boolean bends = exact.length > 2 && norm(across) > STRAIGHT * norm(end);
    double[] y = unit(without(bends ? across : spread(exact, sampled, x), x));
    double inside = 0;
    double all = 0;
    List<List<PathCloud.Place>> paths = new ArrayList<>();
    for (double[][] path : sampled) {
      double[] off = minus(path[path.length - 1], exact[exact.length - 1]);
      all += dot(off, off);
      inside += dot(off, x) * dot(off, x) + dot(off, y) * dot(off, y);
      paths.add(places(path, origin, x, y));
    }
    return new PathCloud(places(exact, origin, x, y), paths, all > 0 ? inside / all : 1);
  }

  private static List<PathCloud.Place> places(
      double[][] path, double[] origin, double[] x, double[] y) {
    List<PathCloud.Place> places = new ArrayList<>();
    for (double[] theta : path) {
      double[] from = minus(theta, origin);
      places.add(new PathCloud.Place(dot(from, x), dot(from, y)));
    }
    return places;
  }

  /** The direction across x in which the sampled ends spread most, by power iteration. */
  private static double[] spread(double[][] exact, double[][][] sampled, double[] x) {
    int d = exact[0].length;
    double[] direction = new double[d];
    for (int i = 0; i < d; i++) {
      direction[i] = 1 + 0.01 * i;
    }
    direction = unit(without(direction, unit(x)));
    for (int round = 0; round < POWER_ROUNDS && sampled.length > 0; round++) {
      double[] next = new double[d];
      for (double[][] path : sampled) {
        double[] off = without(minus(path[path.length - 1], exact[exact.length - 1]), unit(x));
        double along = dot(off, direction);
        for (int i = 0; i < d; i++) {
          next[i] += along * off[i];
        }
      }
      if (!(norm(next) > 0)) {
        break;
      }
      direction = unit(next);
    }
    return direction;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  /** The part of a vector across a unit vector. */
  private static double[] without(double[] vector, double[] unit) {
    double along = dot(vector, unit);
    double[] rest = new double[vector.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = vector[i] - along * unit[i];
    }
    return rest;
  }

  private static double[] unit(double[] vector) {
    double norm = norm(vector);
    double[] unit = vector.clone();
    for (int i = 0; i < unit.length; i++) {
      unit[i] = norm > 0 ? unit[i] / norm : 0;
    }
    return unit;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
