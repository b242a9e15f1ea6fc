package gmrl.experiment.training;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Keeper;
import gmrl.experiment.ResumableExperiment;
import gmrl.experiment.Workers;
import gmrl.experiment.tabular.MemoryNeed;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.TabularProblem;
import gmrl.meta.MeanEstimate;
import gmrl.numpy.StateArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Trains all learners together, update by update, and publishes their curves every tenth of a
 * second. Each learner has a generator of its own, so the result does not depend on the threads.
 * The units of progress are updates of single learners.
 */
public final class TrainingExperiment implements ResumableExperiment<TrainingResult> {
  private static final double SNAPSHOT_SECONDS = 0.1;

  private final TrainingSpec spec;

  /** An experiment that has not run yet; it may run any number of times. */
  public TrainingExperiment(TrainingSpec spec) {
    this.spec = spec;
  }

  @Override
  public String units() {
    return "updates";
  }

  @Override
  public long total() {
    return spec.totalUpdates();
  }

  @Override
  public TrainingResult run(
      Workers workers,
      CancellationToken token,
      Keeper keeper,
      Snapshots<TrainingResult> snapshots) {
    TabularSetup setup = spec.setup();
    int perMdp = spec.runs() + 1;
    int learners = Math.multiplyExact(perMdp, setup.mdps().count());
    MemoryNeed.require(setup, 2 * learners);
    Apprentice<?>[] apprentices = new Apprentice<?>[learners];
    workers.forEach(
        setup.mdps().count(),
        token,
        mdp -> {
          Mdp model = TabularProblems.mdp(setup, mdp, spec.seed());
          TabularProblem<?> problem = TabularProblems.problem(setup, model);
          apprentices[mdp * perMdp] = apprentice(problem, mdp, OptionalInt.empty());
          for (int run = 0; run < spec.runs(); run++) {
            apprentices[mdp * perMdp + 1 + run] = apprentice(problem, mdp, OptionalInt.of(run));
          }
          if (apprentices[mdp * perMdp].snapshot().stopped()) {
            throw new IllegalArgumentException(
                "the exact meta-gradient overflows at alpha = "
                    + setup.alpha()
                    + " and K = "
                    + setup.steps()
                    + ", expected smaller steps or rewards");
          }
        });
    keeper.takeUp(state -> carry(state, apprentices));
    int done = apprentices[0].updates();
    List<TrainingResult.Point> points = new ArrayList<>();
    for (int i = 0; i <= done; i++) {
      points.add(point(apprentices, i));
    }
    int block = 1;
    while (done < spec.updates()) {
      int updates = Math.min(block, spec.updates() - done);
      long start = System.nanoTime();
      workers.forEach(learners, token, i -> apprentices[i].advance(updates, token));
      double seconds = (System.nanoTime() - start) * 1e-9;
      for (int i = 1; i <= updates; i++) {
        points.add(point(apprentices, done + i));
      }
      done += updates;
      if (done < spec.updates()) {
        snapshots.publish((long) done * learners, result(apprentices, points));
      }
      keeper.putDown(state -> carry(state, apprentices));
      block = next(updates, seconds);
    }
    TrainingResult result = result(apprentices, points);
    snapshots.publish(total(), result);
    return result;
  }

  private void carry(StateArrays state, Apprentice<?>[] apprentices) {
    for (int i = 0; i < apprentices.length; i++) {
      apprentices[i].carry(state.part("learner" + i));
    }
    int done = apprentices[0].updates();
    if (done > spec.updates()
        || Arrays.stream(apprentices).anyMatch(one -> one.updates() != done)) {
      throw new IllegalArgumentException("its learners are of another run");
    }
  }

  private static int next(int updates, double seconds) {
    return (int) Math.max(1, Math.min(2.0 * updates, updates * SNAPSHOT_SECONDS / seconds));
  }

  private <P> Apprentice<P> apprentice(TabularProblem<P> problem, int mdp, OptionalInt run) {
    return new Apprentice<>(spec, problem, mdp, run);
  }

  private TrainingResult.Point point(Apprentice<?>[] apprentices, int update) {
    double[] cosines =
        Arrays.stream(apprentices)
            .filter(one -> !one.isExact())
            .mapToDouble(one -> one.cosine(update))
            .toArray();
    return TrainingResult.Point.of(
        spec, update, i -> apprentices[i].objective(update), MeanEstimate.of(cosines));
  }

  private TrainingResult result(Apprentice<?>[] apprentices, List<TrainingResult.Point> points) {
    List<TrainingResult.Learner> learners = new ArrayList<>();
    for (Apprentice<?> apprentice : apprentices) {
      learners.add(apprentice.snapshot());
    }
    long updates = points.size() - 1L;
    return new TrainingResult(
        spec,
        points,
        learners,
        updates
            * spec.runs()
            * spec.setup().mdps().count()
            * spec.setup().environmentStepsPerTrial());
  }
}
