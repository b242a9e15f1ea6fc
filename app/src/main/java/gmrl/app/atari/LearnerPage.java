package gmrl.app.atari;

import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.ParameterSlider;
import gmrl.app.ui.SmallButton;
import gmrl.app.ui.SmallChoice;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.mini.Miniature;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The live learner: choices and knobs above, the game and the curve side by side. */
final class LearnerPage extends BorderPane {
  private final LearnerViewModel model;

  LearnerPage(LabContext context, LearnerViewModel model) {
    this.model = model;
    Label sentence = new Label();
    sentence.textProperty().bind(model.sentenceProperty());
    sentence.getStyleClass().add("headline");
    sentence.setWrapText(true);
    HBox knobs = new HBox(16);
    for (var knob : List.of(model.alpha, model.innerSteps, model.environments, model.rollout)) {
      ParameterSlider slider = new ParameterSlider(knob);
      HBox.setHgrow(slider, Priority.ALWAYS);
      knobs.getChildren().add(slider);
    }
    VBox top = new VBox(8, choices(), knobs, sentence);
    top.getStyleClass().add("workspace-top");
    setTop(top);
    PanelFrame game = new PanelFrame("The game", "environment 1 after each update");
    game.setContent(new GameView(model.frameProperty()));
    game.setPrefWidth(360);
    ChartPanel curve =
        new ChartPanel(
            context,
            "atari-live",
            "Returns while it learns",
            "vertical lines: what was changed; several seeds: mean, thin lines and "
                + AtariCharts.INTERVAL,
            AtariKept.join(context, model));
    HBox.setHgrow(curve, Priority.ALWAYS);
    HBox body = new HBox(8, game, curve);
    body.setMinSize(0, 0);
    setCenter(body);
  }

  private Node choices() {
    ChoiceBox<Miniature> game =
        choice(
            "Game of the next run",
            List.of(Miniature.values()),
            Miniature::title,
            LearnerChoice::game,
            LearnerChoice::with);
    ChoiceBox<Algorithm> algorithm =
        choice(
            "Learner of the next run",
            List.of(Algorithm.values()),
            Learners::name,
            LearnerChoice::algorithm,
            LearnerChoice::with);
    ChoiceBox<Integer> seeds =
        SmallChoice.of("Seeds of the next run", n -> n == 1 ? "1 seed" : n + " seeds", 90);
    seeds.getItems().setAll(1, 3, 5);
    seeds.setValue(1);
    seeds.setOnAction(e -> model.setSeeds(seeds.getValue()));
    Button play = SmallButton.of("Start", "Begin to learn, or go on", Icons.PLAY, model::play);
    Button pause =
        SmallButton.of("Pause", "Hold after the present update", Icons.PAUSE, model::pause);
    Button step = SmallButton.of("One update", "One update on, then hold", Icons.STEP, model::step);
    Button stop = SmallButton.of("Stop", "End the run; its curve stays", Icons.RESET, model::stop);
    CheckBox slow = new CheckBox("slow");
    slow.getStyleClass().add("small");
    slow.setTooltip(ParameterSlider.tooltip("Four updates a second, to look at"));
    slow.setOnAction(e -> model.setSlow(slow.isSelected()));
    Runnable phase =
        () -> {
          LearnerViewModel.Phase now = model.phaseProperty().get();
          boolean stopped = now == LearnerViewModel.Phase.STOPPED;
          play.setText(now == LearnerViewModel.Phase.PAUSED ? "Go on" : "Start");
          play.setDisable(now == LearnerViewModel.Phase.RUNNING);
          pause.setDisable(now != LearnerViewModel.Phase.RUNNING);
          step.setDisable(stopped);
          stop.setDisable(stopped);
          game.setDisable(!stopped);
          algorithm.setDisable(!stopped);
          seeds.setDisable(!stopped);
        };
    model.phaseProperty().addListener((o, old, now) -> phase.run());
    phase.run();
    FlowPane row = new FlowPane(8, 6, game, algorithm, seeds, play, pause, step, stop, slow);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private <T> ChoiceBox<T> choice(
      String name,
      List<T> values,
      Function<T, String> text,
      Function<LearnerChoice, T> get,
      BiFunction<LearnerChoice, T, LearnerChoice> set) {
    ChoiceBox<T> box = SmallChoice.of(name, text, 150);
    box.getItems().setAll(values);
    model.observe(choice -> box.setValue(get.apply(choice)));
    box.valueProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                model.edit(name, choice -> set.apply(choice, now));
              }
            });
    return box;
  }
}
