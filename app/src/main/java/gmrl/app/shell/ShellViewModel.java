package gmrl.app.shell;

import gmrl.app.chart.ChartTheme;
import gmrl.app.live.Gate;
import gmrl.app.state.StateModel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** Theme, time and history of the window. */
public final class ShellViewModel {

  /** Something that follows the laboratory's time controls. */
  public interface Timed {
    /** The window is on screen: time to compute something. */
    default void start() {}

    /** It has left the screen: nothing more need be computed until the next start. */
    default void stop() {}

    /** Time runs or stands. */
    default void playing(boolean playing) {}

    /** One step was asked for. */
    default void step() {}

    /** Everything starts again. */
    default void restart() {}

    /** Something that computes while it is seen. */
    static Timed of(Runnable start, Runnable stop, Runnable restart) {
      return new Timed() {
        @Override
        public void start() {
          start.run();
        }

        @Override
        public void stop() {
          stop.run();
        }

        @Override
        public void restart() {
          restart.run();
        }
      };
    }
  }

  private final StateModel<?> state;
  private final Gate gate;
  private final BooleanProperty dark;
  private final BooleanProperty presenting = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<ChartTheme> chartTheme;
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyStringWrapper page = new ReadOnlyStringWrapper("");
  private final ObservableMap<String, String> tabs = FXCollections.observableHashMap();
  private final ReadOnlyBooleanWrapper started = new ReadOnlyBooleanWrapper();
  private final Exhibits exhibits = new Exhibits();
  private final List<Timed> timed = new CopyOnWriteArrayList<>();

  /**
   * The frame's view-model.
   *
   * @param state whose history undo and redo walk
   * @param gate what pause closes
   * @param dark whether the window starts dark
   */
  public ShellViewModel(StateModel<?> state, Gate gate, boolean dark) {
    this.state = state;
    this.gate = gate;
    this.dark = new SimpleBooleanProperty(dark);
    chartTheme = new ReadOnlyObjectWrapper<>(theme());
    this.dark.addListener((o, was, is) -> chartTheme.set(theme()));
    presenting.addListener((o, was, is) -> chartTheme.set(theme()));
  }

  /** The plots that figures may be made of. */
  public Exhibits exhibits() {
    return exhibits;
  }

  /** Whether the dark theme is on. */
  public BooleanProperty darkProperty() {
    return dark;
  }

  /** Whether the window is shown to a hall: large, without frame. */
  public BooleanProperty presentingProperty() {
    return presenting;
  }

  /** Colours and sizes of all charts and drawings of the window. */
  public ReadOnlyObjectProperty<ChartTheme> chartThemeProperty() {
    return chartTheme.getReadOnlyProperty();
  }

  private ChartTheme theme() {
    ChartTheme plain = dark.get() ? ChartTheme.dark() : ChartTheme.light();
    return presenting.get() ? plain.projected() : plain;
  }

  /** Whether estimates refine. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Whether there is something to undo. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return state.canUndoProperty();
  }

  /** Whether there is something to redo. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return state.canRedoProperty();
  }

  /** Title of the page on screen; a feature may ask for its own by setting it. */
  public ReadOnlyStringProperty pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** Shows the page of this title. */
  public void openPage(String title) {
    page.set(title);
  }

  /**
   * Title of the tab that each page with tabs has shown last, by the page's title; of pages that
   * share a tab the title of the page, by that of their group. Kept for the next window.
   */
  public ObservableMap<String, String> tabs() {
    return tabs;
  }

  /** Whether the window is on screen. */
  public ReadOnlyBooleanProperty startedProperty() {
    return started.getReadOnlyProperty();
  }

  /** Adds something that follows the time controls. */
  public void follow(Timed follower) {
    timed.add(follower);
  }

  /** Tells every follower that the window is on screen. */
  public void start() {
    started.set(true);
    timed.forEach(Timed::start);
  }

  /** Holds or lets go. */
  public void togglePlaying() {
    setPlaying(!playing.get());
  }

  /** Goes on by one round of trials and one inner step, then holds. */
  public void step() {
    if (playing.get()) {
      playing.set(false);
      timed.forEach(t -> t.playing(false));
    }
    gate.step();
    timed.forEach(Timed::step);
  }

  /** Forgets what was estimated and starts again with the same seed. */
  public void restart() {
    timed.forEach(Timed::restart);
    setPlaying(true);
  }

  /** Takes back the last edit. */
  public void undo() {
    state.undo();
  }

  /** Repeats what was taken back. */
  public void redo() {
    state.redo();
  }

  private void setPlaying(boolean now) {
    playing.set(now);
    if (now) {
      gate.open();
    } else {
      gate.close();
    }
    timed.forEach(t -> t.playing(now));
  }
}
