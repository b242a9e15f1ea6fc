package gmrl.app.shell;

import gmrl.app.ui.Dialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Dialogs of tests, in which nobody opens, saves or answers anything unless a test says so. */
public class FixedDialogs implements Dialogs {
  @Override
  public Optional<Path> openFolder(String title) {
    throw new UnsupportedOperationException(title);
  }

  @Override
  public void reveal(Path folder) {
    throw new UnsupportedOperationException(folder.toString());
  }

  @Override
  public Optional<Path> open(String title, FileKind kind) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
    return Optional.empty();
  }

  @Override
  public OptionalInt choose(String title, String question, List<String> ways) {
    return OptionalInt.empty();
  }

  @Override
  public void copy(String text) {}

  @Override
  public String paste() {
    return "";
  }
}
