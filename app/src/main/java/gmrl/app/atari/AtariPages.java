package gmrl.app.atari;

import gmrl.app.shell.LabContext;
import gmrl.experiment.atari.BiasAlongTraining;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Recorded runs, a learner that learns now, or how biased its meta-gradient is. */
final class AtariPages extends BorderPane {
  private final LabContext context;
  private final AtariPage recorded;
  private final LearnerViewModel learner;
  private final ToggleButton first;
  private final ToggleButton second;
  private @Nullable Node live;
  private @Nullable Node bias;

  AtariPages(LabContext context, AtariViewModel model, LearnerViewModel learner) {
    this.context = context;
    this.learner = learner;
    getStyleClass().add("workspace");
    recorded = new AtariPage(context, model);
    ToggleGroup group = new ToggleGroup();
    first = tab("Recorded runs", "left-pill", group);
    second = tab("Live learner", "center-pill", group);
    ToggleButton third = tab("Bias of the meta-gradient", "right-pill", group);
    first.setOnAction(e -> turn(first, recorded));
    second.setOnAction(e -> turn(second, learner()));
    third.setOnAction(e -> turn(third, bias()));
    HBox tabs = new HBox(first, second, third);
    tabs.getStyleClass().add("workspace-top");
    setTop(tabs);
    show(first, recorded);
    String last = context.time().tabs().getOrDefault(AtariFeature.TITLE, "");
    tabs.getChildren().stream()
        .map(ToggleButton.class::cast)
        .filter(tab -> tab.getText().equals(last))
        .forEach(ToggleButton::fire);
  }

  /** Turns to the recorded runs, and a person's own. */
  void showRuns() {
    show(first, recorded);
  }

  /** Turns to the learner that learns now. */
  void showLearner() {
    show(second, learner());
  }

  private static ToggleButton tab(String text, String place, ToggleGroup group) {
    ToggleButton button = new ToggleButton(text);
    button.getStyleClass().addAll("small", place);
    button.setToggleGroup(group);
    return button;
  }

  /** Turns to a tab that the next window opens on. */
  private void turn(ToggleButton button, Node page) {
    context.time().tabs().put(AtariFeature.TITLE, button.getText());
    show(button, page);
  }

  private void show(ToggleButton button, Node page) {
    button.setSelected(true);
    setCenter(page);
  }

  private Node bias() {
    Node present = bias;
    if (present == null) {
      BiasViewModel model =
          new BiasViewModel(
              context.laboratory(), context.state(), BiasAlongTraining.shipped(), study -> study);
      present = new BiasPage(context, model);
      bias = present;
    }
    return present;
  }

  private Node learner() {
    Node present = live;
    if (present == null) {
      LearnerPage page = new LearnerPage(context, learner);
      context.whileShowing(page, learner.shown());
      live = page;
      present = page;
    }
    return present;
  }
}
