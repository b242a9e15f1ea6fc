package gmrl.app.coin;

import gmrl.app.control.Chooser;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Icons;
import gmrl.app.ui.LiveScroll;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.SmallButton;
import gmrl.app.ui.SmallChoice;
import gmrl.app.ui.Tip;
import gmrl.experiment.Counted;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The Coin Game: knobs above, the board as it is played beside returns and share of own coins. */
final class CoinPage extends BorderPane {
  private static final Duration STEP = Duration.millis(320);
  private static final double SLOW = .3;

  /** From this width on the board stands beside both plots. */
  private static final double WIDE = 900;

  /** Height in which a plot with its legend can be read. */
  private static final double LEAST = 160;

  /** Before a hall its words are larger. */
  private static final double LEAST_PRESENTED = 280;

  /** Of a box of values. */
  private static final double WIDTH = 130;

  private final CoinViewModel model;
  private final Timeline clock;

  CoinPage(LabContext context, CoinViewModel model) {
    this.model = model;
    getStyleClass().addAll("workspace", "page");
    Label rules =
        PageParts.remark(
            "Two agents and two coins on a torus. Whoever steps on a coin earns 1; if it has the"
                + " other’s colour, the other loses 2. Both coins are on the board at once, where"
                + " the published game has one at a time: returns are not comparable with published"
                + " ones.");
    setTop(
        PageParts.head(
            PageParts.headline(model.sentenceProperty()),
            rules,
            PageParts.knobs(
                List.of(model.lookaheads, model.innerRate, model.outerRate, model.batch)),
            choices()));
    ChartPanel returns =
        panel(
            context,
            CoinCharts.Plot.RETURNS,
            "coin-returns",
            "Returns",
            "both agents, 95 % interval over seeds");
    ChartPanel share =
        panel(
            context,
            CoinCharts.Plot.OWN_SHARE,
            "coin-own-share",
            "Share of own coins",
            "of the coins an agent takes");
    VBox plots = new VBox(8, returns, share);
    VBox.setVgrow(returns, Priority.ALWAYS);
    VBox.setVgrow(share, Priority.ALWAYS);
    returns.setPrefHeight(200);
    share.setPrefHeight(200);
    plots.setMinWidth(0);
    HBox.setHgrow(plots, Priority.ALWAYS);
    PanelFrame board = board(context);
    HBox body = new HBox(8, board, plots);
    body.setMinWidth(0);
    body.setPadding(new Insets(8));
    setCenter(LiveScroll.over(body));
    widthProperty()
        .addListener(
            (o, was, is) ->
                board.setPrefWidth(is.doubleValue() < WIDE ? 300 : is.doubleValue() * .38));
    clock = new Timeline(new KeyFrame(STEP, e -> model.match.step()));
    clock.setCycleCount(Animation.INDEFINITE);
    model.match.playingProperty().addListener((o, was, is) -> run());
    sceneProperty().addListener((o, was, is) -> run());
    run();
  }

  /** A board that nobody sees stands still. */
  private void run() {
    if (getScene() != null && model.match.playingProperty().get()) {
      clock.play();
    } else {
      clock.pause();
    }
  }

  private ChartPanel panel(
      LabContext context, CoinCharts.Plot plot, String id, String title, String reading) {
    ChartPanel panel =
        new ChartPanel(context, id, title, reading, CoinRuns.over(context, model, plot));
    panel.setMinWidth(0);
    panel
        .minHeightProperty()
        .bind(
            Bindings.when(context.time().presentingProperty())
                .then(LEAST_PRESENTED)
                .otherwise(LEAST));
    panel.setPlan(() -> model.plan(plot));
    panel.setOnFinish(model::resume);
    return panel;
  }

  private PanelFrame board(LabContext context) {
    PanelFrame frame = new PanelFrame("The game", "");
    TorusView torus =
        new TorusView(model.match.sceneProperty(), context.time().chartThemeProperty());
    frame.addTool(
        Icons.EXPORT,
        "The board in the figure studio",
        ChartPanel.exhibit(
            context,
            "coin-board",
            "The Coin Game as it is played",
            torus,
            torus::figure,
            Optional::empty));
    Label sentence = PageParts.sentence(model.match.sentenceProperty());
    sentence.getStyleClass().add("muted");
    Button play = SmallButton.of("Pause", "Let the match go on, or hold it", Icons.PAUSE, () -> {});
    Runnable show =
        () -> {
          boolean on = model.match.playingProperty().get();
          play.setText(on ? "Pause" : "Play");
          play.setGraphic((on ? Icons.PAUSE : Icons.PLAY).node());
        };
    model.match.playingProperty().addListener((o, was, is) -> show.run());
    show.run();
    play.setOnAction(e -> model.match.playingProperty().set(!model.match.playingProperty().get()));
    Button step =
        SmallButton.of(
            "Step",
            "Both agents move once, then it holds",
            Icons.STEP,
            () -> {
              model.match.playingProperty().set(false);
              model.match.step();
            });
    Button again =
        SmallButton.of(
            "New board", "Another board, the same agents", Icons.DICE, model.match::begin);
    CheckBox slow = Chooser.plain("slow", "One step a second, to look at");
    slow.setOnAction(e -> clock.setRate(slow.isSelected() ? SLOW : 1));
    FlowPane tools = new FlowPane(6, 4, play, step, again, slow, seed());
    tools.setAlignment(Pos.CENTER_LEFT);
    HBox moment = moment();
    VBox.setVgrow(torus, Priority.ALWAYS);
    torus.setMinHeight(120);
    VBox all = new VBox(6, torus, sentence, moment, tools);
    all.setPadding(new Insets(4, 8, 8, 8));
    frame.setContent(all);
    frame.keepContent();
    return frame;
  }

  /** Policies of any moment of the training may play. */
  private HBox moment() {
    Slider update = new Slider(0, 1, 1);
    update.setAccessibleText("Update whose policies play");
    Tip.on(
        update,
        "After which update the agents play: from the left, where they move anywhere, to what"
            + " they have learned by now");
    HBox.setHgrow(update, Priority.ALWAYS);
    update
        .valueProperty()
        .addListener(
            (o, old, now) -> model.match.chooseUpdate((int) Math.round(now.doubleValue())));
    model
        .match
        .newestProperty()
        .addListener(
            (o, old, now) -> {
              boolean follows = update.getValue() >= update.getMax() - .5;
              update.setMax(Math.max(1, now.intValue()));
              if (follows) {
                update.setValue(update.getMax());
              }
            });
    Label from = new Label("untrained");
    Label to = new Label();
    to.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  int newest = model.match.newestProperty().get();
                  return newest == 0 ? "nothing learned yet" : "update " + newest + ", newest";
                },
                model.match.newestProperty()));
    update.disableProperty().bind(model.match.newestProperty().isEqualTo(0));
    from.getStyleClass().add("muted");
    to.getStyleClass().add("muted");
    from.setMinWidth(USE_PREF_SIZE);
    to.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(6, from, update, to);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private ChoiceBox<Long> seed() {
    ChoiceBox<Long> box = SmallChoice.of("Which seed plays", seed -> "seed " + seed, 104);
    model.observe(
        spec -> {
          List<Long> all =
              LongStream.range(spec.seed(), spec.seed() + spec.seeds()).boxed().toList();
          if (!box.getItems().equals(all)) {
            box.getItems().setAll(all);
            box.setValue(spec.seed());
          }
        });
    box.valueProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                model.match.chooseSeed(box.getItems().indexOf(now));
              }
            });
    return box;
  }

  private Node choices() {
    Chooser<CoinSettings> chooser = new Chooser<>(model.choice);
    FlowPane row =
        new FlowPane(
            8,
            6,
            chooser.box(
                "Size of the board",
                List.of(2, 3, 4, 5),
                n -> n + " × " + n + " board",
                WIDTH,
                choice -> choice.config().size(),
                (choice, n) -> choice.learners(c -> c.withSize(n))),
            chooser.box(
                "Updates of each seed",
                List.of(50, 100, 300, 1000, 3000),
                n -> n + " updates",
                WIDTH,
                CoinSettings::updates,
                CoinSettings::withUpdates),
            chooser.box(
                "Number of seeds",
                List.of(1, 2, 4, 8, 16),
                n -> Counted.of(n, "seed"),
                WIDTH,
                CoinSettings::seeds,
                CoinSettings::withSeeds),
            chooser.check(
                "single seeds",
                "Draw every seed behind the mean",
                CoinSettings::singles,
                CoinSettings::withSingles));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
