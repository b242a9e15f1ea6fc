package gmrl.experiment.store;

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
 */
public record StoredRun(
    Path path,
    String kind,
    RunStatus status,
    Optional<String> message,
    Instant started,
    Optional<Double> seconds,
    JsonView config,
    List<String> metrics) {

  /** Freezes the list. */
  public StoredRun {
    metrics = List.copyOf(metrics);
  }

  /** Whether a folder looks like a run. */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFolder.RUN));
  }

  /**
   * Opens a run, whatever became of the process that wrote it.
   *
   * @throws IllegalArgumentException in one sentence if the folder holds no run
   */
  public static StoredRun open(Path folder) {
    JsonView json = JsonView.read(folder.resolve(RunFolder.RUN)).object();
    RunStatus status = status(json.at("status"));
    return new StoredRun(
        folder,
        json.at("kind").text(),
        status == RunStatus.RUNNING && !isHeld(folder) ? RunStatus.INTERRUPTED : status,
        json.has("message") ? Optional.of(json.at("message").text()) : Optional.empty(),
        instant(json.at("started")),
        json.has("seconds") ? Optional.of(json.at("seconds").number()) : Optional.empty(),
        json.at("config").object(),
        metrics(folder));
  }

  private static RunStatus status(JsonView json) {
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

  private static List<String> metrics(Path folder) {
    Path file = folder.resolve(RunFolder.METRICS);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      // A last line without its end was cut off by a kill.
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Whether a living process holds the run. */
  private static boolean isHeld(Path folder) {
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
