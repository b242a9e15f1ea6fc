package gmrl.experiment.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file, for people. */
public final class FileProblem {
  private static final int LONGEST = 200;

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

  static String firstSentence(String message) {
    return PlainText.line(message.lines().findFirst().orElse("unreadable"), LONGEST);
  }
}
