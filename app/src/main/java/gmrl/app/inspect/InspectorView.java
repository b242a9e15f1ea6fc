package gmrl.app.inspect;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.FittingLabel;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PanelFrame;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Scatter of the gradient's entries, the slots' shares of the error, the path of the value. */
final class InspectorView extends PanelFrame {
  private static final double WIDE = 760;

  private final HBox charts = new HBox(8);

  InspectorView(LabContext context, InspectorViewModel model) {
    super("Inspector", "one trial, one inner step at a time");
    Timeline clock = new Timeline(new KeyFrame(Duration.millis(900), e -> model.tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    Button play =
        toolButton(
            Icons.PLAY,
            "Play or pause: inner steps, then the next trial",
            () -> model.playingProperty().set(!model.playingProperty().get()));
    model
        .playingProperty()
        .addListener(
            (o, was, is) -> {
              play.setGraphic((is ? Icons.PAUSE : Icons.PLAY).node());
              if (is) {
                clock.play();
              } else {
                clock.stop();
              }
            });
    Label place = new Label();
    place.getStyleClass().add("numeric");
    place
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    "k = "
                        + model.stepProperty().get()
                        + " of "
                        + model.stepsProperty().get()
                        + " · trial "
                        + (model.trialProperty().get() + 1)
                        + " · MDP "
                        + (model.mdpProperty().get() + 1),
                model.stepProperty(),
                model.stepsProperty(),
                model.trialProperty(),
                model.mdpProperty()));
    Button trial = new Button("next trial");
    trial.getStyleClass().addAll("small", "flat");
    trial.setOnAction(e -> model.nextTrial());
    Button mdp = new Button("next MDP");
    mdp.getStyleClass().addAll("small", "flat");
    mdp.setOnAction(e -> model.nextMdp());
    addControls(
        toolButton(Icons.BACK, "One inner step back", model::back),
        play,
        toolButton(Icons.STEP, "One inner step on", model::forward),
        place,
        trial,
        mdp);

    FittingLabel caption = new FittingLabel(model.captionProperty().get());
    caption.getStyleClass().addAll("panel-subtitle", "inspector-caption");
    model.captionProperty().addListener((o, old, now) -> caption.setWords(now));
    ChartPane path = pane(context, model.pathProperty());
    charts.setMinSize(0, 0);
    charts
        .getChildren()
        .addAll(pane(context, model.scatterProperty()), pane(context, model.sharesProperty()));
    charts
        .widthProperty()
        .addListener(
            (o, was, is) -> {
              boolean wide = is.doubleValue() > WIDE;
              if (wide != charts.getChildren().contains(path)) {
                if (wide) {
                  charts.getChildren().add(path);
                } else {
                  charts.getChildren().remove(path);
                }
              }
            });
    VBox box = new VBox(2, caption, charts);
    box.setMinSize(0, 0);
    VBox.setVgrow(charts, Priority.ALWAYS);
    setContent(box);
    HelpMark.mark(this, "inspector");
  }

  private static ChartPane pane(LabContext context, ObservableValue<ChartModel> model) {
    ChartPane pane = new ChartPane();
    pane.setMinSize(100, 80);
    pane.setPrefSize(200, 160);
    HBox.setHgrow(pane, Priority.ALWAYS);
    ChartPanel.connect(pane, context, model);
    return pane;
  }
}
