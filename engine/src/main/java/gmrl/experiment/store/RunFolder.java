package gmrl.experiment.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Provenance;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that is being written.
 *
 * <p>Every file is replaced whole or not at all, so at any instant the folder opens; a file lock
 * that dies with the process tells a run that goes on from one that was killed. All methods throw
 * {@link IOException} with one sentence; what was written before stays. Belongs to one thread.
 */
public final class RunFolder implements AutoCloseable {
  static final String RUN = "run.json";
  static final String METRICS = "metrics.csv";
  static final String LOCK = ".lock";

  private final Path folder;
  private final String kind;
  private final ObjectNode config;
  private final Instant started = Instant.now();
  private final FileChannel channel;
  private final FileLock lock;

  private RunFolder(
      Path folder, String kind, ObjectNode config, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.kind = kind;
    this.config = config;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens a folder for a run and writes its configuration.
   *
   * @param folder created if it is not there; a run that stood there and has ended is replaced
   * @param kind which experiment, for example {@code bias}
   * @param config everything that determines the numbers, including the seed
   * @throws IOException if the folder cannot be written or a living run holds it
   */
  public static RunFolder create(Path folder, String kind, ObjectNode config) throws IOException {
    FileChannel channel = openLock(folder);
    Optional<FileLock> lock = StoredRun.tryLock(channel);
    if (lock.isEmpty()) {
      channel.close();
      throw new IOException(
          "the run folder " + folder + " belongs to a run that is still going on");
    }
    RunFolder run = new RunFolder(folder, kind, config.deepCopy(), channel, lock.get());
    try {
      Files.deleteIfExists(folder.resolve(METRICS));
      run.write(RunStatus.RUNNING, Optional.empty());
      return run;
    } catch (IOException e) {
      run.close();
      throw e;
    }
  }

  private static FileChannel openLock(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(folder, e);
    }
  }

  /** Where the run is; an experiment may add files of its own, through {@link AtomicFile}. */
  public Path path() {
    return folder;
  }

  /**
   * Replaces the numbers.
   *
   * @param csv a header line and the rows so far
   */
  public void writeMetrics(String csv) throws IOException {
    AtomicFile.write(folder.resolve(METRICS), csv);
  }

  /**
   * Adds rows to the numbers, for runs too long to write them whole each time. A kill in mid-write
   * leaves at most one broken last line, which reading drops.
   *
   * @param lines each ending in a line break; the first call brings the header
   */
  public void appendMetrics(String lines) throws IOException {
    Path file = folder.resolve(METRICS);
    try {
      Files.write(
          file,
          lines.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(file, e);
    }
  }

  /**
   * Writes how the run ended.
   *
   * @param status COMPLETED, CANCELLED or FAILED
   * @param message one sentence, for a failure
   */
  public void end(RunStatus status, Optional<String> message) throws IOException {
    write(status, message);
  }

  private void write(RunStatus status, Optional<String> message) throws IOException {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", kind);
    node.put("status", status.token());
    message.ifPresent(text -> node.put("message", text));
    node.put("started", started.toString());
    if (status != RunStatus.RUNNING) {
      node.put("seconds", Duration.between(started, Instant.now()).toMillis() / 1000.0);
    }
    ObjectNode versions = node.putObject("versions");
    Provenance.current().asMap().forEach(versions::put);
    node.set("config", config);
    AtomicFile.write(folder.resolve(RUN), Json.pretty(node));
  }

  /** Gives the folder up; a run that has not ended will open as interrupted. */
  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
