package gmrl.experiment.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** What is wrong with a file, for people. */
public final class FileProblem {
  private static final int LONGEST = 200;

  /** As a power of two. */
  private static final int MEGABYTE = 20;

  private FileProblem() {}

  /** Why something could not be read or written, in a few words without the names of classes. */
  public static String reason(IOException e) {
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return firstSentence(system.getReason());
    }
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof NotDirectoryException) {
      return "it is no folder";
    }
    if (e instanceof CharacterCodingException) {
      return "it is no text in UTF-8";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : firstSentence(message);
  }

  /**
   * The sentence that says that a file or folder cannot be read.
   *
   * @param place what it is called
   */
  public static IllegalArgumentException cannotRead(Object place, IOException cause) {
    return new IllegalArgumentException(place + " cannot be read: " + reason(cause), cause);
  }

  /**
   * Insists on a file that is not larger than people would wait for.
   *
   * @param most bytes, whole megabytes of them
   * @param expected what the file should be, as the words before its size: {@code a table of}
   * @throws IllegalArgumentException in one sentence if it is larger
   * @throws IOException if nobody can say how large it is
   */
  public static void requireAtMost(Path file, long most, String expected) throws IOException {
    long size = Files.size(file);
    if (size > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d MB, expected %s at most %d MB",
              file,
              // What is a little too large does not look as if it fitted.
              Math.max(size, most + (1L << MEGABYTE)) >> MEGABYTE,
              expected,
              most >> MEGABYTE));
    }
  }

  static String firstSentence(String message) {
    return PlainText.line(message.lines().findFirst().orElse("unreadable"), LONGEST);
  }
}
