package gmrl.experiment.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files under a passing name beside the one they will become. */
final class Temporary {
  /** The name says whose it is, and stays short however long the final name is. */
  private static final Pattern NAME = Pattern.compile("\\.gmrl-(\\d+)-[0-9a-f-]{36}\\.tmp");

  /** Another machine may be writing to the same folder; its processes are not seen from here. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final Duration OLD = Duration.ofDays(1);

  private Temporary() {}

  static Path name(Path folder) {
    return folder.resolve(
        ".gmrl-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".tmp");
  }

  /** Makes a file with this content that survives a crash. */
  static Path write(Path folder, byte[] content) throws IOException {
    // Not a "temp file" of the JDK: those stay private to the user even after the move.
    Path file = Files.createFile(name(folder));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      // Without it a crash after the move could leave an empty file under the final name.
      channel.force(true);
      return file;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Removes what processes that are gone have left here. */
  static void sweep(Path folder) throws IOException {
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      return;
    }
    SetJournal.recover(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".gmrl-*.tmp")) {
      for (Path entry : entries) {
        Matcher name = NAME.matcher(entry.getFileName().toString());
        if (name.matches() && Files.isRegularFile(entry) && isLeft(entry, name.group(1))) {
          Files.deleteIfExists(entry);
        }
      }
    }
  }

  private static boolean isLeft(Path file, String owner) throws IOException {
    Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
    return age.compareTo(OLD) > 0 || (!isAlive(owner) && age.compareTo(YOUNG) > 0);
  }

  /** Whether there is a process of that number. */
  static boolean isAlive(String owner) {
    return owner.length() < 19 && ProcessHandle.of(Long.parseLong(owner)).isPresent();
  }

  /** Whether a file has a name of this kind. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
