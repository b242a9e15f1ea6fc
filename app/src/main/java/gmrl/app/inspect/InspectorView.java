package gmrl.app.inspect;

import gmrl.app.chart.ChartPane;
import gmrl.app.chart.Drawing;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.FittingLabel;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.SmallChoice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** One trial in slow motion: its path, its world, and what makes its error. */
final class InspectorView extends PanelFrame {
  private static final double WIDE = 820;

  /** What stands beside the path. */
  private enum Picture {
    /** The MDP under the present policy. */
    WORLD("the MDP"),
    /** What each slot contributes to the error. */
    SHARES("shares of the error"),
    /** Entries of the gradient against the truth. */
    ENTRIES("gradient, entry by entry"),
    /** The value along the path. */
    VALUE("value along the path");

    private final String title;

    Picture(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private final HBox charts = new HBox(8);

  InspectorView(LabContext context, InspectorViewModel model) {
    super("Inspector", "one trial, one inner step at a time");
    Timeline clock = new Timeline(new KeyFrame(Duration.millis(1300), e -> model.tick()));
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
    charts.setMinSize(0, 0);
    TrialView trialView = new TrialView(model, context.time().chartThemeProperty());
    WorldView worldView = new WorldView(model, context.time().chartThemeProperty());
    Map<Picture, Node> pictures = new EnumMap<>(Picture.class);
    pictures.put(Picture.WORLD, worldView);
    pictures.put(Picture.SHARES, pane(context, model, TrialPicture.SHARES));
    pictures.put(Picture.ENTRIES, pane(context, model, TrialPicture.ENTRIES));
    pictures.put(Picture.VALUE, pane(context, model, TrialPicture.VALUE));
    HBox.setHgrow(trialView, Priority.ALWAYS);
    HBox.setHgrow(worldView, Priority.ALWAYS);
    ChoiceBox<Picture> shown = SmallChoice.of("Beside the path", Picture::title, 150);
    shown.getItems().setAll(Picture.values());
    shown.setValue(Picture.SHARES);
    addControls(shown);
    exhibit(context, model, TrialPicture.PATH);
    exhibit(context, model, worldView, TrialPicture.MDP, "Inspector: the MDP as a graph");
    addTool(
        Icons.EXPORT,
        "The trial in the figure studio, where the MDP's graph is offered, too",
        exhibit(context, model, trialView, TrialPicture.TRIAL, "Inspector: one trial"));
    Runnable arrange =
        () -> {
          List<Node> row = new ArrayList<>(List.of(trialView));
          boolean wide = charts.getWidth() > WIDE;
          for (Picture picture :
              wide ? List.of(Picture.WORLD, Picture.SHARES) : List.<Picture>of()) {
            if (picture != shown.getValue()) {
              row.add(Objects.requireNonNull(pictures.get(picture)));
            }
          }
          row.add(Objects.requireNonNull(pictures.get(shown.getValue())));
          if (!row.equals(charts.getChildren())) {
            charts.getChildren().setAll(row);
          }
        };
    shown.valueProperty().addListener((o, old, now) -> arrange.run());
    charts.widthProperty().addListener((o, was, is) -> arrange.run());
    arrange.run();
    VBox box = new VBox(2, caption, charts);
    box.setMinSize(0, 0);
    VBox.setVgrow(charts, Priority.ALWAYS);
    setContent(box);
    HelpMark.mark(this, "inspector");
  }

  private static ChartPane pane(
      LabContext context, InspectorViewModel model, TrialPicture picture) {
    ChartPane pane = new ChartPane();
    pane.getStyleClass().add("inspector-chart");
    pane.setMinHeight(80);
    pane.setPrefHeight(160);
    HBox.setHgrow(pane, Priority.ALWAYS);
    ChartPanel.connect(pane, context, model.chart(picture));
    Runnable studio = exhibit(context, model, picture);
    pane.setOnSaveFigure(studio);
    return pane;
  }

  /** Lets the figure studio take a drawing; what asks it to. */
  private static Runnable exhibit(
      LabContext context,
      InspectorViewModel model,
      Drawing drawing,
      TrialPicture picture,
      String title) {
    return ChartPanel.exhibit(
        context,
        "inspector-" + picture.token(),
        title,
        drawing,
        drawing::figure,
        () -> model.plan(picture));
  }

  /** Lets the figure studio take a picture; what asks it to. */
  private static Runnable exhibit(
      LabContext context, InspectorViewModel model, TrialPicture picture) {
    return ChartPanel.exhibit(
        context,
        "inspector-" + picture.token(),
        "Inspector: " + picture.words(),
        () -> model.chart(picture).get(),
        () -> model.plan(picture));
  }
}
