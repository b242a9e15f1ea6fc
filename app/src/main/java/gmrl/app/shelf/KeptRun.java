package gmrl.app.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.experiment.compare.RunTable;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.RunStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that is kept in the store of the user's home.
 *
 * @param path its folder
 * @param kind its family
 * @param status how it stands
 * @param message what is to be said of its end; empty where there is nothing
 * @param started when it began
 * @param config what determines its numbers
 * @param settings the same in the terms of the window, to be compared with what stands there now
 * @param note what a person has added to it
 * @param table its numbers, once they were read
 */
public record KeptRun(
    Path path,
    String kind,
    RunStatus status,
    Optional<String> message,
    Instant started,
    JsonNode config,
    JsonNode settings,
    RunNote note,
    Optional<RunTable> table) {

  /** Whether it stays until somebody deletes it. */
  public boolean isNamed() {
    return note.kept();
  }

  /** Whether it is the whole of what was asked for. */
  public boolean isComplete() {
    return status == RunStatus.COMPLETED;
  }

  KeptRun with(RunNote other) {
    return new KeptRun(path, kind, status, message, started, config, settings, other, table);
  }

  KeptRun with(RunTable numbers) {
    return new KeptRun(
        path, kind, status, message, started, config, settings, note, Optional.of(numbers));
  }

  /** Whether a person would see no difference between two lists. */
  static boolean lookAlike(List<KeptRun> some, List<KeptRun> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i).looksLike(others.get(i));
    }
    return same;
  }

  private boolean looksLike(KeptRun other) {
    return path.equals(other.path)
        && note.equals(other.note)
        && status == other.status
        && table.isPresent() == other.table.isPresent();
  }
}
