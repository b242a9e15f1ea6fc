package gmrl.experiment.inspect;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MetaGradient;
import gmrl.meta.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An inner loop in the plane of policies: its exact path, sampled ones, and where the two loops
 * would go from its start.
 *
 * @param exact θ^0 … θ^K
 * @param values J along the exact path
 * @param gradient which way a step of gradient ascent on J moves the start, for a step size of 1
 * @param metaGradient which way a step along the meta-gradient moves it, for a step size of 1
 * @param sampled the paths of the trials; none where the inner slot is exact
 */
public record PlaneWalk(
    List<PathCloud.Place> exact,
    List<Double> values,
    PathCloud.Place gradient,
    PathCloud.Place metaGradient,
    List<List<PathCloud.Place>> sampled) {

  /** Freezes the lists. */
  public PlaneWalk {
    exact = List.copyOf(exact);
    values = List.copyOf(values);
    sampled = List.copyOf(sampled);
  }

  /** Where the exact path ends. */
  public PathCloud.Place end() {
    return exact.get(exact.size() - 1);
  }

  /** J where the exact path ends. */
  public double endValue() {
    return values.get(values.size() - 1);
  }

  /**
   * Walks.
   *
   * @param setup on an MDP of two states and two actions; MAML, so that θ^0 is what is meta-learned
   * @param seed of everything random
   * @param trials sampled paths, 0 or more
   */
  public record Walk(TabularSetup setup, long seed, int trials) implements Experiment<PlaneWalk> {

    @Override
    public long total() {
      return 1L + trials;
    }

    @Override
    public PlaneWalk run(Workers workers, CancellationToken token, Snapshots<PlaneWalk> snapshots) {
      return walk(PolicyPlane.problem(setup, seed), token);
    }

    private <P> PlaneWalk walk(TabularProblem<P> problem, CancellationToken token) {
      double[] phi = TabularProblems.phi(setup, problem.mdp());
      MetaGradient<P> truth = TabularProblems.exact(setup, problem, phi);
      double[] meta = new double[phi.length];
      truth.estimate(new SplittableRandom(0), meta);
      List<PathCloud.Place> exact = path(truth);
      List<Double> values = new ArrayList<>();
      P point = problem.newPoint();
      for (PathCloud.Place place : exact) {
        values.add(PolicyPlane.value(problem, point, place.x(), place.y()));
      }
      double[] gradient = new double[phi.length];
      problem.moveTo(point, phi, phi);
      problem.exactInner().gradient(point, 0, new SplittableRandom(0), gradient);
      List<List<PathCloud.Place>> sampled = new ArrayList<>();
      for (int i = 0; i < trials && setup.inner().isSampled(); i++) {
        token.check();
        MetaGradient<P> loop = TabularProblems.unrolled(setup, problem, phi);
        loop.estimate(Randomness.ofTrial(seed, 0, i), new double[phi.length]);
        sampled.add(path(loop));
      }
      return new PlaneWalk(
          exact, values, PolicyPlane.place(gradient), PolicyPlane.place(meta), sampled);
    }

    private List<PathCloud.Place> path(MetaGradient<?> loop) {
      List<PathCloud.Place> path = new ArrayList<>();
      for (int k = 0; k <= setup.steps(); k++) {
        path.add(PolicyPlane.place(loop.theta(k)));
      }
      return path;
    }
  }
}
