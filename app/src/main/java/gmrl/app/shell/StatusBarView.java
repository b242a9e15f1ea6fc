package gmrl.app.shell;

import gmrl.app.live.Tasks;
import gmrl.app.ui.Icons;
import gmrl.app.ui.Theme;
import gmrl.app.ui.Tip;
import gmrl.experiment.Work;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.StatusBar;

/** Work done, speed, running tasks with their cancel buttons. */
final class StatusBarView extends StatusBar {
  private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

  private final Tasks tasks;
  private final ShellViewModel time;
  private final VBox list = new VBox();
  private final PopOver popOver = new PopOver(list);

  /**
   * The line below the pages.
   *
   * @param time holds what runs, and lets it go on
   * @param toggleControls shows all settings, or puts them away
   */
  StatusBarView(Tasks tasks, ShellViewModel time, Runnable toggleControls) {
    this.tasks = tasks;
    this.time = time;
    getStyleClass().add("status-bar-line");
    setText("");
    setFocusTraversable(false);

    Label done = new Label();
    done.getStyleClass().add("numeric");
    // The headline of a page and each point of a curve name trials of their own.
    done.textProperty()
        .bind(tasks.progressProperty().map(words -> words.isEmpty() ? "" : "in all " + words));
    Tip.on(done, "What is computed for all numbers and curves together");
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("small");
    bar.setPrefWidth(120);
    bar.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> tasks.running().size() > tasks.count(Tasks.State.WAITING), tasks.running()));
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> shown(tasks.shareProperty().get(), !tasks.areResting()),
                tasks.shareProperty(),
                tasks.running()));
    Label speed = new Label();
    speed.getStyleClass().addAll("numeric", "muted");
    speed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    tasks.pausedProperty().get()
                        ? "paused (Ctrl+P goes on)"
                        : speed(tasks.stepsPerSecondProperty().get()),
                tasks.stepsPerSecondProperty(),
                tasks.pausedProperty()));
    Button running = new Button();
    running.getStyleClass().addAll("flat", "small", "status-button");
    running
        .textProperty()
        .bind(
            Bindings.createStringBinding(tasks::standing, tasks.running(), tasks.pausedProperty()));
    Tip.on(running, "Show what is running, and cancel it");
    running.setOnAction(e -> toggle(running));
    HBox left = new HBox(12, done, bar, speed);
    done.visibleProperty().bind(done.textProperty().isNotEmpty());
    left.getChildren().forEach(part -> part.managedProperty().bind(part.visibleProperty()));
    left.setAlignment(Pos.CENTER_LEFT);
    getLeftItems().add(left);
    Button settings = new Button("all settings");
    settings.getStyleClass().addAll("flat", "small", "status-button");
    Tip.on(settings, "Slots, estimators, MDPs, budget: show them, or put them away");
    settings.setOnAction(e -> toggleControls.run());
    // In the corner, where no words of another width move it.
    getRightItems().addAll(running, settings);

    tasks
        .pausedProperty()
        .addListener(
            (o, was, is) -> {
              hold(bar, is);
              refresh();
            });
    hold(bar, tasks.pausedProperty().get());
    list.getStyleClass().add("task-list");
    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
    popOver.setDetachable(false);
    popOver.setTitle("Tasks");
    Theme.dress(popOver.getRoot());
    tasks.running().addListener((ListChangeListener<Tasks.Task>) c -> refresh());
  }

  private static void hold(ProgressBar bar, boolean paused) {
    bar.pseudoClassStateChanged(PAUSED, paused);
    bar.setAccessibleText(
        paused
            ? "Progress of the estimates, which are paused"
            : "Progress of the running estimates");
  }

  /** What moves on its own says that something runs. */
  private static double shown(double share, boolean runs) {
    return share >= 0 ? share : runs ? ProgressBar.INDETERMINATE_PROGRESS : 0;
  }

  private void toggle(Button owner) {
    if (popOver.isShowing()) {
      popOver.hide();
    } else {
      fill();
      popOver.show(owner);
    }
  }

  private void refresh() {
    if (popOver.isShowing()) {
      fill();
    } else {
      list.getChildren().clear();
    }
  }

  private void fill() {
    list.getChildren().setAll(tasks.running().stream().map(StatusBarView::row).toList());
    if (tasks.pausedProperty().get()) {
      list.getChildren().add(0, paused());
    }
    if (tasks.running().isEmpty()) {
      Label none = new Label("Nothing is running.");
      none.getStyleClass().add("muted");
      list.getChildren().add(none);
      return;
    }
    Button all = new Button("Cancel all");
    all.getStyleClass().addAll("small", "danger");
    all.setOnAction(e -> tasks.cancelAll());
    list.getChildren().add(all);
  }

  private HBox paused() {
    Label words = new Label("The laboratory is paused.");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button on = new Button("Go on", Icons.PLAY.node());
    on.getStyleClass().add("small");
    Tip.on(on, "Let the estimates refine (Ctrl+P); Ctrl+. goes on by one step");
    on.setOnAction(e -> time.togglePlaying());
    HBox row = new HBox(8, words, on);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String about(Tasks.State state) {
    return switch (state) {
      case RUNNING -> "";
      case PAUSED -> ": paused";
      case WAITING -> ": waits until its page is open";
    };
  }

  private static HBox row(Tasks.Task task) {
    Label title = new Label(task.title() + about(task.state()));
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(120);
    bar.pseudoClassStateChanged(PAUSED, task.state() != Tasks.State.RUNNING);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> {
                  Work work = task.workProperty().get();
                  return shown(
                      work.isKnown() ? work.share() : -1, task.state() == Tasks.State.RUNNING);
                },
                task.workProperty()));
    Button cancel = new Button("", Icons.CLOSE.node());
    cancel.getStyleClass().addAll("flat", "small", "button-icon");
    cancel.setAccessibleText("Cancel " + task.title());
    cancel.setOnAction(e -> task.cancel());
    HBox row = new HBox(8, title, bar, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String speed(double perSecond) {
    if (perSecond <= 0) {
      return "";
    }
    return perSecond >= 1e6
        ? String.format(Locale.ROOT, "%.1f M steps/s", perSecond / 1e6)
        : String.format(Locale.ROOT, "%.0f k steps/s", perSecond / 1e3);
  }
}
