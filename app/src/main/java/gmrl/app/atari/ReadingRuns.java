package gmrl.app.atari;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.atari.LearnerRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads runs off the interface thread.
 *
 * @param recorded those that come with the program
 * @param own folders of a person's
 */
record ReadingRuns(Supplier<List<LearnerRun>> recorded, List<Own> own)
    implements Experiment<ReadingRuns.Found> {

  /**
   * A run folder.
   *
   * @param name what a person calls it
   * @param asked whether a person has asked for this folder, so that a reason why it cannot be read
   *     is an answer; of the others the page of all runs says it
   */
  record Own(Path folder, String name, boolean asked) {}

  /**
   * What there is.
   *
   * @param studies recorded ones first
   * @param problems a sentence for each folder that was asked for in vain
   */
  record Found(List<Study> studies, List<String> problems) {
    /** Copies the lists. */
    Found {
      studies = List.copyOf(studies);
      problems = List.copyOf(problems);
    }
  }

  /** Copies the list. */
  ReadingRuns {
    own = List.copyOf(own);
  }

  @Override
  public Found run(Workers workers, CancellationToken token, Snapshots<Found> snapshots) {
    List<Study> studies = new ArrayList<>(Study.of(recorded.get()));
    List<String> problems = new ArrayList<>();
    for (Own each : own) {
      try {
        List<LearnerRun> runs = LearnerRun.of(each.folder());
        if (runs.isEmpty() && each.asked()) {
          problems.add(each.folder() + " holds a run that has not come to its first row yet.");
        }
        studies.addAll(Study.of(each.name(), runs));
      } catch (IllegalArgumentException e) {
        if (each.asked()) {
          problems.add(e.getMessage() + ".");
        }
      }
    }
    Found found = new Found(studies, problems);
    snapshots.publish(1, found);
    return found;
  }
}
