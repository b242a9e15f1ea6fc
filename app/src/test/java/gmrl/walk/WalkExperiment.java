package gmrl.walk;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where each walker stands after each update: [walkers][updates + 1]. */
record WalkExperiment(WalkSpec spec) implements Experiment<List<List<Double>>> {
  @Override
  public long total() {
    return spec.walkers();
  }

  @Override
  public List<List<Double>> run(
      Workers workers, CancellationToken token, Snapshots<List<List<Double>>> snapshots) {
    double[][] places = new double[spec.walkers()][spec.updates() + 1];
    workers.forEach(
        spec.walkers(),
        token,
        walker -> {
          SplittableRandom random = new SplittableRandom(spec.seed() + walker);
          for (int u = 1; u <= spec.updates(); u++) {
            places[walker][u] = places[walker][u - 1] + spec.drift() + random.nextGaussian();
          }
        });
    List<List<Double>> result =
        IntStream.range(0, spec.walkers())
            .mapToObj(w -> DoubleStream.of(places[w]).boxed().toList())
            .toList();
    snapshots.publish(spec.walkers(), Collections.unmodifiableList(result));
    return result;
  }
}
