package gmrl.experiment.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file, or a set of files, whole or not at all: into temporary neighbours first, then
 * moved into place, so that a crash or a full disk leaves what was there as it was.
 *
 * <p>A link stays a link and its target is replaced; mode and owner of a file that is replaced
 * stay; a file without any permission to write is refused; what is no file of a disk (a device, a
 * pipe) takes the bytes as they are.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes text as UTF-8; folders on the way are created.
   *
   * @throws IOException with one sentence that names the file
   */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes; folders on the way are created.
   *
   * @throws IOException with one sentence that names the file
   */
  public static void write(Path file, byte[] content) throws IOException {
    writeAll(Map.of(file, content));
  }

  /**
   * Writes files that belong together: after a failure all of them are what they were before, and
   * after a kill the next process that writes to their folder puts those in place that are not.
   *
   * @param contents bytes by file
   * @throws IOException with one sentence that names the file that could not be written
   */
  public static void writeAll(Map<Path, byte[]> contents) throws IOException {
    List<Part> parts = new ArrayList<>();
    Path present = Path.of("");
    Optional<Path> journal = Optional.empty();
    try {
      for (Map.Entry<Path, byte[]> entry : contents.entrySet()) {
        present = entry.getKey();
        Destination destination = Destination.of(present);
        if (destination.stream()) {
          Files.write(destination.target(), entry.getValue(), StandardOpenOption.APPEND);
        } else {
          if (parts.isEmpty() && contents.size() > 1) {
            Temporary.sweep(Objects.requireNonNull(destination.target().getParent()));
          }
          Part part = new Part(destination);
          parts.add(part);
          part.prepare(entry.getValue(), contents.size() > 1);
        }
      }
      journal = journal(parts);
      for (Part part : parts) {
        present = part.destination.named();
        part.commit();
      }
    } catch (IOException e) {
      forget(journal);
      for (Part part : parts) {
        part.undo();
      }
      throw cannotWrite(present, e);
    } finally {
      forget(journal);
      for (Part part : parts) {
        part.tidy();
      }
    }
  }

  /** Writes down the moves of a set that lies in one folder. */
  private static Optional<Path> journal(List<Part> parts) throws IOException {
    Map<String, String> moves = new LinkedHashMap<>();
    Set<Path> folders = new HashSet<>();
    for (Part part : parts) {
      Path target = part.destination.target();
      folders.add(Objects.requireNonNull(target.getParent()));
      moves.put(
          Objects.requireNonNull(part.fresh).getFileName().toString(),
          target.getFileName().toString());
    }
    return moves.size() > 1 && folders.size() == 1
        ? Optional.of(SetJournal.write(folders.iterator().next(), moves))
        : Optional.empty();
  }

  private static void forget(Optional<Path> journal) throws IOException {
    if (journal.isPresent()) {
      Files.deleteIfExists(journal.get());
    }
  }

  /** A file on its way into place. */
  private static final class Part {
    private final Destination destination;
    private @Nullable Path fresh;
    private @Nullable Path old;
    private boolean committed;

    Part(Destination destination) {
      this.destination = destination;
    }

    /** Writes the content beside its place, and keeps what stands there if that may be needed. */
    void prepare(byte[] content, boolean keep) throws IOException {
      Path target = destination.target();
      Path folder = Objects.requireNonNull(target.getParent());
      Files.createDirectories(folder);
      Path file = Temporary.write(folder, content);
      fresh = file;
      destination.dress(file);
      if (keep && Files.exists(target)) {
        Path copy = Temporary.name(folder);
        try {
          Files.createLink(copy, target);
        } catch (UnsupportedOperationException | IOException e) {
          // Not every file system has hard links.
          Files.copy(target, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        old = copy;
      }
    }

    void commit() throws IOException {
      move(Objects.requireNonNull(fresh), destination.target());
      committed = true;
    }

    void undo() throws IOException {
      if (!committed) {
        return;
      }
      Path before = old;
      if (before == null) {
        Files.deleteIfExists(destination.target());
      } else {
        move(before, destination.target());
      }
    }

    void tidy() throws IOException {
      for (Path passing : new Path[] {fresh, old}) {
        if (passing != null) {
          Files.deleteIfExists(passing);
        }
      }
    }
  }

  /**
   * Refuses a file that cannot be written, before anything is computed for it, and removes from its
   * folder what killed processes have left there.
   *
   * @throws IOException in one sentence
   */
  public static void requireWritable(Path file) throws IOException {
    Destination destination;
    try {
      destination = Destination.of(file);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
    if (!destination.stream()) {
      Path folder = Objects.requireNonNull(destination.target().getParent());
      requireFolder(folder);
    }
  }

  /**
   * Refuses a folder that files cannot be written to, before anything is computed for them; a
   * folder that does not exist yet will do if it can be made. What killed processes have left there
   * is removed.
   *
   * @throws IOException in one sentence
   */
  public static void requireFolder(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there != null && !(Files.isDirectory(there) && Files.isWritable(there))) {
      throw new IOException(
          "cannot write to " + folder + ": " + there + " is not a folder one can write to");
    }
    sweep(folder);
  }

  /**
   * Removes the temporary files of processes that are gone.
   *
   * @param folder need not exist
   * @throws IOException in one sentence
   */
  public static void sweep(Path folder) throws IOException {
    try {
      Temporary.sweep(folder);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** The sentence that says that a file or folder cannot be written. */
  public static IOException cannotWrite(Path file, IOException cause) {
    boolean told = cause instanceof FileSystemException system && system.getReason() != null;
    String reason =
        !told && cause instanceof FileAlreadyExistsException
            ? "a file stands where a folder should be"
            : !told && cause instanceof NoSuchFileException
                ? "its folder cannot be made"
                : FileProblem.reason(cause);
    String name = file.toString().isEmpty() ? "\"\"" : file.toString();
    return new IOException("cannot write " + name + ": " + reason, cause);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
