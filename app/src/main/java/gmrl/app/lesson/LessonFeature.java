package gmrl.app.lesson;

import gmrl.app.shelf.DiskWork;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Until an answer is written to the disk. */
  private static final Duration REST = Duration.ofSeconds(1);

  private static final Dialogs.FileKind KIND =
      new Dialogs.FileKind("Lesson", LessonFile.EXTENSIONS);

  private final List<Illustrator> illustrators;
  private final List<LessonFile.Entry> builtIn = LessonFile.builtIn();
  private final AnswerBook book;
  private final DiskWork disk;

  /** By the key of their text, as they were begun in this window. */
  private final Map<String, Shown> begun = new LinkedHashMap<>();

  /** What of them is on the disk. */
  private final Map<String, List<Answer>> written = new HashMap<>();

  private final StackPane page = new StackPane();
  private final MenuItem copy = new MenuItem("_Save a copy of this lesson…");
  private final MenuItem export = new MenuItem("_Export answers…");
  private final MenuItem again = new MenuItem("_Begin the lesson anew");
  private final MenuItem leave = new MenuItem("_Leave the lesson");
  private @Nullable LabContext window;
  private @Nullable Shown present;

  /** A lesson on the page. */
  private record Shown(
      String key,
      LessonViewModel model,
      LessonView view,
      String name,
      String text,
      LessonView.Onward onward) {}

  /**
   * The feature.
   *
   * @param illustrators what the families' plots are read with
   * @param folder where answers are kept
   * @param disk writes them
   */
  public LessonFeature(List<Illustrator> illustrators, Path folder, DiskWork disk) {
    this.illustrators = List.copyOf(illustrators);
    book = new AnswerBook(folder);
    this.disk = disk;
  }

  @Override
  public Contribution open(LabContext context) {
    window = context;
    context
        .shelf()
        .pages()
        .addOpener(
            document ->
                Optional.of(document.place()).filter(LessonFile::isLesson).map(this::reading));
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
    again.setOnAction(e -> again());
    leave.setOnAction(e -> list());
    menu.getItems().addAll(file, copy, export, new SeparatorMenuItem(), again, leave);
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
  void open(Path file) {
    context().shelf().pages().open(file, document -> Optional.of(reading(document.place())));
  }

  /** Reads a lesson; on any thread. */
  private Runnable reading(Path file) {
    String text = LessonFile.text(file);
    Lesson lesson = LessonFile.parse(file.toString(), text, illustrators);
    return () ->
        goOn(name(file), text, new LessonView.Onward("All lessons", this::list), () -> lesson);
  }

  /** Goes on with a lesson of this window, or begins it. */
  private void goOn(String name, String text, LessonView.Onward onward, Supplier<Lesson> lesson) {
    Shown known = begun.get(AnswerBook.key(text));
    show(known != null ? known : begin(lesson.get(), name, text, onward));
  }

  /** Begins a lesson, or goes on with what was kept of it. */
  private Shown begin(Lesson lesson, String name, String text, LessonView.Onward onward) {
    String key = AnswerBook.key(text);
    LessonViewModel model =
        new LessonViewModel(
            context().laboratory(),
            lesson,
            book.answers(key, lesson, disk, context().notices()::warn));
    Shown shown =
        new Shown(
            key, model, new LessonView(context(), model, this::list, onward), name, text, onward);
    written.put(key, own(model));
    model
        .answerProperty()
        .addListener(
            (o, old, now) -> context().laboratory().later().run(REST, () -> keep(shown, disk)));
    begun.put(key, shown);
    return shown;
  }

  private static List<Answer> own(LessonViewModel model) {
    return model.answers().stream().map(Answer::own).toList();
  }

  /** Begins the present lesson anew; its answers are put aside. */
  void again() {
    Shown before = present;
    if (before != null) {
      tryTo(
          () -> {
            begun.remove(before.key());
            book.setAside(before.key(), "before");
            before.model().stop();
            show(begin(before.model().lesson(), before.name(), before.text(), before.onward()));
          });
    }
  }

  private void keep(Shown shown, DiskWork by) {
    if (!shown.equals(begun.get(shown.key()))) {
      return;
    }
    List<Answer> own = own(shown.model());
    if (!own.equals(written.put(shown.key(), own))) {
      by.then(() -> book.keep(shown.key(), shown.model().lesson(), own));
    }
  }

  /** Keeps every answer before the window closes. */
  public void keep() {
    DiskWork now = new DiskWork(Runnable::run, disk.problems());
    begun.values().forEach(shown -> keep(shown, now));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Begins a lesson of the laboratory, or goes on with it. */
  void teach(LessonFile.Entry entry) {
    tryTo(
        () -> {
          goOn(
              entry.id() + ".yaml",
              LessonFile.text(entry),
              after(entry),
              () -> LessonFile.read(entry, illustrators));
        });
  }

  /** Where one goes on when a lesson is over. */
  private LessonView.Onward after(LessonFile.Entry entry) {
    int next = builtIn.indexOf(entry) + 1;
    return next < builtIn.size()
        ? new LessonView.Onward(
            "Next lesson: " + builtIn.get(next).title(), () -> teach(builtIn.get(next)))
        : new LessonView.Onward("All lessons", this::list);
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
    LessonsPage all = new LessonsPage(builtIn, this::teach, this::open);
    Set<String> known = new HashSet<>();
    for (LessonFile.Entry entry : builtIn) {
      String key = AnswerBook.key(LessonFile.text(entry));
      known.add(key);
      tellProgress(all, entry, key);
    }
    begun.values().stream()
        .filter(shown -> !known.contains(shown.key()))
        .forEach(
            own ->
                all.addOwn(
                    own.model().lesson(),
                    own.name(),
                    AnswerBook.Progress.of(own.model().lesson(), own.model().answers()),
                    () -> show(own)));
    page.getChildren().setAll(all);
    enable();
  }

  /** How far somebody is in this window, or was in the last. */
  private void tellProgress(LessonsPage all, LessonFile.Entry entry, String key) {
    Shown here = begun.get(key);
    if (here != null) {
      all.tell(entry, AnswerBook.Progress.of(here.model().lesson(), here.model().answers()));
    } else {
      disk.then(
          () ->
              book.progress(key)
                  .ifPresent(
                      progress ->
                          context().laboratory().ui().execute(() -> all.tell(entry, progress))));
    }
  }

  private void enable() {
    for (MenuItem item : List.of(copy, export, again, leave)) {
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
