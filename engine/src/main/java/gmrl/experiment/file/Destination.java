package gmrl.experiment.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a file that was asked for really goes: links are followed, and what is no file of a disk (a
 * device, a pipe) is written through instead of being replaced.
 *
 * @param named the path as it was asked for
 * @param target the absolute path at the end of all links
 * @param stream whether bytes are handed to what stands there
 */
record Destination(Path named, Path target, boolean stream) {
  private static final int MOST_LINKS = 40;
  private static final Set<PosixFilePermission> WRITING =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  /**
   * Finds out what a path leads to.
   *
   * @throws IOException if it is a folder, a file that may not be written, or a circle of links
   */
  static Destination of(Path named) throws IOException {
    if (named.toString().isEmpty()) {
      throw new FileSystemException("\"\"", null, "the name is empty, expected a file");
    }
    Path target = named.toAbsolutePath();
    for (int links = 0; !isDevice(target) && Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(named.toString(), null, "its links lead in a circle");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    if (Files.isDirectory(target)) {
      throw new FileSystemException(named.toString(), null, "it is a folder, expected a file");
    }
    if (isDevice(target) && !Files.exists(target)) {
      throw new FileSystemException(named.toString(), null, "there is no such device");
    }
    boolean stream = isDevice(target) || (Files.exists(target) && !Files.isRegularFile(target));
    if (Files.exists(target) && !mayBeWritten(target)) {
      throw new AccessDeniedException(named.toString(), null, "it is read-only");
    }
    return new Destination(named, target, stream);
  }

  /** The folders of what the system itself shows as files; their links are not on any disk. */
  private static boolean isDevice(Path path) {
    return path.startsWith("/proc") || (path.startsWith("/dev") && !path.startsWith("/dev/shm"));
  }

  private static boolean mayBeWritten(Path file) throws IOException {
    PosixFileAttributeView posix = posix(file);
    // The superuser may write everything; a file that nobody may write is meant to stay.
    boolean forbidden =
        posix != null && posix.readAttributes().permissions().stream().noneMatch(WRITING::contains);
    return Files.isWritable(file) && !forbidden;
  }

  /** Gives a file that will stand here the mode, and where possible the owner, of the one there. */
  void dress(Path replacement) throws IOException {
    if (!Files.isRegularFile(target)) {
      return;
    }
    PosixFileAttributeView old = posix(target);
    PosixFileAttributeView fresh = posix(replacement);
    if (old == null || fresh == null) {
      return;
    }
    var now = old.readAttributes();
    var then = fresh.readAttributes();
    try {
      if (!now.group().equals(then.group())) {
        fresh.setGroup(now.group());
      }
      if (!now.owner().equals(then.owner())) {
        fresh.setOwner(now.owner());
      }
    } catch (IOException e) {
      // Only the superuser gives files away; the mode below still holds.
      fresh.setPermissions(now.permissions());
      return;
    }
    fresh.setPermissions(now.permissions());
  }

  private static @Nullable PosixFileAttributeView posix(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
