package gmrl.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.compare.ConfigDiff;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.store.StoredRun;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The refusal of a folder that holds another run than the one that is asked for. */
final class AnotherRun {
  /** Most settings that a sentence about other options names. */
  private static final int MOST_NAMED = 3;

  private AnotherRun() {}

  /** In what a question differs from another, in words. */
  static String changes(JsonNode before, JsonNode now) {
    List<ConfigDiff.Change> changes = ConfigDiff.between(before, now);
    return changes.isEmpty()
        ? "something else"
        : changes.stream()
            .limit(MOST_NAMED)
            .map(ConfigDiff.Change::arrowAsWritten)
            .collect(Collectors.joining(", "));
  }

  /**
   * Lets the same run pass.
   *
   * @param isSame whether a stored specification is the one that is asked for
   * @throws IllegalArgumentException if the folder's run is of another kind or asked for otherwise
   */
  static void refuse(String kind, ObjectNode config, Predicate<JsonView> isSame, StoredRun stored) {
    if (!stored.kind().equals(kind)) {
      throw new IllegalArgumentException(
          "--run: the folder %s holds a run of %s, expected one of %s"
              .formatted(stored.path(), stored.kind(), kind));
    }
    if (!isSame.test(stored.config())) {
      throw new IllegalArgumentException(
          "--run: the run in "
              + stored.path()
              + " was asked for with other options ("
              + changes(stored.config().value(), config)
              + "); give none to go on with it, or another folder");
    }
  }
}
