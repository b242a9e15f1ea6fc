package gmrl.experiment.example;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment.Snapshots;
import gmrl.experiment.Keeper;
import gmrl.experiment.example.ExampleSnapshot.Growing;
import gmrl.numpy.StateArrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/** Updates of some learners, with a look at them every so often. */
final class LearningLoop {
  private final int updates;
  private final int every;
  private final SplittableRandom random;
  private final List<ParameterTrainer> learners;
  private final List<Growing> curves;
  private int done;

  /**
   * A loop before its first update.
   *
   * @param updates in all
   * @param looks about how many there are; the first is before the first update
   * @param random gives each update a number; nobody else draws from it any more
   * @param learners what is carried on
   * @param curves what is drawn of them
   */
  LearningLoop(
      int updates,
      int looks,
      SplittableRandom random,
      List<ParameterTrainer> learners,
      List<Growing> curves) {
    this.updates = updates;
    every = Math.max(1, updates / looks);
    this.random = random;
    this.learners = List.copyOf(learners);
    this.curves = List.copyOf(curves);
  }

  /** Goes to where it was cut short; false if it was not. */
  boolean takeUp(Keeper keeper) {
    return keeper.takeUp(this::carry);
  }

  private void carry(StateArrays state) {
    int there = state.count("updates", done);
    if (there > updates) {
      throw new IllegalArgumentException("it has more updates than there are");
    }
    while (done < there) {
      random.nextLong();
      done++;
    }
    for (int i = 0; i < learners.size(); i++) {
      learners.get(i).carry(state.part("learner" + i));
    }
    for (int i = 0; i < curves.size(); i++) {
      curves.get(i).carry(state.part("curve" + i));
    }
  }

  /**
   * Runs to the end.
   *
   * @param before units of progress that were done before the first update
   * @param step makes one update with a number of its own
   * @param look adds to the curves after so many updates, and shows them
   */
  ExampleSnapshot run(
      long before,
      CancellationToken token,
      Keeper keeper,
      LongConsumer step,
      IntFunction<ExampleSnapshot> look,
      Snapshots<ExampleSnapshot> snapshots) {
    ExampleSnapshot latest = null;
    while (true) {
      token.check();
      if (done % every == 0 || done == updates) {
        latest = look.apply(done);
        snapshots.publish(before + done, latest);
      }
      if (done == updates) {
        return Objects.requireNonNull(latest);
      }
      step.accept(random.nextLong());
      done++;
      keeper.putDown(this::carry);
    }
  }
}
