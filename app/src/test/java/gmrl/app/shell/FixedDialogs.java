package gmrl.app.shell;

import gmrl.app.ui.Dialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Dialogs of tests, in which nobody opens, saves or answers anything unless a test says so; what
 * was asked or shown is kept.
 */
public class FixedDialogs implements Dialogs {
  /** What was asked or shown, in order. */
  public final List<String> asked = new ArrayList<>();

  @Override
  public Optional<Path> openFolder(String title) {
    asked.add(title);
    return Optional.empty();
  }

  @Override
  public void reveal(Path folder, Consumer<String> failed) {
    asked.add("reveal " + folder.getFileName());
  }

  @Override
  public Optional<Path> open(String title, FileKind kind) {
    asked.add(title);
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
    asked.add(title);
    return Optional.empty();
  }

  @Override
  public OptionalInt choose(String title, String question, List<String> ways) {
    asked.add(question);
    return OptionalInt.empty();
  }

  @Override
  public boolean confirm(String title, String question, String deed) {
    asked.add(question);
    return false;
  }

  @Override
  public void copy(String text) {
    asked.add(text);
  }

  @Override
  public String paste() {
    return "";
  }
}
