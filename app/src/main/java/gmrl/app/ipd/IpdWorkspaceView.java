package gmrl.app.ipd;

import gmrl.app.control.Chooser;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Icons;
import gmrl.app.ui.LiveScroll;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.PanelFrame;
import gmrl.app.ui.Showing;
import gmrl.app.ui.SmallChoice;
import gmrl.app.ui.Tip;
import gmrl.experiment.Counted;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.MatrixGame;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Four charts, the choices above them, time below them. */
final class IpdWorkspaceView extends BorderPane {
  private static final String FOLLOWING = "These sliders, beside exact";
  private static final List<Integer> LENGTHS = List.of(50, 100, 200, 300, 500, 1000, 2000);
  private static final List<Integer> SEEDS = List.of(1, 3, 6, 10, 20, 30);

  private final IpdWorkspaceViewModel model;
  private final Chooser<IpdSettings> chooser;
  private final Showing showing = new Showing();

  IpdWorkspaceView(LabContext context, IpdWorkspaceViewModel model) {
    this.model = model;
    chooser = new Chooser<>(model.choice);
    getStyleClass().add("workspace");
    setTop(PageParts.head(choices(), PageParts.headline(model.sentenceProperty())));
    ChartPanel returns =
        new ChartPanel(
            context,
            "ipd-returns-over-time",
            "Returns",
            "mean and its " + IpdCharts.BANDS + "; thin lines are single seeds",
            IpdRuns.over(context, model.returnsProperty()));
    returns.addControls(
        chooser.check(
            "single seeds",
            "Draw every seed behind the mean of its condition",
            IpdSettings::singles,
            IpdSettings::withSingles));
    returns.setPlan(model::returnsPlan);
    ChartPanel phase =
        new ChartPanel(
            context,
            "ipd-phase",
            "Phase portrait",
            "how often each agent cooperates; one path per seed",
            model.phaseProperty());
    phase.setPlan(() -> model.plan(GamePanel.View.PHASE));
    ChartPanel policies =
        new ChartPanel(
            context,
            "ipd-policies",
            "Policies",
            "what each agent does in each state",
            model.policiesProperty());
    policies.setPlan(() -> model.plan(GamePanel.View.POLICIES));
    ChartPanel gradient =
        new ChartPanel(
            context,
            "ipd-gradient",
            "Meta-gradient",
            "averaged over short windows of updates",
            model.gradientProperty());
    ChoiceBox<GradientMeasure> measure =
        chooser.box(
            "Measure",
            List.of(GradientMeasure.values()),
            GradientMeasure::label,
            230,
            IpdSettings::measure,
            IpdSettings::withMeasure);
    gradient.addControls(caption("show", measure), measure);
    gradient.setPlan(() -> model.plan(GamePanel.View.GRADIENT));
    GridPane grid = PageParts.grid();
    PageParts.fill(
        grid, List.of(returns, phase, PlayPanel.beside(context, model, policies), gradient));
    grid.getStyleClass().add("games-grid");
    setCenter(LiveScroll.over(grid));
    setBottom(timeline());
  }

  private Node choices() {
    List<String> ids = new ArrayList<>(List.of(IpdSettings.SLIDERS));
    ids.addAll(LolaFigures.all().stream().map(LolaStudy::id).toList());
    ChoiceBox<String> conditions =
        chooser.box(
            "Conditions",
            ids,
            id -> id.equals(IpdSettings.SLIDERS) ? FOLLOWING : LolaFigures.named(id).title(),
            206,
            IpdSettings::conditions,
            IpdSettings::withConditions);
    ChoiceBox<String> game =
        chooser.box(
            "Game",
            MatrixGame.BUILT_IN.stream().map(MatrixGame::name).toList(),
            GameNames::of,
            146,
            IpdSettings::game,
            IpdSettings::withGame);
    ChoiceBox<GameEstimator> estimator =
        chooser.box(
            "Estimator",
            List.of(GameEstimator.values()),
            e ->
                switch (e) {
                  case DICE -> "DiCE, no baseline";
                  case DICE_BASELINE -> "DiCE";
                  case LOADED -> "loaded DiCE";
                  case LVC -> "LVC";
                },
            112,
            IpdSettings::estimator,
            IpdSettings::withEstimator);
    ChoiceBox<Integer> updates =
        chooser.box(
            "Updates",
            LENGTHS,
            n -> n + " updates",
            104,
            IpdSettings::updates,
            IpdSettings::withUpdates);
    ChoiceBox<Integer> seeds =
        chooser.box(
            "Seeds",
            SEEDS,
            n -> Counted.of(n, "seed"),
            88,
            IpdSettings::seeds,
            IpdSettings::withSeeds);
    CheckBox hessian =
        chooser.check(
            "exact Hessian",
            "The Hessian slot in closed form: no Hessian bias",
            IpdSettings::hessianExact,
            IpdSettings::withHessianExact);
    CheckBox outer =
        chooser.check(
            "exact outer",
            "The agent’s own gradient in closed form",
            IpdSettings::outerExact,
            IpdSettings::withOuterExact);
    CheckBox replay =
        chooser.check(
            "replay",
            "Reuse the last eight batches of rollouts with importance ratios. With LVC this is"
                + " off-policy DiCE’s weighted return with per-step curvature, not the LVC of fresh"
                + " rollouts",
            IpdSettings::replay,
            IpdSettings::withReplay);
    CheckBox modelled =
        chooser.check(
            "model opponent",
            "Estimate the opponent’s policy from its observed actions",
            IpdSettings::modelled,
            IpdSettings::withModelled);
    // Together, so that none of them stands alone on a line.
    HBox switches = new HBox(8, hessian, outer, replay, modelled);
    switches.setAlignment(Pos.CENTER_LEFT);
    List<Node> own = List.of(game, estimator, updates, seeds, switches);
    Label published = new Label("as published; α, K and |τ| act on “" + FOLLOWING + "”");
    published.getStyleClass().add("muted");
    FlowPane row = new FlowPane(8, 6);
    model.choice.observe(
        choice -> {
          List<Node> shown = new ArrayList<>(List.of(conditions));
          shown.addAll(choice.followsSliders() ? own : List.of(published));
          row.getChildren().setAll(shown);
        });
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node timeline() {
    Slider slider = new Slider(0, 1, 1);
    slider.setAccessibleText("Update that is looked at");
    Tip.on(slider, "Look back at any recorded update; the right end follows the run");
    slider.setBlockIncrement(1);
    slider.setMinWidth(60);
    slider.setPrefWidth(100);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label place = new Label();
    place.getStyleClass().add("muted");
    place.setMinWidth(Region.USE_PREF_SIZE);
    Runnable show =
        () -> {
          showing.show(
              () -> {
                int newest = Math.max(1, model.newestProperty().get());
                OptionalInt cursor = model.cursorProperty().get();
                slider.setMax(newest);
                if (!slider.isValueChanging()) {
                  slider.setValue(cursor.orElse(newest));
                }
                place.setText(
                    cursor.isEmpty()
                        ? "update " + model.newestProperty().get() + ", newest"
                        : "update " + cursor.getAsInt() + " of " + model.newestProperty().get());
              });
        };
    model.newestProperty().addListener((o, old, now) -> show.run());
    model.cursorProperty().addListener((o, old, now) -> show.run());
    show.run();
    showing.onChoice(
        slider.valueProperty(),
        now -> {
          int update = (int) Math.round(now.doubleValue());
          model
              .cursorProperty()
              .set(
                  update >= model.newestProperty().get()
                      ? OptionalInt.empty()
                      : OptionalInt.of(update));
        });
    Button back = PanelFrame.toolButton(Icons.BACK, "One update back", () -> model.moveCursor(-1));
    Button forth = PanelFrame.toolButton(Icons.STEP, "One update forth", () -> model.moveCursor(1));
    Button bias = new Button("Measure bias here");
    bias.getStyleClass().add("small");
    Tip.on(
        bias, "Estimate both meta-gradients 400 times at this update: bias, noise and direction");
    bias.setMinWidth(Region.USE_PREF_SIZE);
    bias.setOnAction(e -> model.measureBias());
    Label result = PageParts.sentenceIfAny(model.biasSentenceProperty());
    HBox row = new HBox(8, conditionBox(), seedBox(), back, slider, forth, place, bias);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox bottom = new VBox(6, row, result);
    bottom.getStyleClass().add("ipd-timeline");
    return bottom;
  }

  /** Which condition the policies and the phase portrait show. */
  private ChoiceBox<String> conditionBox() {
    ChoiceBox<String> box = plain("Condition that is looked at", 190);
    Runnable fill =
        () -> {
          IpdPanelViewModel.Records now = model.recordsProperty().get();
          List<String> labels =
              now == null ? List.of() : now.conditions().stream().map(c -> c.label()).toList();
          if (!labels.equals(box.getItems())) {
            showing.show(
                () -> {
                  box.getItems().setAll(labels);
                  box.getSelectionModel().select(0);
                });
            model.conditionProperty().set(0);
          }
        };
    model.recordsProperty().addListener((o, old, now) -> fill.run());
    // A run may have ended before this page was opened.
    fill.run();
    showing.onChoice(
        box.getSelectionModel().selectedIndexProperty(),
        now -> {
          if (now.intValue() >= 0) {
            model.conditionProperty().set(now.intValue());
          }
        });
    return box;
  }

  private ChoiceBox<String> seedBox() {
    ChoiceBox<String> box = plain("Seed that is looked at", 104);
    box.getItems().setAll("all seeds");
    box.getSelectionModel().select(0);
    Runnable fill =
        () -> {
          IpdPanelViewModel.Records now = model.recordsProperty().get();
          if (now == null) {
            return;
          }
          int index = Math.min(model.conditionProperty().get(), now.snapshots().size() - 1);
          List<String> names = new ArrayList<>(List.of("all seeds"));
          now.snapshots().get(Math.max(0, index)).seeds().stream()
              .map(seed -> "seed " + seed.seed())
              .forEach(names::add);
          if (!names.equals(box.getItems())) {
            showing.show(
                () -> {
                  box.getItems().setAll(names);
                  box.getSelectionModel().select(0);
                });
            model.seedProperty().set(OptionalInt.empty());
          }
        };
    model.recordsProperty().addListener((o, old, now) -> fill.run());
    model.conditionProperty().addListener((o, old, now) -> fill.run());
    fill.run();
    showing.onChoice(
        box.getSelectionModel().selectedIndexProperty(),
        now -> {
          if (now.intValue() >= 0) {
            model
                .seedProperty()
                .set(
                    now.intValue() == 0 ? OptionalInt.empty() : OptionalInt.of(now.intValue() - 1));
          }
        });
    return box;
  }

  private static ChoiceBox<String> plain(String name, double width) {
    ChoiceBox<String> box = SmallChoice.of(name, words -> words, width);
    box.setMinWidth(80);
    return box;
  }

  private static Label caption(String text, Node of) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    label.setLabelFor(of);
    return label;
  }
}
