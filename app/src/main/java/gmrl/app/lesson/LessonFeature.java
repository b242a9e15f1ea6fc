package gmrl.app.lesson;

import gmrl.app.shelf.DiskWork;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.PageTurn;
import gmrl.app.shell.ShellViewModel;
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

  /** Shows what is left of the step's words below or above, and then goes one step on or back. */
  boolean turn(int by) {
    if (present == null) {
      return false;
    }
    ShellViewModel time = context().time();
    boolean waits = present.model().phaseProperty().get() == LessonViewModel.Phase.COMPUTING;
    if (by > 0 && waits && !time.playingProperty().get()) {
      time.togglePlaying();
    } else if (!present.view().read(by)) {
      if (by > 0) {
        present.model().advance(time.presentingProperty().get());
      } else {
        present.model().back();
      }
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
    context().dialogs().open("Open a lesson", LessonFiles.KIND).ifPresent(this::open);
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
        goOn(
            LessonFiles.name(file),
            text,
            new LessonView.Onward("All lessons", this::list),
            () -> lesson);
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
      context()
          .notices()
          .attempt(
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

  /** Begins a lesson of the laboratory, or goes on with it. */
  void teach(LessonFile.Entry entry) {
    context()
        .notices()
        .attempt(
            () ->
                goOn(
                    entry.id() + ".yaml",
                    LessonFile.text(entry),
                    after(entry),
                    () -> LessonFile.read(entry, illustrators)));
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
    Optional.ofNullable(present).ifPresent(it -> files().copy(it.name(), it.text()));
  }

  private void export() {
    Optional.ofNullable(present).ifPresent(it -> files().export(it.name(), it.model()));
  }

  private LessonFiles files() {
    return new LessonFiles(context());
  }
}
