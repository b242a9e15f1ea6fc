package gmrl.app.lesson;

import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.Feature;
import gmrl.app.shell.FileSet;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.PageTurn;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.ui.Dialogs;
import gmrl.app.ui.Words;
import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Lessons: a page with their list and the one that is walked through. */
public final class LessonFeature implements Feature {
  /** Title of the page. */
  public static final String TITLE = "Lessons";

  private static final Dialogs.FileKind KIND =
      new Dialogs.FileKind("Lesson", LessonFile.EXTENSIONS);

  private final List<Illustrator> illustrators;
  private final List<LessonFile.Entry> builtIn = LessonFile.builtIn();
  private final Map<String, Shown> begun = new HashMap<>();
  private final StackPane page = new StackPane();
  private final MenuItem copy = new MenuItem("_Save a copy of this lesson…");
  private final MenuItem export = new MenuItem("_Export answers…");
  private final MenuItem leave = new MenuItem("_Leave the lesson");
  private @Nullable LabContext window;
  private @Nullable Shown present;

  /** A lesson on the page. */
  private record Shown(LessonViewModel model, LessonView view, String name, String text) {}

  /**
   * The feature.
   *
   * @param illustrators what the families' plots are read with
   */
  public LessonFeature(List<Illustrator> illustrators) {
    this.illustrators = List.copyOf(illustrators);
  }

  @Override
  public Contribution open(LabContext context) {
    window = context;
    page.getStyleClass().add("lessons");
    PageTurn.mark(page, this::turn);
    context.whileShowing(
        page,
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            each(LessonViewModel::start);
          }

          @Override
          public void stop() {
            each(LessonViewModel::stop);
          }

          @Override
          public void restart() {
            each(LessonViewModel::restart);
          }
        });
    context
        .state()
        .stateProperty()
        .addListener((o, old, now) -> each(model -> model.setSeed(now.seed())));
    enable();
    return new Contribution(
        List.of(), List.of(), List.of(new Workspace(TITLE, Controls.NONE, this::page)), List.of());
  }

  /** One step on or back in the present lesson. */
  private boolean turn(int by) {
    if (present == null) {
      return false;
    }
    if (by > 0) {
      present.model().advance();
    } else {
      present.model().back();
    }
    return true;
  }

  /** Built when it is first opened. */
  private StackPane page() {
    if (page.getChildren().isEmpty()) {
      list();
    }
    return page;
  }

  /** What one does with a lesson’s file; the page lists those that there are. */
  public Menu menu() {
    Menu menu = new Menu("_Lesson");
    MenuItem file = new MenuItem("_Open lesson…");
    file.setAccelerator(KeyCombination.keyCombination("Shortcut+L"));
    file.setOnAction(e -> open());
    copy.setOnAction(e -> copy());
    export.setOnAction(e -> export());
    leave.setOnAction(e -> list());
    menu.getItems().addAll(file, copy, export, new SeparatorMenuItem(), leave);
    return menu;
  }

  private LabContext context() {
    return java.util.Objects.requireNonNull(window, "opened with the window");
  }

  private void each(java.util.function.Consumer<LessonViewModel> action) {
    if (present != null) {
      action.accept(present.model());
    }
  }

  /** Asks for a file and begins its lesson. */
  public void open() {
    context().dialogs().open("Open a lesson", KIND).ifPresent(this::open);
  }

  /** Begins the lesson of a file, or says why not. */
  public void open(Path file) {
    tryTo(
        () -> {
          String text = LessonFile.text(file);
          Lesson lesson = LessonFile.parse(file.toString(), text, illustrators);
          show(begin(lesson, name(file), text));
        });
  }

  private Shown begin(Lesson lesson, String name, String text) {
    LessonViewModel model = new LessonViewModel(context().laboratory(), lesson);
    return new Shown(model, new LessonView(context(), model, this::list), name, text);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Begins a lesson of the laboratory, or goes on with it. */
  void teach(LessonFile.Entry entry) {
    tryTo(
        () -> {
          Shown known = begun.get(entry.id());
          if (known == null) {
            Lesson lesson = LessonFile.read(entry, illustrators);
            known = begin(lesson, entry.id() + ".yaml", LessonFile.text(entry));
            begun.put(entry.id(), known);
          }
          show(known);
        });
  }

  private void show(Shown next) {
    each(LessonViewModel::stop);
    present = next;
    next.model().setSeed(context().state().get().seed());
    page.getChildren().setAll(next.view());
    context().time().openPage(TITLE);
    if (context().time().startedProperty().get()) {
      next.model().start();
    }
    enable();
  }

  private void list() {
    each(LessonViewModel::stop);
    present = null;
    page.getChildren().setAll(new LessonsPage(builtIn, this::teach, this::open));
    enable();
  }

  private void enable() {
    for (MenuItem item : List.of(copy, export, leave)) {
      item.setDisable(present == null);
    }
  }

  private void copy() {
    Optional.ofNullable(present)
        .ifPresent(
            shown -> save("Save a copy of the lesson", shown.name(), List.of(KIND), shown::text));
  }

  private void export() {
    Optional.ofNullable(present)
        .ifPresent(
            shown -> {
              AnswerSheet sheet =
                  new AnswerSheet(
                      shown.model().lesson(), shown.model().answers(), ChartPanel.version());
              String stem = shown.name().replaceFirst("\\.ya?ml$", "");
              context()
                  .dialogs()
                  .save(
                      "Export the answers",
                      stem + "-answers.md",
                      List.of(Dialogs.FileKind.of("Markdown, with the same as JSON", "md")))
                  .ifPresent(path -> write(sheet, path));
            });
  }

  private void write(AnswerSheet sheet, Path path) {
    tryTo(
        () -> {
          String name = name(path).replaceFirst("\\.md$", "");
          Path document = path.resolveSibling(name + ".json");
          List<Path> files = List.of(path, document);
          if (!FileSet.mayBeWritten(
              context().dialogs(), path, files, json -> json.has("lesson") && json.has("steps"))) {
            return;
          }
          Map<Path, byte[]> both = new LinkedHashMap<>();
          both.put(path, sheet.markdown().getBytes(StandardCharsets.UTF_8));
          both.put(document, sheet.json().getBytes(StandardCharsets.UTF_8));
          AtomicFile.writeAll(both);
          context()
              .notices()
              .info(
                  "Saved "
                      + name(path)
                      + " and "
                      + name(document)
                      + " in "
                      + path.toAbsolutePath().getParent()
                      + ".");
        });
  }

  private void save(
      String title, String suggestion, List<Dialogs.FileKind> kinds, Supplier<String> text) {
    context()
        .dialogs()
        .save(title, suggestion, kinds)
        .ifPresent(
            path ->
                tryTo(
                    () -> {
                      AtomicFile.write(path, text.get());
                      context().notices().info("Saved as " + name(path) + ".");
                    }));
  }

  private interface Risky {
    void run() throws IOException;
  }

  private void tryTo(Risky action) {
    try {
      action.run();
    } catch (IllegalArgumentException | IOException e) {
      context().notices().error(Words.sentence(String.valueOf(e.getMessage())));
    }
  }
}
