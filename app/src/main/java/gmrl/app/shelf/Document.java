package gmrl.app.shelf;

import gmrl.app.figure.FigureReader;
import gmrl.experiment.file.FileProblem;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file or a folder that is being opened: whoever looks into it, it is read once. Belongs to the
 * thread that reads.
 */
public final class Document {
  private static final long LARGEST = 32L << 20;

  private final Path place;
  private @Nullable JsonView read;

  /** What lies at a place; nothing of it is read yet. */
  public Document(Path place) {
    this.place = place;
  }

  /** Where it lies. */
  public Path place() {
    return place;
  }

  /** Whether its name ends so; the ending without its dot, in lower case. */
  public boolean isNamed(String ending) {
    return place.toString().toLowerCase(Locale.ROOT).endsWith("." + ending);
  }

  /** The folder of the run that it is, or whose {@code run.json} it is. */
  public Optional<Path> run() {
    return StoredRun.folder(place);
  }

  /**
   * The document in the file, also in the picture of a figure, as it stands there.
   *
   * @throws IllegalArgumentException in one sentence if there is none, or one that is too large to
   *     be read while somebody waits
   */
  public JsonView json() {
    JsonView known = read;
    if (known == null) {
      requireModest();
      known = FigureReader.document(place);
      read = known;
    }
    return known;
  }

  /** A run's folder may hold more. */
  private void requireModest() {
    try {
      if (Files.isRegularFile(place)) {
        FileProblem.requireAtMost(place, LARGEST, "a document of");
      }
    } catch (IOException e) {
      throw FileProblem.cannotRead(place, e);
    }
  }
}
