package gmrl.app.gallery;

import gmrl.app.chart.ChartModel;
import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.LiveScroll;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.Tip;
import gmrl.app.ui.ValueField;
import gmrl.experiment.example.Example;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** A list of examples on the left; the chosen one's story and live plots on the right. */
final class GalleryView extends BorderPane {
  /** Height in which a chart can be read; where all find no room in it the page scrolls. */
  private static final double LEAST = 200;

  /** Where it is remembered whether plots or graphs were looked at last. */
  private static final String SIGHT = "Sight of an example";

  private final LabContext context;
  private final GalleryViewModel model;
  private final GridPane grid = new GridPane();
  private final List<ChartPanel> panels = new ArrayList<>();
  private final List<ObjectProperty<ChartModel>> shown = new ArrayList<>();

  GalleryView(LabContext context, GalleryViewModel model) {
    this.context = context;
    this.model = model;
    getStyleClass().add("gallery");
    model.begin(context.time().tabs().getOrDefault(GalleryFeature.TITLE, ""));
    setLeft(list());
    setCenter(LiveScroll.over(page()));
    model.chartsProperty().addListener((o, old, now) -> draw(now));
    draw(model.chartsProperty().get());
  }

  private VBox list() {
    VBox list = new VBox();
    list.getStyleClass().add("gallery-list");
    Label title = new Label("Examples");
    title.getStyleClass().add("section-title");
    list.getChildren().add(title);
    ToggleGroup group = new ToggleGroup();
    for (Example example : model.examples()) {
      ToggleButton button = new ToggleButton(example.title());
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setWrapText(true);
      button.setAlignment(Pos.CENTER_LEFT);
      button.setSelected(example.id().equals(model.selectedProperty().get().id()));
      button.setOnAction(
          e -> {
            button.setSelected(true);
            context.time().tabs().put(GalleryFeature.TITLE, example.title());
            model.select(example);
          });
      model
          .selectedProperty()
          .addListener((o, old, now) -> button.setSelected(example.id().equals(now.id())));
      list.getChildren().add(button);
    }
    return list;
  }

  private VBox page() {
    Label title = new Label();
    title.getStyleClass().add("gallery-title");
    title.textProperty().bind(model.selectedProperty().map(Example::title));
    Label about = PageParts.sentence(model.selectedProperty().map(Example::about));
    about.getStyleClass().add("muted");
    Label biases = PageParts.sentence(model.selectedProperty().map(Example::biases));
    Button run = new Button();
    run.textProperty().bind(model.runningProperty().map(on -> on ? "Stop" : "Run again"));
    run.setMinWidth(USE_PREF_SIZE);
    run.setOnAction(
        e -> {
          if (model.runningProperty().get()) {
            model.stop();
          } else {
            model.run();
          }
        });
    ProgressBar progress = new ProgressBar();
    progress.progressProperty().bind(model.progressProperty());
    progress.visibleProperty().bind(model.runningProperty());
    progress.setAccessibleText("progress of the example");
    Label headline = PageParts.sentence(model.headlineProperty());
    HBox bar = new HBox(12, run, progress);
    bar.setAlignment(Pos.CENTER_LEFT);
    grid.getStyleClass().add("gallery-charts");
    StackPane body = new StackPane(grid);
    body.setMinWidth(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox page = new VBox(title, about, biases, knobs(), bar, headline, body);
    bar.getChildren().add(0, sights(body));
    page.getStyleClass().add("gallery-page");
    return page;
  }

  /** Plots, or the graph that the gradient runs through. */
  private SegmentedButton sights(StackPane body) {
    GraphView graph = new GraphView(model.graphProperty());
    graph.setMinHeight(LEAST);
    ChartPanel.exhibit(
        context, "gradient-graph", "Gradient graph", graph, graph::figure, model::graphPlan);
    ToggleButton plots = new ToggleButton("Plots");
    ToggleButton gradient = new ToggleButton("Gradient graph");
    SegmentedButton both = new SegmentedButton(plots, gradient);
    both.setMinWidth(USE_PREF_SIZE);
    plots.setSelected(true);
    plots.setOnAction(
        e -> {
          plots.setSelected(true);
          context.time().tabs().remove(SIGHT);
          body.getChildren().setAll(grid);
        });
    gradient.setOnAction(
        e -> {
          gradient.setSelected(true);
          context.time().tabs().put(SIGHT, gradient.getText());
          body.getChildren().setAll(graph);
          model.lookAtGraph();
        });
    if (gradient.getText().equals(context.time().tabs().get(SIGHT))) {
      gradient.fire();
    }
    model
        .selectedProperty()
        .addListener(
            (o, old, now) -> {
              if (gradient.isSelected()) {
                model.lookAtGraph();
              }
            });
    return both;
  }

  /** Every number of the example, to be typed. */
  private Node knobs() {
    FlowPane row = new FlowPane(12, 6);
    row.setAlignment(Pos.CENTER_LEFT);
    Map<String, ValueField> fields = new HashMap<>();
    model
        .selectedProperty()
        .addListener(
            (o, old, now) -> {
              if (!now.id().equals(old.id())) {
                fill(row, fields);
              }
              show(fields);
            });
    fill(row, fields);
    show(fields);
    return new VBox(4, row, PageParts.problem(model.problemProperty()));
  }

  private void show(Map<String, ValueField> fields) {
    for (GalleryViewModel.Knob knob : model.knobs()) {
      Objects.requireNonNull(fields.get(knob.key())).show(knob.value());
    }
  }

  private void fill(FlowPane row, Map<String, ValueField> fields) {
    row.getChildren().clear();
    fields.clear();
    for (GalleryViewModel.Knob knob : model.knobs()) {
      ValueField field =
          new ValueField(knob.words(), text -> model.change(knob.key(), text)).takesBackItself();
      field.setPrefWidth(64);
      Tip.on(field, knob.words() + "; Enter runs the example with it");
      fields.put(knob.key(), field);
      Label label = new Label(knob.words());
      label.setLabelFor(field);
      HBox box = new HBox(6, label, field);
      box.setAlignment(Pos.CENTER_LEFT);
      row.getChildren().add(box);
    }
    Button usual = new Button("Usual numbers");
    usual.getStyleClass().addAll("small", "flat");
    usual.setOnAction(
        e -> {
          model.usual();
          // Also what was typed and refused.
          show(fields);
        });
    row.getChildren().add(usual);
  }

  private void draw(List<ChartModel> charts) {
    boolean same =
        charts.size() == panels.size()
            && charts.stream()
                .map(ChartModel::title)
                .toList()
                .equals(panels.stream().map(ChartPanel::title).toList());
    if (!same) {
      rebuild(charts);
    }
    if (charts.isEmpty()) {
      Label first = new Label("Computing the first numbers …");
      first.getStyleClass().add("muted");
      grid.getChildren().setAll(first);
    }
    for (int i = 0; i < charts.size(); i++) {
      shown.get(i).set(charts.get(i).withTitle(""));
    }
  }

  private void rebuild(List<ChartModel> charts) {
    panels.forEach(ChartPanel::close);
    panels.clear();
    shown.clear();
    for (int i = 0; i < charts.size(); i++) {
      ObjectProperty<ChartModel> property = new SimpleObjectProperty<>(charts.get(i).withTitle(""));
      String id = model.selectedProperty().get().id() + "-" + (i + 1);
      ChartPanel panel = new ChartPanel(context, id, charts.get(i).title(), "", property);
      int plot = i;
      panel.setPlan(() -> model.plan(plot));
      panels.add(panel);
      shown.add(property);
    }
    PageParts.fill(grid, panels, LEAST);
  }
}
