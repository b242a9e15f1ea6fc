package gmrl.app.gallery;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.Tip;
import gmrl.autodiff.inspect.GradientGraph;
import gmrl.experiment.example.Example;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/**
 * A gradient graph: what was given at the top, the result at the bottom. It is as wide as its
 * place; Ctrl and the wheel zoom, dragging moves it.
 */
final class GraphView extends BorderPane {
  private static final double MOST_ZOOM = 3;
  private static final double LEAST_ZOOM = .2;
  private static final double READABLE = .8;
  private static final double STEP = 1.15;
  private static final double TIP = 4;

  private final Pane drawing = new Pane();
  private final Group scaled = new Group(drawing);
  private final StackPane middle = new StackPane(scaled);
  private final ScrollPane scroll = new ScrollPane(middle);
  private Optional<GradientGraph.Drawing> shown = Optional.empty();
  private double width = 1;

  GraphView(ObservableValue<LiveView.@Nullable Answer<Example, GradientGraph.Drawing>> graph) {
    getStyleClass().add("gradient-graph");
    Label legend =
        PageParts.remark(
            "Round: parameters. Boxes: operations; a double frame is several in one. The gradient"
                + " runs every arrow backwards, but for dashed ones, which are cut. Ctrl and the"
                + " wheel zoom, dragging moves.");
    setTop(legend);
    scroll.setPannable(true);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setMinSize(0, 0);
    setCenter(scroll);
    scroll.addEventFilter(ScrollEvent.SCROLL, this::zoom);
    scroll.viewportBoundsProperty().addListener((o, old, now) -> fit());
    graph.addListener((o, old, now) -> show(now));
    show(graph.getValue());
  }

  /** The graph as a panel of a figure; empty while there is none. */
  ChartModel figure() {
    return shown
        .map(GraphFigure::of)
        .orElseGet(() -> ChartModel.empty("", ChartAxis.linear(""), ChartAxis.linear("")));
  }

  private void show(LiveView.@Nullable Answer<Example, GradientGraph.Drawing> now) {
    drawing.getChildren().clear();
    shown = Optional.empty();
    if (now == null || now.standing() == Standing.STALE) {
      return;
    }
    GradientGraph.Drawing graph = now.snapshot();
    shown = Optional.of(graph);
    width = graph.width();
    drawing.setPrefSize(width, graph.height());
    drawing.setMinSize(width, graph.height());
    for (GradientGraph.Arrow arrow : graph.arrows()) {
      SVGPath line = new SVGPath();
      line.setContent(arrow.path());
      line.getStyleClass().add("graph-arrow");
      Polygon tip =
          new Polygon(
              arrow.x() - TIP,
              arrow.y() - 2 * TIP,
              arrow.x() + TIP,
              arrow.y() - 2 * TIP,
              arrow.x(),
              arrow.y());
      tip.getStyleClass().add("graph-tip");
      if (arrow.cut()) {
        line.getStyleClass().add("graph-cut");
        tip.getStyleClass().add("graph-cut-tip");
      }
      drawing.getChildren().addAll(line, tip);
    }
    graph.boxes().forEach(box -> drawing.getChildren().add(box(box)));
    setAccessibleText(
        "Gradient graph of " + now.question().title() + ", " + graph.boxes().size() + " boxes");
    fit();
  }

  private static Node box(GradientGraph.Box box) {
    Label label = new Label(box.node().label());
    label.getStyleClass().add("graph-label");
    Label detail = new Label(box.node().detail());
    detail.getStyleClass().add("graph-detail");
    VBox node = new VBox(label, detail);
    node.getStyleClass()
        .addAll(
            "graph-box", "graph-" + box.node().kind().name().toLowerCase(java.util.Locale.ROOT));
    if (box.node().result()) {
      node.getStyleClass().add("graph-result");
    }
    node.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    node.setPrefSize(box.width(), box.height());
    node.setMinSize(box.width(), box.height());
    node.setMaxSize(box.width(), box.height());
    node.setLayoutX(box.x());
    node.setLayoutY(box.y());
    String words = box.node().label() + ", " + box.node().detail();
    Tip.on(node, words);
    return node;
  }

  private void fit() {
    double wide = scroll.getViewportBounds().getWidth() / width;
    // Letters stay readable: what is longer is scrolled, and begins in its middle at the top.
    scale(Math.max(READABLE, Math.min(1, wide)));
    scroll.setHvalue(0.5);
  }

  private void zoom(ScrollEvent event) {
    if (event.isControlDown() && event.getDeltaY() != 0) {
      scale(drawing.getScaleX() * (event.getDeltaY() > 0 ? STEP : 1 / STEP));
      event.consume();
    }
  }

  private void scale(double factor) {
    double next = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, factor));
    drawing.setScaleX(next);
    drawing.setScaleY(next);
  }
}
