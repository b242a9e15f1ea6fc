package gmrl.experiment.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Provenance;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that is being written.
 *
 * <p>Every file is replaced whole or not at all, so at any instant the folder opens; a file lock
 * that dies with the process tells a run that goes on from one that was killed. Where a run stood
 * already the new one is written beside it, in a folder of its own within, and takes its place when
 * it has ended well: a completed run outlives whatever happens to the next. All methods throw
 * {@link IOException} with one sentence; what was written before stays. Belongs to one thread.
 */
public final class RunFolder implements AutoCloseable {
  static final String RUN = "run.json";
  static final String METRICS = "metrics.csv";
  static final String RESULT = "result.json";
  static final String LOCK = ".lock";

  /** Where a run waits that has not taken the place of the one before it. */
  static final String UNFINISHED = "unfinished";

  private final Path folder;
  private final Path stage;
  private final String kind;
  private final ObjectNode config;
  private final Instant started;

  /** What it took before it was gone on with. */
  private final double secondsBefore;

  private final long start = System.nanoTime();
  private final FileChannel channel;
  private final FileLock lock;
  private long metricsBytes;

  private RunFolder(
      Path folder,
      Path stage,
      String kind,
      ObjectNode config,
      Instant started,
      double secondsBefore,
      FileChannel channel,
      FileLock lock) {
    this.folder = folder;
    this.stage = stage;
    this.kind = kind;
    this.config = config;
    this.started = started;
    this.secondsBefore = secondsBefore;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens a folder for a run and writes its configuration.
   *
   * @param folder created if it is not there; a run that stood there and has ended is replaced when
   *     this one is complete
   * @param kind which experiment, for example {@code bias}
   * @param config everything that determines the numbers, including the seed
   * @throws IOException if the folder cannot be written, holds something else than a run, or a
   *     living run holds it
   */
  public static RunFolder create(Path folder, String kind, ObjectNode config) throws IOException {
    return locked(
        folder,
        (channel, lock) -> {
          Path stage = Staging.prepare(folder);
          RunFolder run =
              new RunFolder(
                  folder, stage, kind, config.deepCopy(), Instant.now(), 0, channel, lock);
          run.write(RunStatus.RUNNING, Optional.empty());
          return run;
        });
  }

  /** What is done with a folder that nobody else holds. */
  @FunctionalInterface
  private interface Opening {
    RunFolder of(FileChannel channel, FileLock lock) throws IOException;
  }

  private static RunFolder locked(Path folder, Opening opening) throws IOException {
    try {
      Staging.requireRunOrNothing(folder);
      FileChannel channel = openLock(folder);
      Optional<FileLock> lock = StoredRun.tryLock(channel);
      if (lock.isEmpty()) {
        channel.close();
        throw new IOException(
            "the run folder " + folder + " belongs to a run that is still going on");
      }
      try {
        AtomicFile.sweep(folder);
        return opening.of(channel, lock.get());
      } catch (IOException | IllegalArgumentException e) {
        lock.get().release();
        channel.close();
        throw e;
      }
    } catch (FileSystemException e) {
      // It names the file that could not be written, if the system tells it.
      throw AtomicFile.cannotWrite(e.getFile() == null ? folder : Path.of(e.getFile()), e);
    }
  }

  /**
   * Opens the folder of a run that was stopped, killed or completed, to go on with it: what it has
   * written stays and is added to.
   *
   * @param folder of a run, see {@link StoredRun#isRun}
   * @param kind which experiment
   * @param config as it was asked for when the run began
   * @throws IOException if the folder cannot be written, holds another run, or a living run holds
   *     it
   */
  public static RunFolder resume(Path folder, String kind, ObjectNode config) throws IOException {
    return locked(
        folder,
        (channel, lock) -> {
          Path home = unfinished(folder);
          StoredRun before = StoredRun.open(home);
          if (!before.kind().equals(kind)) {
            throw new IOException(
                "the folder "
                    + home
                    + " holds a run of "
                    + before.kind()
                    + ", expected one of "
                    + kind);
          }
          RunFolder run =
              new RunFolder(
                  folder,
                  home,
                  kind,
                  config.deepCopy(),
                  before.started(),
                  before.seconds().orElse(0.0),
                  channel,
                  lock);
          Path metrics = home.resolve(METRICS);
          run.metricsBytes = Files.exists(metrics) ? Files.size(metrics) : 0;
          Files.deleteIfExists(home.resolve(RESULT)); // it is not the last word any more
          run.write(RunStatus.RUNNING, Optional.empty());
          return run;
        });
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

  /** Where the newest run of a folder is that has not taken its place. */
  public static Path unfinished(Path folder) {
    Path stage = folder.resolve(UNFINISHED);
    return StoredRun.isRun(stage) ? stage : folder;
  }

  /** Where the run is; an experiment may add files of its own, through {@link AtomicFile}. */
  public Path path() {
    return stage;
  }

  /**
   * Insists that the folder is still there: one that has gone, with its disk perhaps, is not made
   * again elsewhere while a run goes on.
   *
   * @throws IOException in one sentence
   */
  public static void requireThere(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("cannot write " + folder + ": the folder has gone");
    }
  }

  /**
   * Replaces the numbers.
   *
   * @param csv a header line and the rows so far
   */
  public void writeMetrics(String csv) throws IOException {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(stage.resolve(METRICS), bytes);
    metricsBytes = bytes.length;
  }

  /**
   * Writes the whole result, before {@link #end}.
   *
   * @param document as the run's family writes it
   */
  public void writeResult(ObjectNode document) throws IOException {
    AtomicFile.write(stage.resolve(RESULT), Json.pretty(document));
  }

  /** Time it has taken so far. */
  double seconds() {
    return secondsBefore + (System.nanoTime() - start) * 1e-9;
  }

  /**
   * Adds rows to the numbers, for runs too long to write them whole each time. A kill in mid-write
   * leaves at most one broken last line, which reading drops; a full disk leaves none.
   *
   * @param lines each ending in a line break; the first call brings the header
   */
  void appendMetrics(String lines) throws IOException {
    Path file = stage.resolve(METRICS);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.position(metricsBytes);
      ByteBuffer buffer = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      try {
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      } catch (IOException e) {
        out.truncate(metricsBytes);
        throw e;
      }
      metricsBytes = out.position();
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(file, e);
    }
  }

  /**
   * Writes how the run ended, and lets it take the place of the one before it if it may.
   *
   * @param status COMPLETED, CANCELLED or FAILED
   * @param message one sentence, for a failure
   * @return where the run is now
   */
  public Path end(RunStatus status, Optional<String> message) throws IOException {
    write(status, message);
    if (status == RunStatus.COMPLETED) {
      Files.deleteIfExists(stage.resolve(ProgressFile.NAME)); // there is nothing to go on with
    }
    return stage.equals(folder) ? folder : Staging.settle(folder);
  }

  private void write(RunStatus status, Optional<String> message) throws IOException {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", kind);
    node.put("status", status.token());
    message.ifPresent(text -> node.put("message", text));
    node.put("started", started.toString());
    if (status != RunStatus.RUNNING) {
      node.put("seconds", Math.round(seconds() * 1e3) * 1e-3);
      node.put("metricsBytes", metricsBytes);
    }
    ObjectNode versions = node.putObject("versions");
    Provenance.current().asMap().forEach(versions::put);
    node.set("config", config);
    AtomicFile.write(stage.resolve(RUN), Json.pretty(node));
  }

  /** Gives the folder up; a run that has not ended will open as interrupted. */
  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
