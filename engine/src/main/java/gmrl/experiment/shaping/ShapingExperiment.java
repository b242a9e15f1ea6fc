package gmrl.experiment.shaping;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Keeper;
import gmrl.experiment.ResumableExperiment;
import gmrl.experiment.Workers;
import gmrl.numpy.StateArrays;
import java.util.ArrayList;
import java.util.List;

/** Every learner from every seed, some updates of each at a time. */
public final class ShapingExperiment implements ResumableExperiment<ShapingResult> {
  private static final int UPDATES_PER_SNAPSHOT = 20;

  private final ShapingSpec spec;

  /** An experiment that has not run yet; it may run any number of times. */
  public ShapingExperiment(ShapingSpec spec) {
    this.spec = spec;
  }

  @Override
  public String units() {
    return "updates";
  }

  @Override
  public long total() {
    return spec.updates();
  }

  @Override
  public ShapingResult run(
      Workers workers, CancellationToken token, Keeper keeper, Snapshots<ShapingResult> snapshots) {
    List<Encounter> encounters = new ArrayList<>();
    spec.learners()
        .learners()
        .forEach(
            learner -> {
              for (int i = 0; i < spec.seeds(); i++) {
                encounters.add(new Encounter(spec, learner, spec.seed() + i));
              }
            });
    if (!keeper.takeUp(state -> carry(state, encounters))) {
      workers.forEach(encounters.size(), token, i -> encounters.get(i).measure(token));
      keeper.putDown(state -> carry(state, encounters));
    }
    int done = encounters.get(0).updates();
    while (done < spec.updates()) {
      int next = Math.min(spec.updates() - done, UPDATES_PER_SNAPSHOT);
      workers.forEach(
          encounters.size(),
          token,
          i -> {
            for (int u = 0; u < next; u++) {
              token.check();
              encounters.get(i).update();
            }
          });
      done += next;
      snapshots.publish(done, result(encounters));
      keeper.putDown(state -> carry(state, encounters));
    }
    return result(encounters);
  }

  private static void carry(StateArrays state, List<Encounter> encounters) {
    for (int i = 0; i < encounters.size(); i++) {
      encounters.get(i).carry(state.part("encounter" + i));
      if (encounters.get(i).updates() != encounters.get(0).updates()) {
        throw new IllegalArgumentException("its updates are cut short");
      }
    }
  }

  private static ShapingResult result(List<Encounter> encounters) {
    return new ShapingResult(encounters.stream().map(Encounter::run).toList());
  }
}
