package gmrl.experiment.store;

import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where deleted runs wait, so that a deletion can be taken back.
 *
 * @param folder created when first needed
 */
public record RunBin(Path folder) {

  /**
   * A run that was deleted.
   *
   * @param from where it was
   * @param now where it waits
   */
  public record Deleted(Path from, Path now) {}

  /**
   * Takes a run away.
   *
   * @param run its folder
   * @throws IOException in one sentence if it is no run, is still going on, or cannot be moved
   */
  public Deleted delete(Path run) throws IOException {
    if (!StoredRun.isRun(run)) {
      throw new IOException(run + " holds no run.json, so it is not deleted");
    }
    if (StoredRun.isHeld(run)) {
      throw new IOException("the run in " + run + " is still going on; stop it first");
    }
    Path now = free(run.getFileName().toString());
    try {
      Files.createDirectories(folder);
      move(run, now);
      Files.setLastModifiedTime(now, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(run, e);
    }
    return new Deleted(run, now);
  }

  /**
   * Brings a run back to where it was.
   *
   * @throws IOException in one sentence if something else is there now, or it cannot be moved
   */
  public void restore(Deleted deleted) throws IOException {
    if (Files.exists(deleted.from())) {
      throw new IOException(
          deleted.from() + " is taken, the deleted run stays in " + deleted.now());
    }
    try {
      move(deleted.now(), deleted.from());
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(deleted.from(), e);
    }
  }

  /** Forgets what was deleted longer ago than this. */
  public void empty(Duration age) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> entries = Files.list(folder)) {
      all = entries.toList();
    }
    for (Path each : all) {
      if (Files.getLastModifiedTime(each).toInstant().isBefore(Instant.now().minus(age))) {
        remove(each);
      }
    }
  }

  private Path free(String name) {
    Path path = folder.resolve(name);
    for (int i = 2; Files.exists(path); i++) {
      path = folder.resolve(name + "-" + i);
    }
    return path;
  }

  /** Within a disk at once; from one disk to another by copying first. */
  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      if (Files.getFileStore(from).equals(Files.getFileStore(parent(to)))) {
        throw e;
      }
      copy(from, to);
      remove(from);
    }
  }

  private static Path parent(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(path + " is no folder of a run");
    }
    return parent;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  private static void remove(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
