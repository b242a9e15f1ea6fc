package gmrl.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it could not be written: printers swallow that, and a result
 * that went nowhere must not look like one that arrived.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream stream;
  private @Nullable IOException failure;

  StandardOutput(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (failure == null) {
      try {
        stream.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  @Override
  public void flush() {
    if (failure == null) {
      try {
        stream.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /**
   * The exit code of a command that has printed everything. A reader that went away, as {@code
   * head} does, has seen what it wanted; any other failure is an error.
   *
   * @param code what the command itself ended with
   * @param err takes one line
   */
  int exitCode(int code, PrintWriter err) {
    IOException cause = failure;
    if (cause == null || isReaderGone(cause)) {
      return code;
    }
    err.println("standard output cannot be written: " + cause.getMessage());
    err.flush();
    return code == 0 || code == Interruption.CODE ? 1 : code;
  }

  private static boolean isReaderGone(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    // What Linux, macOS and Windows say.
    return message.contains("broken pipe")
        || message.contains("pipe is being closed")
        || message.contains("pipe has been ended");
  }
}
