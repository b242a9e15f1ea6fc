package gmrl.app.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Everything modal, behind an interface so that view-models can be tested without a screen. */
public interface Dialogs {

  /**
   * A kind of file a person can choose.
   *
   * @param description "Experiment"
   * @param extensions without dot, first one is the default
   */
  record FileKind(String description, List<String> extensions) {
    /** A kind with one or more extensions. */
    public static FileKind of(String description, String... extensions) {
      return new FileKind(description, List.of(extensions));
    }

    /** Copies the list. */
    public FileKind {
      extensions = List.copyOf(extensions);
    }
  }

  /** Asks for an existing file; empty if dismissed. */
  Optional<Path> open(String title, FileKind kind);

  /** Asks for an existing folder; empty if dismissed. */
  Optional<Path> openFolder(String title);

  /**
   * Shows a folder in the system's file manager.
   *
   * @param failed hears why it is not shown, now or later, on any thread
   */
  void reveal(Path folder, Consumer<String> failed);

  /** Asks where to save; empty if dismissed. */
  Optional<Path> save(String title, String suggestedName, List<FileKind> kinds);

  /**
   * Asks for one of several ways to go on; empty if dismissed.
   *
   * @param title a few words
   * @param question one or two sentences
   * @param ways what the buttons say, the usual one first
   * @return index of the way
   */
  OptionalInt choose(String title, String question, List<String> ways);

  /**
   * Asks before something is done that takes away; Return does not do it.
   *
   * @param title a few words
   * @param question one or two sentences
   * @param deed what the button says that does it
   * @return whether it is to be done
   */
  boolean confirm(String title, String question, String deed);

  /** Puts text on the clipboard. */
  void copy(String text);

  /** Text on the clipboard, empty if there is none. */
  String paste();
}
