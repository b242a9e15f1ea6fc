package gmrl.app.shell;

import gmrl.app.ui.Dialogs;
import gmrl.experiment.file.JsonView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Files that are written together, of which a person has chosen one alone. */
public final class FileSet {
  private FileSet() {}

  /**
   * Whether a set may be written: what stands in the place of its other files is the laboratory's
   * own set of that name, or a person has said that it may be replaced.
   *
   * @param chosen the file that the person has named, and been asked about already
   * @param files all that will be written
   * @param own whether a JSON document of the set is one of the laboratory's
   */
  public static boolean mayBeWritten(
      Dialogs dialogs, Path chosen, Collection<Path> files, Predicate<JsonView> own) {
    List<Path> others =
        files.stream().filter(file -> !file.equals(chosen) && Files.exists(file)).toList();
    if (others.isEmpty() || others.stream().anyMatch(file -> isOwn(file, own))) {
      return true;
    }
    String names =
        String.join(", ", others.stream().map(file -> file.getFileName().toString()).toList());
    OptionalInt way =
        dialogs.choose(
            "Other files have these names",
            "Beside "
                + chosen.getFileName()
                + (others.size() == 1 ? " is written " : " are written ")
                + names
                + ", where the laboratory has not written before. Replace what is there?",
            List.of("Keep what is there", "Replace"));
    return way.equals(OptionalInt.of(1));
  }

  private static boolean isOwn(Path file, Predicate<JsonView> own) {
    if (!file.toString().endsWith(".json")) {
      return false;
    }
    try {
      JsonView json = JsonView.read(file);
      return json.isObject() && own.test(json);
    } catch (IllegalArgumentException e) {
      return false; // no document at all, so none of ours
    }
  }
}
