package gmrl.app.shelf;

import gmrl.experiment.store.RunNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What lies in the folder of runs, as the window shows it.
 *
 * <p>Reading and writing happen on a thread of their own, one after another; what a person does
 * shows at once. Belongs to the interface thread.
 */
final class KeptRuns {
  private final ShelfFolder folder;
  private final DiskWork disk;
  private final Executor ui;
  private final ObservableList<KeptRun> runs = FXCollections.observableArrayList();

  /** One for all: it hears of changes only as long as somebody holds it. */
  private final ObservableList<KeptRun> readOnly = FXCollections.unmodifiableObservableList(runs);

  private final ReadOnlyObjectWrapper<Optional<Path>> fresh =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();

  /** Changes that are not written yet; the folder is read again after each. */
  private int changing;

  private final ObservableList<Awaited> awaited = FXCollections.observableArrayList();
  private final ObservableList<Awaited> readOnlyAwaited =
      FXCollections.unmodifiableObservableList(awaited);

  /**
   * Runs that have not been read yet.
   *
   * @param disk runs what waits for the folder, one after another
   * @param ui runs on the interface thread what shows it
   */
  KeptRuns(ShelfFolder folder, DiskWork disk, Executor ui) {
    this.folder = folder;
    this.disk = disk;
    this.ui = ui;
  }

  /** All of them, newest first. */
  ObservableList<KeptRun> all() {
    return readOnly;
  }

  /** Whether the folder has been read, or cannot be. */
  ReadOnlyBooleanProperty readProperty() {
    return read.getReadOnlyProperty();
  }

  /** The run that was kept last, so that it can be named. */
  ReadOnlyObjectProperty<Optional<Path>> freshProperty() {
    return fresh.getReadOnlyProperty();
  }

  /** What will be among them under a name. */
  ObservableList<Awaited> awaited() {
    return readOnlyAwaited;
  }

  /** Something that a person has kept before it was complete. */
  void await(Awaited one) {
    awaited.add(0, one);
  }

  /** It will not come. */
  void giveUp(Awaited one) {
    awaited.remove(one);
  }

  /** The run of a folder. */
  Optional<KeptRun> at(Path path) {
    return runs.stream().filter(run -> run.path().equals(path)).findFirst();
  }

  /**
   * Keeps a result for good and shows it over the plots of its family. What is kept under a name
   * already is not kept twice: its name can be changed.
   *
   * @param one stands for it until it is there
   * @param again takes the folder where it is kept already, on the interface thread
   */
  void keepNamed(Offer offer, Awaited one, Consumer<Path> again) {
    if (!awaited.contains(one)) {
      await(one);
    }
    one.write();
    RunNote note = new RunNote("", "", Overlays.freeColour(runs), true, true);
    disk.then(
        () -> {
          try {
            Optional<Path> present = folder.named(offer);
            if (present.isPresent()) {
              folder.change(present.get(), now -> now.withShown(true));
              list();
              ui.execute(() -> again.accept(present.get()));
              ui.execute(() -> arrive(present.get(), one));
            } else {
              Path path = write(offer, note);
              ui.execute(() -> arrive(path, one));
            }
          } finally {
            ui.execute(() -> giveUp(one));
          }
        });
  }

  /** A name that was typed meanwhile is its own. */
  private void arrive(Path path, Awaited one) {
    String name = one.nameProperty().get().strip();
    if (!name.isEmpty()) {
      change(path, note -> note.withName(name));
    }
    fresh.set(Optional.empty());
    fresh.set(Optional.of(path));
  }

  /**
   * Keeps a result among the recent ones, unless it is kept already.
   *
   * @param then takes its folder, on the interface thread
   */
  void keepRecent(Offer offer, Consumer<Path> then) {
    RunNote note = new RunNote("", "", Overlays.freeColour(runs), false, false);
    disk.then(
        () -> {
          Optional<Path> known = folder.find(offer);
          Path path = known.isPresent() ? known.get() : write(offer, note);
          ui.execute(() -> then.accept(path));
        });
  }

  private Path write(Offer offer, RunNote note) throws IOException {
    Path path = folder.keep(offer, note);
    if (note.kept() && offer.isComplete()) {
      folder.dropRecent(offer);
    }
    folder.trim(folder.list());
    list();
    return path;
  }

  /** Reads again what lies in the folder: other windows and commands write there too. */
  void refresh() {
    disk.then(this::list);
  }

  private void list() throws IOException {
    try {
      List<KeptRun> now = folder.list();
      ui.execute(() -> show(now));
    } finally {
      ui.execute(() -> read.set(true));
    }
  }

  /** What was read before a change was written would take it back for a moment. */
  private void show(List<KeptRun> now) {
    if (changing == 0 && !KeptRun.lookAlike(now, runs)) {
      runs.setAll(now);
    }
  }

  /** Changes what a person has said about a run. */
  void change(Path run, UnaryOperator<RunNote> change) {
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).path().equals(run)) {
        runs.set(i, runs.get(i).with(change.apply(runs.get(i).note())));
      }
    }
    changing++;
    disk.then(
        () -> {
          try {
            folder.change(run, change);
          } finally {
            ui.execute(() -> changing--);
            list();
          }
        });
  }
}
