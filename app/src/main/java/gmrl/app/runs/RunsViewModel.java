package gmrl.app.runs;

import gmrl.app.live.Laboratory;
import gmrl.app.shelf.Deletions;
import gmrl.app.shelf.DiskWork;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.Shelf;
import gmrl.app.ui.Words;
import gmrl.experiment.Counted;
import gmrl.experiment.compare.ConfigDiff;
import gmrl.experiment.compare.RunComparison;
import gmrl.experiment.store.RunNote;
import gmrl.experiment.store.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * All stored runs, those of the user's home and of folders that were added, and the comparison of
 * two. Lines appear first and their headlines follow. Belongs to the interface thread.
 */
final class RunsViewModel {
  private static final int BATCH = 50;

  private static final String READING = "Looking for runs …";

  private final Path home;
  private final Places places;
  private final Laboratory lab;
  private final Shelf shelf;
  private final DiskWork disk;
  private final RunReader reader = new RunReader();
  private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
  private final FilteredList<RunRow> found = new FilteredList<>(rows);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper emptiness = new ReadOnlyStringWrapper(READING);
  private final ReadOnlyBooleanWrapper placesAdded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<RunComparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private Runnable reworded = () -> {};
  private Supplier<Runnable> replaced = () -> () -> {};

  /** What is on screen of the runs that were found. */
  private ObservableList<RunRow> shown = found;

  private List<Path> added = List.of();
  private boolean read;

  /** Grows with every reading, so that an older one stops. */
  private final AtomicInteger reading = new AtomicInteger();

  /**
   * A list that has not been read yet.
   *
   * @param home the store of the user's home; its neighbour file remembers added folders
   * @param disk runs what waits for the disk, one after another
   * @param problems takes one sentence about something that went wrong
   */
  RunsViewModel(Path home, Laboratory lab, Shelf shelf, Executor disk, Consumer<String> problems) {
    this.home = home;
    places = new Places(home);
    this.lab = lab;
    this.shelf = shelf;
    this.disk = new DiskWork(disk, problems);
    shelf
        .deletions()
        .follow(gone -> rows.removeIf(row -> gone.contains(row.path())), this::refresh);
    shelf
        .runs()
        .addListener(
            (ListChangeListener<KeptRun>)
                change -> {
                  know(rows);
                  reword();
                });
    search.addListener((o, old, now) -> found.setPredicate(matching(now)));
    rows.addListener(
        (ListChangeListener<RunRow>)
            change -> {
              sayIfEmpty();
              count();
            });
    showIn(found);
  }

  /** Counts what a table shows, which may leave out more than the search does. */
  void showIn(ObservableList<RunRow> table) {
    shown = table;
    table.addListener((ListChangeListener<RunRow>) change -> count());
    count();
  }

  private void count() {
    int all = rows.size();
    long damaged = rows.stream().filter(row -> row.run().isEmpty()).count();
    List<String> words = new ArrayList<>();
    words.add(
        (shown.size() == all ? "" : shown.size() + " of ")
            + Counted.of(all, "run")
            + (damaged == 0 ? "" : ", " + damaged + " of them cannot be read"));
    words.add(home.toString());
    added.forEach(place -> words.add(place.toString()));
    summary.set(read ? String.join(" · ", words) : "");
  }

  private static Predicate<RunRow> matching(String text) {
    String wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
    return wanted.isEmpty() ? row -> true : row -> row.contains(wanted);
  }

  /** What matches the search. */
  ObservableList<RunRow> rows() {
    return found;
  }

  /** What a run is called in its line. */
  String name(Path run) {
    return rows.stream()
        .filter(row -> row.path().equals(run))
        .map(RunRow::name)
        .findFirst()
        .orElse(RunRow.file(run));
  }

  /** Sets what follows when other words stand in lines that are there already. */
  void setOnReworded(Runnable action) {
    reworded = action;
  }

  /**
   * Sets who is asked before other lines come in place of those that are there.
   *
   * @param asked gives what follows when they have come
   */
  void setOnReplaced(Supplier<Runnable> asked) {
    replaced = asked;
  }

  /** What must stand in a line for it to be shown. */
  StringProperty searchProperty() {
    return search;
  }

  /** How many there are and where they were found. */
  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Why no line is shown, where none is: what is still being read is not missing. */
  ReadOnlyStringProperty emptinessProperty() {
    return emptiness.getReadOnlyProperty();
  }

  private void sayIfEmpty() {
    emptiness.set(
        rows.isEmpty()
            ? "No run is stored yet. Pins and recent experiments of this window come here by"
                + " themselves; runs of the command line (--run DIR) come with “Add folder…”."
            : "No line has what is looked for in “Find in any column” and in the filters of the"
                + " columns’ heads.");
  }

  /** Whether there are folders beside the home's. */
  ReadOnlyBooleanProperty placesAddedProperty() {
    return placesAdded.getReadOnlyProperty();
  }

  /** Two runs side by side; empty until two were chosen. */
  ReadOnlyObjectProperty<Optional<RunComparison>> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** Reads all folders again. */
  void refresh() {
    int mine = reading.incrementAndGet();
    if (rows.isEmpty()) {
      emptiness.set(READING);
    }
    disk.then(() -> read(mine));
  }

  private void read(int mine) throws IOException {
    try {
      Set<Path> folders = new LinkedHashSet<>(RunReader.folders(home));
      List<Path> added = places.read();
      for (Path place : added) {
        folders.addAll(RunReader.folders(place));
      }
      List<RunRow> all = new ArrayList<>();
      for (Path folder : folders) {
        if (mine != reading.get()) {
          return;
        }
        all.add(reader.row(folder));
      }
      all.sort(java.util.Comparator.comparing(RunRow::when).reversed());
      lab.ui().execute(() -> show(mine, all, added));
      fill(mine, all);
    } catch (IOException | IllegalArgumentException e) {
      String words = Words.sentence("The runs could not be read: " + e.getMessage());
      lab.ui().execute(() -> emptiness.set(words));
      throw e;
    }
  }

  private void show(int mine, List<RunRow> all, List<Path> added) {
    if (mine == reading.get()) {
      Map<Path, RunRow> before = byPath(rows);
      for (RunRow row : all) {
        RunRow known = before.get(row.path());
        if (known != null && known.state().equals(row.state())) {
          row.tell(known.headlineProperty().get());
        }
      }
      // Before they stand in order: a line is sorted by what it is called in the window.
      know(all);
      this.added = List.copyOf(added);
      read = true;
      Runnable then = replaced.get();
      rows.setAll(all);
      sayIfEmpty();
      placesAdded.set(!added.isEmpty());
      count();
      reword();
      then.run();
    }
  }

  private static Map<Path, RunRow> byPath(List<RunRow> rows) {
    return rows.stream().collect(Collectors.toMap(RunRow::path, row -> row));
  }

  /** Lines that say something else may no longer be what is looked for, or stand elsewhere. */
  private void reword() {
    found.setPredicate(matching(search.get()));
    reworded.run();
  }

  /** Says again what the window knows about its own runs: names as in its legends. */
  private void know(List<RunRow> lines) {
    Map<Path, RunRow> own = byPath(lines);
    for (KeptRun kept : shelf.runs()) {
      RunRow row = own.get(kept.path());
      // Nobody has said anything about what a command has put there.
      if (row != null && !kept.note().equals(RunNote.NONE)) {
        List<ConfigDiff.Change> settings = shelf.beyondUsual(kept);
        row.know(
            kept.isNamed() ? shelf.label(kept) : words(settings, ConfigDiff.label(settings)),
            words(settings, ConfigDiff.all(settings)),
            kept.note());
      }
    }
  }

  private static String words(List<ConfigDiff.Change> settings, String some) {
    return settings.isEmpty() ? ConfigDiff.USUAL : some;
  }

  private void fill(int mine, List<RunRow> all) {
    List<Runnable> batch = new ArrayList<>();
    for (RunRow row : all) {
      if (mine != reading.get()) {
        return;
      }
      row.run()
          .ifPresent(
              run -> {
                RunRow.Headline headline = RunReader.headline(run);
                batch.add(() -> row.tell(headline));
              });
      if (batch.size() == BATCH) {
        tell(batch);
      }
    }
    tell(batch);
  }

  private void tell(List<Runnable> batch) {
    List<Runnable> now = List.copyOf(batch);
    batch.clear();
    lab.ui()
        .execute(
            () -> {
              now.forEach(Runnable::run);
              reword();
            });
  }

  /** Looks for runs in one more folder, now and from now on. */
  void addPlace(Path place) {
    disk.then(() -> places.add(place));
    refresh();
  }

  /** Looks no more in the folders that were added; nothing in them is touched. */
  void forgetPlaces() {
    disk.then(places::forget);
    refresh();
  }

  /** Shows what a run came to, as it was stored. */
  void open(RunRow row) {
    shelf.pages().open(row.path());
  }

  /** Puts the settings of a run into the window. */
  void reopen(RunRow row) {
    row.run()
        .ifPresent(run -> shelf.reopening().settings(run.kind(), run.path(), run.config().value()));
  }

  /** Takes runs away, until they are brought back. */
  void delete(List<RunRow> gone) {
    deletions().delete(gone.stream().map(RunRow::path).toList());
  }

  /** What was deleted. */
  Deletions deletions() {
    return shelf.deletions();
  }

  /** Compares two runs by what their family is about. */
  void compare(Path first, Path second) {
    disk.then(
        () -> {
          RunComparison both = RunComparison.of(StoredRun.open(first), StoredRun.open(second));
          lab.ui().execute(() -> comparison.set(Optional.of(both)));
        });
  }

  /** Compares the same runs by another measure. */
  void measure(String key) {
    comparison
        .get()
        .filter(both -> !both.measure().key().equals(key))
        .ifPresent(
            both ->
                disk.then(
                    () -> {
                      RunComparison other = RunComparison.of(both.first(), both.second(), key);
                      lab.ui().execute(() -> comparison.set(Optional.of(other)));
                    }));
  }

  /** Puts the comparison away. */
  void closeComparison() {
    comparison.set(Optional.empty());
  }
}
