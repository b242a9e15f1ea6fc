package gmrl.experiment.store;

import gmrl.experiment.file.FileProblem;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A run read from its folder.
 *
 * @param path the folder
 * @param kind which experiment
 * @param status how it stands now
 * @param message why it failed
 * @param started when it began
 * @param seconds how long it took; absent if it never ended
 * @param config everything that determines its numbers
 * @param metrics complete lines of its numbers, the header first; empty if it had none yet
 * @param damage one sentence if its numbers are not those that were written
 */
public record StoredRun(
    Path path,
    String kind,
    RunStatus status,
    Optional<String> message,
    Instant started,
    Optional<Double> seconds,
    JsonView config,
    List<String> metrics,
    Optional<String> damage) {

  /** The keys of {@code run.json}. */
  private static final String[] KEYS = {
    "kind", "status", "message", "started", "seconds", "metricsBytes", "versions", "config"
  };

  /** Freezes the list. */
  public StoredRun {
    metrics = List.copyOf(metrics);
  }

  /** Whether a folder looks like a run. */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFolder.RUN));
  }

  /** Whether a file is the one that makes its folder a run. */
  private static boolean isRunFile(Path file) {
    return file.endsWith(RunFolder.RUN) && Files.isRegularFile(file);
  }

  /** The folder of the run that a place is: the folder itself, or its {@code run.json}. */
  public static Optional<Path> folder(Path place) {
    if (isRun(place)) {
      return Optional.of(place);
    }
    Path parent = place.toAbsolutePath().getParent();
    return parent != null && isRunFile(place) ? Optional.of(parent) : Optional.empty();
  }

  /**
   * The document that makes a folder a run.
   *
   * @throws IllegalArgumentException in one sentence if it cannot be read
   */
  public static JsonView document(Path folder) {
    return JsonView.read(folder.resolve(RunFolder.RUN));
  }

  /**
   * Opens a run, whatever became of the process that wrote it.
   *
   * @throws IllegalArgumentException in one sentence if the folder holds no run
   */
  public static StoredRun open(Path folder) {
    return open(folder, true);
  }

  /**
   * Opens a run without its numbers, which may be long: {@link #metrics} is empty.
   *
   * @throws IllegalArgumentException in one sentence if the folder holds no run
   */
  public static StoredRun glance(Path folder) {
    return open(folder, false);
  }

  /**
   * The run of a folder that was cut short and can be gone on with: killed, or interrupted.
   *
   * @throws IllegalArgumentException in one sentence if the folder holds a damaged run
   */
  public static Optional<StoredRun> cutShort(Path folder) {
    Path home = RunFolder.unfinished(folder);
    if (!isRun(home) || !Files.isRegularFile(home.resolve(ProgressFile.NAME))) {
      return Optional.empty();
    }
    StoredRun run = glance(home);
    return run.status() == RunStatus.INTERRUPTED || run.status() == RunStatus.CANCELLED
        ? Optional.of(run)
        : Optional.empty();
  }

  /** A complete run whose move into place was cut off is the one that counts. */
  private static Path home(Path folder) {
    Path next = folder.resolve(RunFolder.UNFINISHED);
    return isRun(next) && !isHeld(folder) && Staging.mayReplace(next, folder) ? next : folder;
  }

  /**
   * The whole result of a run that has ended.
   *
   * @throws IllegalArgumentException in one sentence if its folder has none
   */
  public JsonView result() {
    Path file = resultFile();
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          path
              + " has no "
              + RunFolder.RESULT
              + ", expected a run that has ended and was kept with its whole result");
    }
    return JsonView.read(file);
  }

  private Path resultFile() {
    Path home = home(path);
    Path file = home.resolve(RunFolder.RESULT);
    return Files.exists(file) || home.equals(path)
        ? file
        : path.resolve(RunFolder.RESULT); // it was moved already
  }

  /** Whether it is completed but for its whole result, which somebody took away. */
  public boolean lacksResult() {
    return status == RunStatus.COMPLETED && !Files.exists(resultFile());
  }

  /**
   * One sentence if the whole result of a run is cut off or is another run's, as far as its two
   * ends tell; cheap.
   */
  public Optional<String> resultDamage() {
    Path file = resultFile();
    return Files.exists(file) ? ResultCheck.damage(file, config.value()) : Optional.empty();
  }

  private static StoredRun open(Path folder, boolean numbers) {
    Path home = home(folder);
    boolean moving = !home.equals(folder);
    JsonView json = whole(JsonView.read(home.resolve(RunFolder.RUN)));
    RunStatus status = status(json.at("status"));
    Path metrics = home.resolve(RunFolder.METRICS);
    if (moving && !Files.exists(metrics)) {
      metrics = folder.resolve(RunFolder.METRICS);
    }
    return new StoredRun(
        folder,
        json.at("kind").text(),
        status == RunStatus.RUNNING && !isHeld(folder) ? RunStatus.INTERRUPTED : status,
        json.has("message") ? Optional.of(json.at("message").text()) : Optional.empty(),
        instant(json.at("started")),
        json.has("seconds") ? Optional.of(json.at("seconds").number()) : Optional.empty(),
        json.at("config").object(),
        numbers ? metrics(metrics) : List.of(),
        damage(metrics, json));
  }

  /**
   * Insists on the document of a run and nothing else.
   *
   * @throws IllegalArgumentException in one sentence that names an unknown key
   */
  public static JsonView whole(JsonView json) {
    return json.only(KEYS);
  }

  private static Optional<String> damage(Path metrics, JsonView json) {
    if (!json.has("metricsBytes")) {
      return Optional.empty();
    }
    long written = json.at("metricsBytes").longInteger();
    try {
      long there = Files.exists(metrics) ? Files.size(metrics) : 0;
      return there == written
          ? Optional.empty()
          : Optional.of(
              metrics + " has " + there + " bytes, " + written + " were written; it was changed");
    } catch (IOException e) {
      throw FileProblem.cannotRead(metrics, e);
    }
  }

  static RunStatus status(JsonView json) {
    String token = json.text();
    try {
      return RunStatus.parse(token);
    } catch (IllegalArgumentException e) {
      throw json.unexpected("running, interrupted, completed, cancelled or failed");
    }
  }

  private static Instant instant(JsonView json) {
    try {
      return Instant.parse(json.text());
    } catch (DateTimeParseException e) {
      throw json.unexpected("a time like 2026-01-31T12:00:00Z");
    }
  }

  private static List<String> metrics(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      // A last line without its end was cut off by a kill.
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw FileProblem.cannotRead(file, e);
    }
  }

  /** Whether a living process holds the run. */
  static boolean isHeld(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    if (folder.endsWith(RunFolder.UNFINISHED) && parent != null && isRun(parent)) {
      return isHeld(parent);
    }
    Path file = folder.resolve(RunFolder.LOCK);
    if (!Files.isWritable(file)) {
      return false; // where nothing can be written, nobody writes
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      Optional<FileLock> lock = tryLock(channel);
      if (lock.isPresent()) {
        lock.get().release();
      }
      return lock.isEmpty();
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** The lock, if no one has it, in this process or another. */
  static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }
}
