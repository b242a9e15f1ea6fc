package gmrl.experiment.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: into a temporary neighbour first, then moved into place, so
 * that a crash or a full disk leaves the old file as it was.
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
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    Path temporary = null;
    try {
      Files.createDirectories(folder);
      // Not a "temp file" of the JDK: those stay private to the user even after the move.
      temporary =
          Files.createFile(
              target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp"));
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        // Without it a crash after the move could leave an empty file under the final name.
        channel.force(true);
      }
      move(temporary, target);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    } finally {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  /**
   * Refuses a folder that files cannot be written to, before anything is computed for them; a
   * folder that does not exist yet will do if it can be made.
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
  }

  /** The sentence that says that a file or folder cannot be written. */
  public static IOException cannotWrite(Path file, IOException cause) {
    String reason =
        cause instanceof AccessDeniedException
            ? "access denied"
            : cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : cause instanceof FileAlreadyExistsException
                    ? "a file stands where a folder should be"
                    : cause instanceof NoSuchFileException
                        ? "its folder cannot be made"
                        : JsonView.reason(cause);
    return new IOException("cannot write " + file + ": " + reason, cause);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
