package gmrl.app;

import gmrl.app.board.BoardFeature;
import gmrl.app.chart.ChartFonts;
import gmrl.app.rooms.Rooms;
import gmrl.app.shell.ShellView;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.Settings;
import gmrl.app.state.SettingsStore;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the window stands on, made while the toolkit starts: what was kept is read, and type is
 * loaded. Once the window is built, the board's first trials are computed into the bank from which
 * the board then goes on, as many as its curves need to be drawn. Its numbers are the same without.
 */
final class Opening {
  private static final AtomicReference<Opening> BEGUN = new AtomicReference<>();

  private final SettingsStore store;
  private final TrialBank bank = TrialBank.ofMachine();
  private final ExperimentRunner runner = ExperimentRunner.background(Workers.besideTheWindow());
  private final CancellationToken ahead = new CancellationToken();
  private final CompletableFuture<LabStateJson> files = new CompletableFuture<>();
  private final CompletableFuture<Kept> kept = new CompletableFuture<>();
  private final boolean last;

  private Opening(SettingsStore store, boolean last) {
    this.store = store;
    this.last = last;
  }

  /**
   * What an earlier window left.
   *
   * @param settings preferences
   * @param state the last session, or the initial one
   * @param remarks what could not be restored, one sentence each
   */
  record Kept(Settings settings, LabState state, List<String> remarks) {}

  /**
   * Begins on a thread of its own; the next window is built on it.
   *
   * @param last whether the window will show the last session, so that computing it is worthwhile
   */
  static void begin(boolean last) {
    BEGUN.set(begin(SettingsStore.ofUser(), last));
  }

  static Opening begin(SettingsStore store, boolean last) {
    Opening opening = new Opening(store, last);
    Thread thread = new Thread(opening::run, "gmrl-opening");
    thread.setDaemon(true);
    thread.start();
    return opening;
  }

  /** What was begun, once; else a new one that is read at once. */
  static Opening take() {
    Opening begun = BEGUN.getAndSet(null);
    if (begun != null) {
      return begun;
    }
    Opening opening = new Opening(SettingsStore.ofUser(), false);
    opening.run();
    return opening;
  }

  private void run() {
    try {
      files.complete(Rooms.files());
      store.enter();
      Settings settings = store.load();
      List<String> remarks = new ArrayList<>();
      LabState state = session(remarks);
      kept.complete(new Kept(settings, state, List.copyOf(remarks)));
      ChartFonts.ahead();
    } catch (RuntimeException | Error e) {
      files.completeExceptionally(e);
      kept.completeExceptionally(e);
    }
    ClassArchive.removeUseless();
  }

  private LabState session(List<String> remarks) {
    LabState state =
        store.loadSession().map(json -> read(json, remarks)).orElseGet(LabState::initial);
    store
        .problems()
        .forEach(problem -> remarks.add("What was kept could not be restored: " + problem + "."));
    return state;
  }

  private LabState read(JsonView json, List<String> remarks) {
    try {
      LabStateJson.Restored restored = files().read(json, LabState.initial());
      restored.remarks().forEach(remark -> remarks.add("The last session: " + remark));
      return restored.state();
    } catch (IllegalArgumentException e) {
      store.rejectSession(e);
      return LabState.initial();
    }
  }

  /** Keeps the trials of all views of the window. */
  TrialBank bank() {
    return bank;
  }

  /** Where preferences and session lie. */
  SettingsStore store() {
    return store;
  }

  /** Runs the window's experiments. */
  ExperimentRunner runner() {
    return runner;
  }

  /** Writes and reads the window's state. */
  LabStateJson files() {
    return result(files);
  }

  /** What an earlier window left; waits until it is read. */
  Kept kept() {
    return result(kept);
  }

  /**
   * Computes until the curves of a board can be drawn, if there will be one. Begun before the
   * window is built, it would take from it what it gains.
   *
   * @return ends when that is so, or cannot be
   */
  CompletionStage<?> ahead() {
    return last && kept().settings().page().equals(ShellView.BOARD)
        ? BoardFeature.ahead(kept().state(), bank, runner, ahead)
        : CompletableFuture.completedFuture(ahead);
  }

  /** The window goes on by itself from here. */
  void finished() {
    ahead.cancel();
  }

  private static <T> T result(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
