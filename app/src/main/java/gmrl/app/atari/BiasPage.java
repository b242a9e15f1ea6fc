package gmrl.app.atari;

import gmrl.app.control.Chooser;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Icons;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.SmallButton;
import gmrl.app.ui.SmallChoice;
import gmrl.atari.mini.Miniature;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The bias of a deep meta-gradient: measured now, and recorded along training. */
final class BiasPage extends BorderPane {
  private final BiasViewModel model;

  BiasPage(LabContext context, BiasViewModel model) {
    this.model = model;
    setTop(PageParts.head(choices(), PageParts.headline(model.sentenceProperty())));
    ChartPanel parameters =
        new ChartPanel(
            context,
            "atari-bias-parameters",
            "The meta-gradient",
            "reference: nothing stopped, infinitely many copies of the environments; 95 %"
                + " intervals",
            model.parametersProperty());
    ChartPanel parts =
        new ChartPanel(
            context,
            "atari-bias-parts",
            "Where the estimates come from",
            "mixed derivative of each inner step, and what the curvature of later steps adds",
            model.partsProperty());
    ChartPanel along =
        new ChartPanel(
            context,
            "atari-bias-along",
            "Bias along training",
            model.recordedLabel(),
            model.alongProperty());
    parameters.setPlan(() -> model.plan(CheckpointPanel.Picture.PARAMETERS));
    parts.setPlan(() -> model.plan(CheckpointPanel.Picture.PARTS));
    ChoiceBox<String> measure = SmallChoice.of("What is drawn", text -> text, 240);
    measure.getItems().setAll(BiasCharts.MEASURES);
    measure.setValue(BiasCharts.COSINE);
    measure.setOnAction(e -> model.draw(measure.getValue()));
    along.addControls(measure);
    along.setPlan(() -> model.recordedPlan(measure.getValue()));
    ChartPanel chain =
        new ChartPanel(
            context,
            "atari-outer-critic",
            "Bias of the outer critic",
            ChainCharts.WORDS,
            model.chainProperty());
    ChoiceBox<String> drawn = SmallChoice.of("What is drawn of the chain", text -> text, 300);
    drawn.getItems().setAll(ChainCharts.MEASURES);
    drawn.setValue(ChainCharts.DISCOUNT);
    drawn.setOnAction(e -> model.drawChain(drawn.getValue()));
    chain.addControls(drawn);
    chain.setPlan(() -> Optional.of(new BiasPanel("", drawn.getValue())));
    HBox above = row(parameters, parts);
    HBox below = row(along, chain);
    VBox body = new VBox(8, above, below);
    VBox.setVgrow(above, Priority.ALWAYS);
    VBox.setVgrow(below, Priority.ALWAYS);
    body.setMinSize(0, 0);
    setCenter(body);
  }

  private static HBox row(ChartPanel... panels) {
    HBox row = new HBox(8);
    for (ChartPanel panel : panels) {
      panel.setPrefWidth(400);
      HBox.setHgrow(panel, Priority.ALWAYS);
      row.getChildren().add(panel);
    }
    row.setMinSize(0, 0);
    return row;
  }

  private Node choices() {
    Chooser<LearnerKnobs> chooser = new Chooser<>(model.choice);
    ChoiceBox<Miniature> game =
        chooser.box(
            "Game",
            List.of(Miniature.values()),
            Miniature::title,
            150,
            LearnerKnobs::game,
            LearnerKnobs::withGame);
    ChoiceBox<Integer> k =
        chooser.box(
            "Inner steps",
            IntStream.rangeClosed(1, 5).boxed().toList(),
            value -> "K = " + value,
            80,
            LearnerKnobs::innerSteps,
            LearnerKnobs::withInnerSteps);
    ChoiceBox<Integer> after =
        SmallChoice.of("Training before", value -> value / 1000 + " k steps of training", 190);
    after.getItems().setAll(BiasViewModel.AFTER);
    after.setValue(model.after());
    after.setOnAction(e -> model.setAfter(after.getValue()));
    Button measure =
        SmallButton.of(
            "Measure", "Train, then play windows from copies", Icons.PLAY, model::measure);
    Button stop =
        SmallButton.of("Stop", "End the study; what it shows stays", Icons.RESET, model::stop);
    measure.disableProperty().bind(model.busyProperty());
    stop.disableProperty().bind(model.busyProperty().not());
    FlowPane row = new FlowPane(8, 6);
    row.getChildren().addAll(List.of(game, k, after, measure, stop));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
