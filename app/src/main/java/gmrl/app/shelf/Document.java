package gmrl.app.shelf;

import gmrl.app.figure.FigureReader;
import gmrl.app.ui.Lazily;
import gmrl.experiment.file.FileProblem;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file or a folder that is being opened: whoever looks into it, it is read once. Belongs to the
 * thread that reads.
 */
public final class Document {
  private static final long LARGEST = 32L << 20;

  private final Path place;
  private final int asked;
  private final Lazily<JsonView> json = new Lazily<>(this::read);
  private final Lazily<Optional<String>> kind =
      new Lazily<>(() -> run().map(folder -> StoredRun.glance(folder).kind()));

  /**
   * What lies at a place; nothing of it is read yet.
   *
   * @param asked when somebody asked for it, as {@link Arrivals#asked} says
   */
  public Document(Path place, int asked) {
    this.place = place;
    this.asked = asked;
  }

  /** Where it lies. */
  public Path place() {
    return place;
  }

  /** When somebody asked for it, as {@link Arrivals#asked} says. */
  public int asked() {
    return asked;
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
   * Which experiment the run is of; empty if it is none.
   *
   * @throws IllegalArgumentException in one sentence if it is a run that cannot be read
   */
  public Optional<String> kind() {
    return kind.get();
  }

  /**
   * The document in the file, also in the picture of a figure, as it stands there.
   *
   * @throws IllegalArgumentException in one sentence if there is none, or one that is too large to
   *     be read while somebody waits
   */
  public JsonView json() {
    return json.get();
  }

  private JsonView read() {
    requireModest();
    return FigureReader.document(place);
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
