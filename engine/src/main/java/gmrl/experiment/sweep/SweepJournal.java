package gmrl.experiment.sweep;

import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The points that are done, one line each, in the order in which they came. A kill in mid-write
 * leaves at most one broken last line, which is dropped by whoever goes on.
 */
public final class SweepJournal {
  private static final String NAME = "points.jsonl";

  private final Path file;

  /** The journal in a folder, which need not have one yet. */
  public SweepJournal(Path folder) {
    file = folder.resolve(NAME);
  }

  /**
   * What is there; a broken last line is cut off.
   *
   * @throws IllegalArgumentException in one sentence if a line is damaged
   * @throws IOException if it cannot be read or cut
   */
  List<SweepOutcome> read() throws IOException {
    List<SweepOutcome> outcomes = new ArrayList<>();
    if (!Files.exists(file)) {
      return outcomes;
    }
    byte[] bytes = Files.readAllBytes(file);
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    if (whole < bytes.length) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(whole);
      }
    }
    String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
    int number = 1;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      outcomes.add(SweepOutcome.parse(file + " line " + number++, line));
    }
    return outcomes;
  }

  /** Adds points that are done. */
  void add(List<SweepOutcome> outcomes) throws IOException {
    StringBuilder lines = new StringBuilder();
    outcomes.forEach(outcome -> lines.append(outcome.line()).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      long before = channel.size();
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        channel.truncate(before);
        throw e;
      }
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(file, e);
    }
  }
}
