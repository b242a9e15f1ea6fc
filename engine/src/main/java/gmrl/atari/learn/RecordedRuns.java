package gmrl.atari.learn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The recorded runs that come with the program. */
public final class RecordedRuns {
  private static final String FOLDER = "/recorded/";

  private RecordedRuns() {}

  /** Names of the files, in alphabetical order. */
  public static List<String> names() {
    return text("index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  /**
   * One of them.
   *
   * @param name one of {@link #names}
   * @throws IllegalArgumentException if there is no such file
   */
  public static RecordedRun read(String name) {
    return RecordedRun.read(text(name));
  }

  /** All of them, in the order of their names. */
  public static List<RecordedRun> all() {
    return names().stream().map(RecordedRuns::read).toList();
  }

  private static String text(String name) {
    try (InputStream in = RecordedRuns.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no recorded run " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
