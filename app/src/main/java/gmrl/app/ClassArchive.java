package gmrl.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The archive of loaded classes that a build may have given the virtual machine (system property
 * {@code gmrl.archive}). The machine does without one that does not fit its class path, but before
 * Java 19 it makes none where a file is in its place.
 */
final class ClassArchive {
  private ClassArchive() {}

  /** Removes an archive that is of no use: older than the classes of this process, or a part. */
  static void removeUseless() {
    String archive = System.getProperty("gmrl.archive");
    if (archive != null) {
      removeUseless(Path.of(archive), System.getProperty("java.class.path", ""));
    }
  }

  static void removeUseless(Path archive, String classPath) {
    try {
      if (!Files.exists(archive)) {
        return;
      }
      if (!isFinished(archive)) {
        Files.delete(archive);
        return;
      }
      FileTime made = Files.getLastModifiedTime(archive);
      for (String entry : classPath.split(File.pathSeparator, -1)) {
        Path jar = Path.of(entry);
        if (Files.exists(jar) && Files.getLastModifiedTime(jar).compareTo(made) > 0) {
          Files.delete(archive);
          return;
        }
      }
    } catch (IOException e) {
      // Who cannot remove it starts more slowly, as without one.
    }
  }

  /** The machine writes the head last: where it is empty, the process was killed before. */
  private static boolean isFinished(Path archive) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      for (byte b : in.readNBytes(Integer.BYTES)) {
        if (b != 0) {
          return true;
        }
      }
      return false;
    }
  }
}
