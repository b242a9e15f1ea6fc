package gmrl.app.shell;

import gmrl.app.live.Tasks;
import gmrl.app.ui.Icons;
import gmrl.app.ui.Theme;
import gmrl.app.ui.Tip;
import gmrl.experiment.Work;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
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
  private final Tasks tasks;
  private final VBox list = new VBox();
  private final PopOver popOver = new PopOver(list);

  StatusBarView(Tasks tasks, Runnable toggleControls) {
    this.tasks = tasks;
    getStyleClass().add("status-bar-line");
    setText("");
    setFocusTraversable(false);

    Label done = new Label();
    done.getStyleClass().add("numeric");
    done.textProperty().bind(tasks.progressProperty());
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("small");
    bar.setPrefWidth(120);
    bar.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> tasks.running().size() > tasks.waiting(), tasks.running()));
    bar.setAccessibleText("Progress of the running estimates");
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> {
                  Work work = tasks.workProperty().get();
                  return work.isKnown() ? work.share() : ProgressBar.INDETERMINATE_PROGRESS;
                },
                tasks.workProperty()));
    Label speed = new Label();
    speed.getStyleClass().addAll("numeric", "muted");
    speed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> speed(tasks.stepsPerSecondProperty().get()), tasks.stepsPerSecondProperty()));
    Button running = new Button();
    running.getStyleClass().addAll("flat", "small", "status-button");
    running.textProperty().bind(Bindings.createStringBinding(tasks::standing, tasks.running()));
    Tip.on(running, "Show what is running, and cancel it");
    running.setOnAction(e -> toggle(running));
    HBox left = new HBox(12, done, bar, speed);
    left.setAlignment(Pos.CENTER_LEFT);
    getLeftItems().add(left);
    Button settings = new Button("all settings");
    settings.getStyleClass().addAll("flat", "small", "status-button");
    Tip.on(settings, "Slots, estimators, MDPs, budget: show them, or put them away");
    settings.setOnAction(e -> toggleControls.run());
    getRightItems().addAll(settings, running);

    list.getStyleClass().add("task-list");
    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
    popOver.setDetachable(false);
    popOver.setTitle("Running");
    Theme.dress(popOver.getRoot());
    tasks.running().addListener((ListChangeListener<Tasks.Task>) c -> refresh());
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

  private static HBox row(Tasks.Task task) {
    Label title =
        new Label(task.title() + (task.isWaiting() ? ": waits until its page is open" : ""));
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(120);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> {
                  Work work = task.workProperty().get();
                  return work.isKnown()
                      ? work.share()
                      : task.isWaiting() ? 0 : ProgressBar.INDETERMINATE_PROGRESS;
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
