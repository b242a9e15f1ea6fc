package gmrl.app.story;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPane;
import gmrl.app.chart.Drawing;
import gmrl.app.figure.PanelPlan;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.Feature;
import gmrl.app.shell.LabContext;
import gmrl.app.shell.PageTurn;
import gmrl.app.shell.ShellViewModel;
import gmrl.app.state.LabState;
import gmrl.app.text.Spotlight;
import gmrl.app.text.Typesetting;
import gmrl.app.ui.KeyHint;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.file.JsonView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The story as a page of the window. */
public final class StoryFeature {
  /** Title of the page. */
  public static final String TITLE = "Story";

  /** What documents call the family of its pictures. */
  public static final String PLOTS = "story";

  /** What keys do on it. */
  public static final List<KeyHint> KEYS =
      List.of(
          new KeyHint("Page Down, Page Up", "rest of the scene or next one, back"),
          new KeyHint("Home, End", "first scene, last one"),
          new KeyHint("arrows in the map", "move the start"));

  private static final String OPEN = "Open the board";

  /** Until a change is on the screen. */
  private static final Duration SEEN = Duration.ofMillis(50);

  private final LabContext context;
  private final List<StoryText> texts = StoryText.all();

  private StoryFeature(LabContext context) {
    this.context = context;
  }

  /**
   * The page; it is built when it is first opened, and computes while it is on screen.
   *
   * @param knobs what can be turned, as it is named everywhere
   * @param bank keeps the trials of all views of the window
   * @param board opens the board, where the story ends
   */
  public static Feature.Workspace open(
      LabContext context, StoryKnobs knobs, TrialBank bank, Runnable board) {
    return new Feature.Workspace(
        TITLE, Feature.Controls.NONE, () -> new StoryFeature(context).page(knobs, bank, board));
  }

  /** The page is empty until its formulas are set, so that the window need not wait for them. */
  private Node page(StoryKnobs knobs, TrialBank bank, Runnable board) {
    StackPane page = new StackPane();
    page.getStyleClass().add("story");
    List<String> paragraphs =
        texts.stream()
            .flatMap(text -> Stream.concat(Stream.of(text.lead()), text.paragraphs().stream()))
            .toList();
    Typesetting.ahead(
        paragraphs.stream().filter(p -> !StoryText.isFormula(p)).toList(),
        paragraphs.stream().filter(StoryText::isFormula).map(StoryText::formula).toList(),
        context.laboratory().ui(),
        () ->
            build(
                List.of(
                    () -> loops(knobs),
                    () -> noise(knobs, bank),
                    () -> curvature(knobs, bank),
                    () -> cost(knobs),
                    () -> trends(knobs, bank, board)),
                new ArrayList<>(),
                scenes -> fill(page, scenes)));
    return page;
  }

  /** One scene after the other, so that the window answers in between. */
  private void build(
      List<Supplier<Scene>> builders, List<Scene> built, Consumer<List<Scene>> then) {
    if (built.size() == builders.size()) {
      then.accept(built);
      return;
    }
    built.add(builders.get(built.size()).get());
    context.laboratory().ui().execute(() -> build(builders, built, then));
  }

  /** Reads a picture out of a figure's document. */
  public static PanelPlan read(JsonView panel) {
    return PlanePanel.read(panel);
  }

  private void fill(StackPane page, List<Scene> scenes) {
    StoryView view = new StoryView(scenes, context.time().presentingProperty());
    PageTurn.mark(page, view::turn);
    context.whileShowing(
        page,
        new ShellViewModel.Timed() {
          @Override
          public void start() {
            view.setShowing(true);
          }

          @Override
          public void stop() {
            view.setShowing(false);
          }
        });
    page.getChildren().setAll(view);
    view.setShowing(context.time().startedProperty().get() && page.getScene() != null);
  }

  private Scene loops(StoryKnobs knobs) {
    LoopsViewModel model = new LoopsViewModel(context.laboratory(), knobs);
    Spotlight spotlight = new Spotlight();
    return new Scene(
        place(1),
        texts.get(0),
        spotlight,
        model,
        List.of(model.alpha, model.steps),
        model.captionProperty(),
        List.of(
            drawing(
                "plane",
                "Two loops on the plane of policies",
                new PlaneView(model, context.time().chartThemeProperty(), spotlight),
                () -> PlanePanel.drawn(model.surfaceProperty().get(), model.pathProperty().get()),
                () -> Optional.of(model.plan()))));
  }

  private Scene noise(StoryKnobs knobs, TrialBank bank) {
    NoiseViewModel model = new NoiseViewModel(context.laboratory(), knobs, bank);
    Spotlight spotlight = new Spotlight();
    return new Scene(
        place(2),
        texts.get(1),
        spotlight,
        model,
        List.of(model.alpha, model.samples),
        model.captionProperty(),
        List.of(
            chart(
                "noise-step",
                "One inner step, many times",
                model.cutProperty(),
                spotlight,
                () ->
                    Map.of(
                        NoiseViewModel.LANDED, "landed",
                        NoiseViewModel.MEAN, "mean",
                        NoiseViewModel.EXACT, "exact")),
            chart(
                "noise",
                "Bias of a noisy inner step",
                model.curveProperty(),
                spotlight,
                () -> Map.of(NoiseViewModel.BIAS, "compositional"))));
  }

  private Scene curvature(StoryKnobs knobs, TrialBank bank) {
    CurvatureViewModel model = new CurvatureViewModel(context.laboratory(), knobs, bank);
    Spotlight spotlight = new Spotlight();
    Map<String, String> keys = new HashMap<>();
    CurvatureViewModel.ESTIMATORS.forEach(e -> keys.put(gmrl.app.state.Symbols.of(e), e.token()));
    return new Scene(
        place(3),
        texts.get(2),
        spotlight,
        model,
        List.of(model.alpha, model.steps),
        model.captionProperty(),
        List.of(
            drawing(
                "tables",
                "What estimators take for the curvature",
                new MatrixView(model, context.time().chartThemeProperty(), spotlight)),
            chart(
                "curvature",
                "Bias of a wrong curvature",
                model.curveProperty(),
                spotlight,
                () -> keys)));
  }

  private Scene cost(StoryKnobs knobs) {
    CostViewModel model = new CostViewModel(context.laboratory(), knobs);
    Spotlight spotlight = new Spotlight();
    return new Scene(
        place(4),
        texts.get(3),
        spotlight,
        model,
        List.of(model.samples),
        model.captionProperty(),
        List.of(
            chart(
                "returns",
                "Returns of learning opponents",
                model.returnsProperty(),
                spotlight,
                () -> Map.of(CostViewModel.EXACT, "exact", model.sampled(), "sampled")),
            chart(
                "breakout",
                "Returns in miniature Breakout",
                model.breakoutProperty(),
                spotlight,
                () -> Map.of("MGRL-LVC", "mgrl-lvc"))));
  }

  private Scene trends(StoryKnobs knobs, TrialBank bank, Runnable board) {
    TrendsViewModel model =
        new TrendsViewModel(context.laboratory(), knobs, bank, LabState.initial());
    Spotlight spotlight = new Spotlight();
    HBox row = new HBox();
    row.getStyleClass().add("story-row");
    List<SceneKnob> sliders = List.of(model.alpha, model.steps, model.samples);
    for (int i = 0; i < sliders.size(); i++) {
      Sweep sweep = TrendsViewModel.SWEEPS.get(i);
      ChartPane pane =
          chart(
              "over-" + sweep.variable().token(),
              "Both biases over " + sweep.variable().symbol(),
              model.chart(sweep.variable()),
              spotlight,
              () ->
                  Map.of(
                      TrendsViewModel.COMPOSITIONAL, "compositional",
                      TrendsViewModel.HESSIAN, "hessian"));
      pane.setMinWidth(80);
      pane.setPrefWidth(260);
      VBox.setVgrow(pane, Priority.ALWAYS);
      VBox column = new VBox(Scene.slider(sliders.get(i), spotlight), pane);
      column.getStyleClass().add("story-column");
      HBox.setHgrow(column, Priority.ALWAYS);
      row.getChildren().add(column);
    }
    Scene scene =
        new Scene(
            place(5),
            texts.get(4),
            spotlight,
            model,
            List.of(),
            model.captionProperty(),
            List.of(row));
    scene.widenFigure();
    scene.addBelowWords(opening(board));
    return scene;
  }

  /** The board takes a moment where it was not open before: what was pressed says so first. */
  private Button opening(Runnable board) {
    Button open = new Button(OPEN);
    open.getStyleClass().addAll("accent", "story-button");
    open.setOnAction(
        e -> {
          open.setText("Opening the board …");
          open.setDisable(true);
          context
              .laboratory()
              .later()
              .run(
                  SEEN,
                  () -> {
                    board.run();
                    open.setText(OPEN);
                    open.setDisable(false);
                  });
        });
    return open;
  }

  private Scene.Place place(int number) {
    return new Scene.Place(number, texts.size());
  }

  private Drawing drawing(String id, String title, Drawing picture) {
    return drawing(id, title, picture, picture::figure, Optional::empty);
  }

  /**
   * A picture that goes into figures.
   *
   * @param paper what goes there
   * @param plan what computes that again
   */
  private Drawing drawing(
      String id,
      String title,
      Drawing picture,
      Supplier<ChartModel> paper,
      Supplier<Optional<PanelPlan>> plan) {
    ChartPanel.exhibit(context, "story-" + id, "Story: " + title, picture, paper, plan);
    return picture;
  }

  /** A chart whose curves and the words with their keys light each other up. */
  private ChartPane chart(
      String id,
      String title,
      ObservableValue<ChartModel> model,
      Spotlight spotlight,
      Supplier<Map<String, String>> keys) {
    ChartPane pane = new ChartPane();
    Runnable studio =
        ChartPanel.exhibit(
            context, "story-" + id, "Story: " + title, model::getValue, Optional::empty);
    pane.setOnSaveFigure(studio);
    pane.setMinSize(120, 90);
    ObjectBinding<ChartModel> lit =
        Bindings.createObjectBinding(
            () -> Lighting.of(model.getValue(), keys.get(), spotlight.litProperty().get()),
            model,
            spotlight.litProperty());
    ChartPanel.connect(pane, context, lit);
    // The binding listens weakly; the pane keeps it.
    pane.getProperties().put("story-chart", new ArrayList<>(List.of(lit)));
    pane.pointedProperty()
        .addListener(
            (o, old, now) -> {
              String before = keys.get().getOrDefault(old, "");
              String key = keys.get().getOrDefault(now, "");
              if (key.isEmpty()) {
                spotlight.leave(before);
              } else {
                spotlight.light(key);
              }
            });
    return pane;
  }
}
