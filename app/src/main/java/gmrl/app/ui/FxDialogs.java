package gmrl.app.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The real dialogs, owned by one window; remembers the last folder. */
public final class FxDialogs implements Dialogs {
  private static final String WINDOWS = "explorer";

  private static final Duration SETTLING = Duration.millis(400);
  private final Supplier<Window> owner;
  private final Supplier<String> folder;
  private final Consumer<String> rememberFolder;

  /**
   * Dialogs of a window.
   *
   * @param owner the window they belong to
   * @param folder where to start, empty for the home folder
   * @param rememberFolder told where a file was chosen
   */
  public FxDialogs(
      Supplier<Window> owner, Supplier<String> folder, Consumer<String> rememberFolder) {
    this.owner = owner;
    this.folder = folder;
    this.rememberFolder = rememberFolder;
  }

  @Override
  public Optional<Path> open(String title, FileKind kind) {
    FileChooser chooser = chooser(title, List.of(kind));
    return over(window -> chosen(chooser.showOpenDialog(window)));
  }

  /**
   * A window that fills the screen loses that to some systems’ dialogs, and gets it back: the
   * toolkit fixes the size of a window that waits (JDK-8332222), and what cannot grow is not kept
   * that large.
   */
  private <T> T over(Function<Window, T> dialog) {
    Window window = owner.get();
    boolean maximised = window instanceof Stage stage && stage.isMaximized();
    double width = window.getWidth();
    T answer = dialog.apply(window);
    if (maximised && window instanceof Stage stage) {
      // The window manager answers in its own time.
      PauseTransition wait = new PauseTransition(SETTLING);
      wait.setOnFinished(
          e -> {
            if (stage.getWidth() < width) {
              stage.setMaximized(false);
              stage.setMaximized(true);
            }
          });
      wait.play();
    }
    return answer;
  }

  @Override
  public Optional<Path> openFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    File start = new File(folder.get());
    if (start.isDirectory()) {
      chooser.setInitialDirectory(start);
    }
    return over(window -> chosen(chooser.showDialog(window)));
  }

  @Override
  public void reveal(Path folder, Consumer<String> failed) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String command =
        system.startsWith("windows") ? WINDOWS : system.startsWith("mac") ? "open" : "xdg-open";
    reveal(command, folder, failed);
  }

  /** The same by a command, which may be there and find nothing that shows folders. */
  static void reveal(String command, Path folder, Consumer<String> failed) {
    String reason = "no file manager answers here; the folder is " + folder;
    try {
      Process opener =
          new ProcessBuilder(command, folder.toAbsolutePath().toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      var unused =
          opener
              .onExit()
              .thenAccept(
                  ended -> {
                    // That of Windows ends with 1 whatever it has shown.
                    if (ended.exitValue() != 0 && !command.equals(WINDOWS)) {
                      failed.accept(reason);
                    }
                  });
    } catch (IOException e) {
      failed.accept(reason + " (" + e.getMessage() + ")");
    }
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(suggestedName);
    return over(window -> chosen(chooser.showSaveDialog(window)));
  }

  @Override
  public OptionalInt choose(String title, String question, List<String> ways) {
    List<ButtonType> buttons = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      buttons.add(
          new ButtonType(
              ways.get(i), i == 0 ? ButtonBar.ButtonData.OK_DONE : ButtonBar.ButtonData.OTHER));
    }
    Alert alert = alert(title, question, buttons);
    return over(window -> alert.showAndWait())
        .map(buttons::indexOf)
        .filter(i -> i >= 0)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private Alert alert(String title, String question, List<ButtonType> buttons) {
    Alert alert = new Alert(Alert.AlertType.NONE, question);
    alert.getButtonTypes().setAll(buttons);
    alert.getButtonTypes().add(ButtonType.CANCEL);
    alert.setTitle(title);
    alert.setHeaderText(title);
    alert.initOwner(owner.get());
    Theme.dress(alert.getDialogPane());
    return alert;
  }

  @Override
  public boolean confirm(String title, String question, String deed) {
    ButtonType button = new ButtonType(deed, ButtonBar.ButtonData.OTHER);
    Alert alert = alert(title, question, List.of(button));
    alert.getDialogPane().lookupButton(button).getStyleClass().add("danger");
    Button cancel = (Button) alert.getDialogPane().lookupButton(ButtonType.CANCEL);
    cancel.setDefaultButton(true);
    return over(window -> alert.showAndWait()).filter(button::equals).isPresent();
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public String paste() {
    String text = Clipboard.getSystemClipboard().getString();
    return text == null ? "" : text;
  }

  private FileChooser chooser(String title, List<FileKind> kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    File start = new File(folder.get());
    if (start.isDirectory()) {
      chooser.setInitialDirectory(start);
    }
    for (FileKind kind : kinds) {
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  kind.description(), kind.extensions().stream().map(e -> "*." + e).toList()));
    }
    return chooser;
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    rememberFolder.accept(String.valueOf(file.getAbsoluteFile().getParent()));
    return Optional.of(file.toPath());
  }
}
