package gmrl.app;

import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigureOrigin;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureReader;
import gmrl.app.figure.Screenshot;
import gmrl.app.help.HelpWindow;
import gmrl.app.help.Keys;
import gmrl.app.lesson.LessonFeature;
import gmrl.app.rooms.Catalogue;
import gmrl.app.shelf.Document;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.Presentation;
import gmrl.app.shell.ShellView;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.story.StoryFeature;
import gmrl.app.ui.Dialogs;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The menu bar: every command of the window with its key. */
final class Commands {
  private static final Dialogs.FileKind EXPERIMENT =
      Dialogs.FileKind.of("Experiment", "gmrl", "json");
  private static final Dialogs.FileKind ANYTHING =
      Dialogs.FileKind.of(
          "Experiment, result, table or figure", "gmrl", "json", "csv", "pdf", "svg", "png", "tex");

  private final LabContext context;
  private final Stage stage;
  private final MenuBar bar = new MenuBar();
  private @Nullable ShellView shell;

  private final HelpWindow help;
  private final Menu look = new Menu("_View");

  Commands(LabContext context, Stage stage, LessonFeature lessons, Consumer<String> browse) {
    this.context = context;
    this.stage = stage;
    context.shelf().pages().addOpener(this::read);
    Menu file = new Menu("_File");
    file.getItems()
        .addAll(
            item("_Open experiment…", "Shortcut+O", this::open),
            item("_Save experiment…", "Shortcut+S", this::save),
            lessons.menu(),
            new SeparatorMenuItem(),
            item("_Copy state link", "Shortcut+Shift+C", this::copyLink),
            item("_Paste state link", "Shortcut+Shift+V", this::pasteLink),
            new SeparatorMenuItem(),
            item("_Figure studio", "Shortcut+E", () -> context.time().openPage("Figures")),
            item("Screenshot of the _window…", "Shortcut+Shift+P", this::screenshot),
            new SeparatorMenuItem(),
            item("_Quit", "Shortcut+Q", this::quit));
    Menu edit = new Menu("_Edit");
    MenuItem undo = item("_Undo", "Shortcut+Z", context.time()::undo);
    MenuItem redo = item("_Redo", "Shortcut+Shift+Z", context.time()::redo);
    edit.getItems()
        .addAll(
            undo,
            redo,
            new SeparatorMenuItem(),
            item("_New seed", "Shortcut+N", () -> withShell(ShellView::newSeed)),
            item("_Back to the defaults", "Shortcut+Shift+R", this::defaults));
    edit.setOnShowing(
        e -> {
          undo.setDisable(!context.time().canUndoProperty().get());
          redo.setDisable(!context.time().canRedoProperty().get());
        });
    edit.setOnHidden(
        e -> {
          // A disabled item would also swallow its accelerator.
          undo.setDisable(false);
          redo.setDisable(false);
        });
    Menu run = new Menu("_Run");
    run.getItems()
        .addAll(
            item("_Play or pause", "Shortcut+P", context.time()::togglePlaying),
            item("_Step", "Shortcut+PERIOD", context.time()::step),
            item("_Restart", "Shortcut+R", context.time()::restart),
            item("_Cancel everything", "Shortcut+Shift+X", this::cancelAll));
    look.getItems()
        .addAll(
            item(
                "_Light or dark",
                "Shortcut+D",
                () -> context.time().darkProperty().set(!context.time().darkProperty().get())),
            item("_Present", "F11", this::present),
            item("_Full screen", "Shift+F11", () -> stage.setFullScreen(!stage.isFullScreen())),
            item("_Next page", "Shortcut+Page Down", () -> withShell(s -> s.turnPage(1))),
            item("_Page before", "Shortcut+Page Up", () -> withShell(s -> s.turnPage(-1))),
            item("_All panels", "Shortcut+0", () -> withShell(ShellView::restorePanels)));
    help =
        new HelpWindow(
            stage,
            context.dark(),
            () ->
                HelpWindow.keys(
                    bar,
                    List.of(
                        new Keys("Story", StoryFeature.KEYS),
                        new Keys("While presenting", Presentation.KEYS))),
            context.dialogs()::copy,
            address -> browse(address, browse));
    bar.getMenus().addAll(file, edit, run, look);
  }

  private void cancelAll() {
    boolean some = !context.laboratory().tasks().running().isEmpty();
    context.laboratory().tasks().cancelAll();
    context
        .notices()
        .info(
            some
                ? "Cancelled; what is known stays. Restart (Ctrl+R) computes again."
                : "Nothing is running.");
  }

  private void present() {
    context.time().presentingProperty().set(!context.time().presentingProperty().get());
  }

  /** Opens an address in the browser; a file that is not part of the program is only named. */
  private void browse(String address, Consumer<String> browser) {
    if (address.startsWith("http")) {
      browser.accept(address);
      context.notices().info("Opened " + address + " in the browser.");
    } else {
      context.notices().info(address + " lies in the project’s folder, beside the program.");
    }
  }

  MenuBar menus() {
    return bar;
  }

  void attach(ShellView view) {
    shell = view;
    for (int i = 0; i < view.panelCount(); i++) {
      int panel = i;
      look.getItems()
          .add(
              item(
                  "Maximise panel _" + (i + 1),
                  "Shortcut+" + (i + 1),
                  () -> view.togglePanel(panel)));
    }
    // The last of all menus, those of the features included.
    bar.getMenus().add(help.menu());
  }

  private void withShell(java.util.function.Consumer<ShellView> action) {
    if (shell != null) {
      action.accept(shell);
    }
  }

  private static MenuItem item(String text, String key, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setAccelerator(KeyCombination.keyCombination(key));
    item.setOnAction(e -> action.run());
    return item;
  }

  private void open() {
    context.dialogs().open("Open an experiment", ANYTHING).ifPresent(context.shelf().pages()::open);
  }

  /** Reads an experiment or a figure: what no page shows as it was stored. On any thread. */
  private Optional<Runnable> read(Document document) {
    if (Files.isDirectory(document.place())) {
      return Optional.empty();
    }
    JsonView json = FigureReader.unstamped(document.json());
    Optional<FigureDocument> figure = FigureDocument.of(json);
    if (figure.isPresent()) {
      return Optional.of(read(document, figure.get()));
    }
    check(json);
    return Optional.of(
        () -> {
          if (restore(document, json)) {
            context.notices().info("Opened " + document.place().getFileName() + ".");
          }
        });
  }

  /** What is wrong with a state is found beside the window. */
  private void check(JsonView state) {
    context.files().read(state, LabState.initial());
  }

  /** The state that a figure was saved from, and the figure, computed again. */
  private Runnable read(Document document, FigureDocument figure) {
    Optional<JsonView> state = figure.state();
    state.ifPresent(this::check);
    Optional<FigurePlan> plan = Optional.empty();
    String lacking = "";
    try {
      plan = Optional.of(Catalogue.read(figure));
    } catch (IllegalArgumentException e) {
      if (state.isEmpty()) {
        throw e;
      }
      lacking =
          "The window stands as it did; the figure is not computed again: " + e.getMessage() + ".";
    }
    Optional<FigurePlan> again = plan;
    String remark = lacking;
    return () -> {
      if (!remark.isEmpty()) {
        context.notices().warn(remark);
      }
      state.ifPresent(json -> restore(document, json));
      again.ifPresent(computed -> context.time().exhibits().show(computed, figure.options()));
      context.notices().info("Opened " + document.place().getFileName() + ".");
    };
  }

  private void save() {
    context
        .dialogs()
        .save("Save the experiment", "experiment.gmrl", List.of(EXPERIMENT))
        .ifPresent(
            path ->
                context
                    .notices()
                    .attempt(
                        () -> {
                          AtomicFile.write(path, context.files().write(context.state().get()));
                          context.notices().info("Saved as " + path.getFileName() + ".");
                        }));
  }

  private void copyLink() {
    context.dialogs().copy(context.files().link(context.state().get()));
    context.notices().info("The state is on the clipboard, as one line to paste anywhere.");
  }

  private void pasteLink() {
    if (context.dialogs().paste().isBlank()) {
      context
          .notices()
          .info(
              "There is no text on the clipboard. Copy state link (Ctrl+Shift+C) puts one there.");
      return;
    }
    context
        .notices()
        .attempt(
            () ->
                context
                    .state()
                    .pick(
                        "paste",
                        now -> taken(context.files().readLink(context.dialogs().paste(), now))));
  }

  private void defaults() {
    context.state().pick("defaults", s -> LabState.initial());
  }

  /** Puts a state into the window, unless somebody has changed what stands there meanwhile. */
  private boolean restore(Document document, JsonView state) {
    return context
        .shelf()
        .pages()
        .arrivals()
        .put(document.asked(), document.place(), now -> taken(context.files().read(state, now)));
  }

  private LabState taken(LabStateJson.Restored read) {
    read.remarks().forEach(context.notices()::warn);
    return read.state();
  }

  private void screenshot() {
    double scale = stage.getOutputScaleX();
    WritableImage picture = Screenshot.take(stage.getScene(), scale);
    LabState state = context.state().get();
    context
        .dialogs()
        .save(
            "Save a picture of the window",
            "gmrl-lab.png",
            List.of(Dialogs.FileKind.of("PNG", "png")))
        .ifPresent(
            path -> {
              Thread writer =
                  new Thread(
                      () -> context.notices().attempt(() -> write(picture, scale, state, path)),
                      "gmrl-screenshot");
              writer.setDaemon(true);
              writer.start();
            });
  }

  private void write(WritableImage picture, double scale, LabState state, Path path)
      throws IOException {
    FigureOrigin provenance =
        new FigureOrigin(context.files().write(state), state.seed(), ChartPanel.version());
    Screenshot.write(picture, scale, "GMRL Lab", provenance, path);
    context.notices().info("Saved as " + path.getFileName() + ".");
  }

  private void quit() {
    stage.fireEvent(
        new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
  }
}
