package gmrl.experiment.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Readings that take a while are broken off when their thread is interrupted; a short one comes to
 * its end before anybody could.
 */
public final class LongReading {
  /** What is shorter than so many characters is read in no time. */
  private static final int SHORT = 1 << 16;

  private LongReading() {}

  /**
   * All bytes of a file.
   *
   * @throws IOException also if the present thread was interrupted
   */
  public static byte[] bytes(Path file) throws IOException {
    // Unlike those of Files, which nothing interrupts.
    try (InputStream bytes = Channels.newInputStream(FileChannel.open(file))) {
      return bytes.readAllBytes();
    }
  }

  static boolean is(String text) {
    return text.length() > SHORT;
  }

  /** A text whose reader looks, block by block, whether it is to go on. */
  static Reader of(String source, String text) {
    return new FilterReader(new StringReader(text)) {
      @Override
      public int read(char[] block, int from, int most) throws IOException {
        goOn(source);
        return super.read(block, from, most);
      }
    };
  }

  /**
   * Looks whether the present thread is to go on reading.
   *
   * @param source what is read
   * @throws IllegalArgumentException in one sentence if it was interrupted; it still is
   */
  public static void goOn(String source) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalArgumentException(
          source + " was not read to its end: somebody has cancelled it");
    }
  }
}
