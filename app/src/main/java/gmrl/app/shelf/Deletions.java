package gmrl.app.shelf;

import gmrl.app.state.StateModel;
import gmrl.app.state.Undoable;
import gmrl.experiment.Counted;
import gmrl.experiment.store.RunBin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Deletions of stored runs, wherever they lie: each is a step in the window's order of undo, and
 * the last can be taken back by itself. Belongs to the interface thread.
 */
public final class Deletions {
  private record Follower(Consumer<List<Path>> gone, Runnable back) {}

  private final RunBin bin;
  private final DiskWork disk;
  private final Executor ui;
  private final StateModel<?> history;
  private final Function<Path, String> names;
  private final Consumer<String> done;
  private final List<Follower> followers = new ArrayList<>();
  private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper();
  private @Nullable Deletion latest;

  /**
   * None yet.
   *
   * @param names what a run is called
   * @param done takes one sentence about something that was done
   */
  Deletions(
      RunBin bin,
      DiskWork disk,
      Executor ui,
      StateModel<?> history,
      Function<Path, String> names,
      Consumer<String> done) {
    this.bin = bin;
    this.disk = disk;
    this.ui = ui;
    this.history = history;
    this.names = names;
    this.done = done;
  }

  /**
   * Adds who shows stored runs.
   *
   * @param gone hears of folders that are there no more
   * @param back hears that some are there again
   */
  public void follow(Consumer<List<Path>> gone, Runnable back) {
    followers.add(new Follower(gone, back));
  }

  /** How many runs the last deletion took away; 0 where that was taken back. */
  public ReadOnlyIntegerProperty lastProperty() {
    return last.getReadOnlyProperty();
  }

  /** Takes runs away: one step of undo. One that cannot be is told of, and stays. */
  public void delete(List<Path> runs) {
    Deletion deletion = new Deletion(runs, said(runs));
    history.did(deletion);
    deletion.move("");
  }

  private String said(List<Path> runs) {
    return runs.size() == 1
        ? "“" + names.apply(runs.get(0)) + "” is "
        : Counted.of(runs.size(), "run") + " are ";
  }

  /** Brings back what was deleted last, whatever was done since. */
  public void bringBack() {
    if (latest != null) {
      Deletion deletion = latest;
      history.forget(deletion);
      deletion.restore("");
    }
  }

  private void remember(@Nullable Deletion deletion, int runs) {
    latest = deletion;
    last.set(runs);
  }

  /** What was deleted at once. */
  private final class Deletion implements Undoable {
    private final List<Path> runs;
    private final String said;

    /** Where they wait; belongs to the thread of the disk. */
    private final List<RunBin.Deleted> moved = new ArrayList<>();

    /** Not taken back since: it may be before anybody has heard that it is done. */
    private boolean wanted;

    private Deletion(List<Path> runs, String said) {
      this.runs = List.copyOf(runs);
      this.said = said;
    }

    /**
     * Takes them away.
     *
     * @param told what they are then, where it is to be said
     */
    private void move(String told) {
      wanted = true;
      disk.then(
          () -> {
            runs.forEach(run -> disk.attempt(() -> moved.add(bin.delete(run))));
            List<Path> gone = moved.stream().map(RunBin.Deleted::from).toList();
            ui.execute(() -> tellGone(gone, told));
          });
    }

    private void tellGone(List<Path> gone, String told) {
      if (gone.isEmpty()) {
        history.forget(this);
      } else {
        if (wanted) {
          remember(this, gone.size());
        }
        followers.forEach(follower -> follower.gone().accept(gone));
        tell(gone.size(), told);
      }
    }

    /**
     * Brings them back.
     *
     * @param told what they are then, where it is to be said
     */
    private void restore(String told) {
      wanted = false;
      disk.then(
          () -> {
            List<RunBin.Deleted> back = new ArrayList<>();
            for (RunBin.Deleted one : moved) {
              disk.attempt(
                  () -> {
                    bin.restore(one);
                    back.add(one);
                  });
            }
            moved.clear();
            ui.execute(
                () -> {
                  followers.forEach(follower -> follower.back().run());
                  tell(back.size(), told);
                });
          });
      if (equals(latest)) {
        remember(null, 0);
      }
    }

    /** What went wrong with some of them is told already. */
    private void tell(int runs, String told) {
      if (!told.isEmpty() && runs == this.runs.size()) {
        done.accept(said + told);
      }
    }

    @Override
    public void undo() {
      restore("back.");
    }

    @Override
    public void redo() {
      move("deleted again.");
    }
  }
}
