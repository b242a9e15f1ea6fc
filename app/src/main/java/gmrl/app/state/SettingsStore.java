package gmrl.app.state;

import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps preferences and the last session as small files in one folder.
 *
 * <p>Reading never fails: what is damaged is set aside with the suffix {@code .damaged}, a sentence
 * says so, and a default takes its place. Writing goes through a temporary file, so a crash leaves
 * the old content. Several windows share the folder: each saves for the case that it is killed
 * under a name of its own, a preference changes alone, and of the sessions the one saved last is
 * the next to be opened. Methods may be called from any thread.
 */
public final class SettingsStore implements AutoCloseable {
  private static final String SETTINGS = "settings.json";
  private static final String SESSION = "session.json";
  private static final RecordJson CODEC = new RecordJson();
  private static final int MOST_WINDOWS = 64;

  private final Path folder;
  private final List<String> problems = new ArrayList<>();
  private Optional<FileChannel> place = Optional.empty();
  private int window = 1;

  /** A store in the given folder, which is created when first needed. */
  public SettingsStore(Path folder) {
    this.folder = folder;
  }

  /** The store of the present user; the system property {@code gmrl.home} moves it. */
  public static SettingsStore ofUser() {
    String home = System.getProperty("gmrl.home");
    return new SettingsStore(
        home != null ? Path.of(home) : Path.of(System.getProperty("user.home"), ".gmrl-lab"));
  }

  /** Where the files lie. */
  public Path folder() {
    return folder;
  }

  /**
   * Takes the first place that no other window holds, until {@link #close} or the end of the
   * process, and removes what killed processes left half written. Where the folder cannot be
   * written the window has no place, which it hears of when it saves.
   */
  public synchronized void enter() {
    try {
      Files.createDirectories(folder);
      AtomicFile.sweep(folder);
      for (int n = 1; n <= MOST_WINDOWS; n++) {
        FileChannel channel =
            FileChannel.open(
                folder.resolve(".window-" + n + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (isFree(channel)) {
          place = Optional.of(channel);
          window = n;
          return;
        }
        channel.close();
      }
    } catch (IOException e) {
      problems.add(AtomicFile.cannotWrite(folder, e).getMessage() + "; nothing will be kept");
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** What went wrong since this was last asked, one sentence each. */
  public synchronized List<String> problems() {
    List<String> sentences = List.copyOf(problems);
    problems.clear();
    return sentences;
  }

  /** The stored preferences, or defaults if they cannot be read. */
  public synchronized Settings load() {
    return read(SETTINGS)
        .map(
            json -> {
              try {
                return CODEC.read(json.object(), Settings.DEFAULT);
              } catch (IllegalArgumentException e) {
                setAside(SETTINGS, e);
                return Settings.DEFAULT;
              }
            })
        .orElse(Settings.DEFAULT);
  }

  /**
   * Changes the preferences as they are stored now, another window's changes included.
   *
   * @return what is stored afterwards
   * @throws IOException if the folder cannot be written
   */
  public synchronized Settings change(UnaryOperator<Settings> change) throws IOException {
    Settings changed = change.apply(load());
    save(changed);
    return changed;
  }

  /**
   * Writes the preferences.
   *
   * @throws IOException if the folder cannot be written
   */
  public synchronized void save(Settings settings) throws IOException {
    AtomicFile.write(folder.resolve(SETTINGS), CODEC.write(settings).toPrettyString());
  }

  /**
   * The session to go on with: what this place kept before its window was killed, if that is the
   * newest, and otherwise the one saved last.
   */
  public synchronized Optional<JsonView> loadSession() {
    Path own = folder.resolve(autosave());
    return isNewer(own, folder.resolve(SESSION)) ? read(autosave()) : read(SESSION);
  }

  /** Sets a session aside that could not be understood, so that it is not overwritten. */
  public synchronized void rejectSession(IllegalArgumentException cause) {
    Path own = folder.resolve(autosave());
    setAside(isNewer(own, folder.resolve(SESSION)) ? autosave() : SESSION, cause);
  }

  /**
   * Keeps a session for the case that the window is killed.
   *
   * @throws IOException if the folder cannot be written
   */
  public synchronized void autosaveSession(String text) throws IOException {
    AtomicFile.write(folder.resolve(autosave()), text);
  }

  /**
   * Saves a session as the one to open next.
   *
   * @throws IOException if the folder cannot be written
   */
  public synchronized void saveSession(String text) throws IOException {
    AtomicFile.write(folder.resolve(SESSION), text);
    try {
      Files.deleteIfExists(folder.resolve(autosave()));
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(folder.resolve(autosave()), e);
    }
  }

  /** Gives the place up. */
  @Override
  public synchronized void close() throws IOException {
    if (place.isPresent()) {
      place.get().close();
      place = Optional.empty();
    }
  }

  private String autosave() {
    return "autosave-" + window + ".json";
  }

  private static boolean isNewer(Path a, Path b) {
    try {
      return Files.isRegularFile(a)
          && (!Files.exists(b)
              || Files.getLastModifiedTime(a).compareTo(Files.getLastModifiedTime(b)) >= 0);
    } catch (IOException e) {
      return false; // it has just gone
    }
  }

  private Optional<JsonView> read(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonView.read(file));
    } catch (IllegalArgumentException e) {
      setAside(name, e);
      return Optional.empty();
    }
  }

  private void setAside(String name, IllegalArgumentException cause) {
    Path aside = folder.resolve(name + ".damaged");
    try {
      Files.move(folder.resolve(name), aside, StandardCopyOption.REPLACE_EXISTING);
      problems.add(cause.getMessage() + "; it was set aside as " + aside.getFileName());
    } catch (IOException e) {
      // A file that can be neither read nor moved must not keep the window from opening.
      problems.add(cause.getMessage() + "; it cannot be set aside either");
    }
  }
}
