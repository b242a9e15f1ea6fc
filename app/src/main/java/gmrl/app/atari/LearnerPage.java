package gmrl.app.atari;

import gmrl.app.control.Chooser;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.HelpMark;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.SmallButton;
import gmrl.app.ui.SmallChoice;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.mini.Miniature;
import gmrl.experiment.Counted;
import java.util.List;
import java.util.Optional;
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
  /** Of a box of values. */
  private static final double WIDTH = 150;

  private final LearnerViewModel model;

  LearnerPage(LabContext context, LearnerViewModel model) {
    this.model = model;
    setTop(
        PageParts.head(
            choices(),
            PageParts.knobs(
                List.of(model.alpha, model.innerSteps, model.environments, model.rollout)),
            PageParts.headline(model.sentenceProperty())));
    PanelFrame game = new PanelFrame("The game", "environment 1 after each update");
    GameView picture = new GameView(model.frameProperty());
    VBox.setVgrow(picture, Priority.ALWAYS);
    Label seen = new Label("what the learner sees of it");
    seen.getStyleClass().add("parameter-name");
    seen.visibleProperty().bind(model.frameProperty().map(Optional::isPresent));
    game.setContent(new VBox(4, picture, seen, new PlanesView(model.frameProperty())));
    game.setPrefWidth(360);
    ChartPanel curve =
        new ChartPanel(
            context,
            "atari-live",
            "Returns while it learns",
            "vertical lines: what was changed; several seeds: mean, thin lines and "
                + AtariCharts.INTERVAL,
            AtariKept.live(context, model));
    HBox.setHgrow(curve, Priority.ALWAYS);
    HBox body = new HBox(8, game, curve);
    body.setMinSize(0, 0);
    setCenter(body);
    HelpMark.mark(this, "atari-live");
  }

  private Node choices() {
    Chooser<LearnerKnobs> chooser = new Chooser<>(model.choice);
    ChoiceBox<Miniature> game =
        chooser.box(
            "Game of the next run",
            List.of(Miniature.values()),
            Miniature::title,
            WIDTH,
            LearnerKnobs::game,
            LearnerKnobs::withGame);
    ChoiceBox<Algorithm> algorithm =
        chooser.box(
            "Learner of the next run",
            List.of(Algorithm.values()),
            Learners::name,
            WIDTH,
            LearnerKnobs::algorithm,
            LearnerKnobs::withAlgorithm);
    ChoiceBox<Integer> seeds =
        SmallChoice.of("Seeds of the next run", n -> Counted.of(n, "seed"), 90);
    seeds.getItems().setAll(1, 3, 5);
    seeds.setValue(1);
    seeds.setOnAction(e -> model.setSeeds(seeds.getValue()));
    Button play = SmallButton.of("Start", "Begin to learn, or go on", Icons.PLAY, model::play);
    Button pause =
        SmallButton.of("Pause", "Hold after the present update", Icons.PAUSE, model::pause);
    Button step = SmallButton.of("One update", "One update on, then hold", Icons.STEP, model::step);
    Button stop = SmallButton.of("Stop", "End the run; its curve stays", Icons.RESET, model::stop);
    CheckBox slow = Chooser.plain("slow", "Four updates a second, to look at");
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
}
