package gmrl.app.chart;

import gmrl.app.chart.PlotGeometry.Hit;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Read-out of one point, the rectangle of a zoom and what a person should know of the picture,
 * above it: none of them redraws it.
 */
final class HoverLayer extends Pane {
  private static final double BAND = 0.25;

  private final Label text = new Label();
  private final Group band = new Group();
  private final Group reading = new Group(band);
  private final Region selection = new Region();
  private final Label hint = new Label();
  private final ReadOnlyStringWrapper pointed = new ReadOnlyStringWrapper("");
  private @Nullable Hit hit;

  HoverLayer() {
    setMouseTransparent(true);
    text.getStyleClass().add("chart-readout");
    band.getStyleClass().add("chart-band");
    selection.getStyleClass().add("chart-selection");
    hint.getStyleClass().add("chart-hint");
    selection.setVisible(false);
    hide();
    reading.visibleProperty().bind(pointed.isNotEmpty());
    getChildren().addAll(selection, reading);
  }

  @Nullable Hit hit() {
    return hit;
  }

  /** Name of the series that is read out; empty while none is. */
  ReadOnlyStringProperty pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /** Reads out a point, or nothing any more. */
  void show(PlotGeometry plot, @Nullable Hit next) {
    if (next == null) {
      hide();
      return;
    }
    hit = next;
    pointed.set(next.series().name());
    text.setText(Readout.text(plot, next));
    Color color = fx(plot.theme().color(next.series().style().hue()));
    text.setStyle("-fx-border-color: " + color.toString().replace("0x", "#"));
    Circle ring = new Circle(next.px(), next.py(), 5.5, null);
    ring.setStroke(color);
    ring.setStrokeWidth(2);
    Line guide = new Line(next.px(), plot.area().getY(), next.px(), plot.area().getMaxY());
    guide.setStroke(fx(plot.theme().muted()));
    guide.getStrokeDashArray().setAll(2.0, 3.0);
    drawBand(plot, next.series());
    reading.getChildren().setAll(band, guide, ring, text);
    place();
    if (text.getHeight() > getHeight()) {
      text.setText(text.getText().replace("\n", " · "));
      place();
    }
  }

  /** The whole band of a line whose intervals the picture shows at a few places only. */
  private void drawBand(PlotGeometry plot, ChartSeries series) {
    band.getChildren().clear();
    Spread spread = new Spread(plot);
    // A single run shows the band of the mean before it.
    Optional<ChartSeries> whose =
        plot.model().series().stream()
            .filter(spread::isWhiskered)
            .filter(s -> s.equals(series) || series.belongsTo(s))
            .findFirst();
    band.setVisible(whose.isPresent());
    Color color = fx(plot.theme().color(series.style().hue()));
    for (List<ChartPoint> run : whose.map(ChartSeries::bands).orElse(List.of())) {
      Polygon outline = new Polygon();
      for (ChartPoint p : Spread.outline(run)) {
        outline.getPoints().addAll(plot.px(p.x()), plot.py(p.y()));
      }
      outline.setFill(color.deriveColor(0, 1, 1, BAND));
      band.getChildren().add(outline);
    }
    Rectangle2D area = plot.area();
    band.setClip(new Rectangle(area.getX(), area.getY(), area.getWidth(), area.getHeight()));
  }

  void hide() {
    hit = null;
    pointed.set("");
    band.setVisible(false);
  }

  /** Words in the corner where the fewest curves cross them; empty for none. */
  void hint(String words, PlotGeometry plot) {
    hint.setText(words);
    if (words.isEmpty()) {
      // Rarely needed, and a label costs the window's first picture more than the chart below it.
      getChildren().remove(hint);
    } else {
      if (hint.getParent() == null) {
        getChildren().add(1, hint);
      }
      fit(hint);
      Rectangle2D box = Corner.of(plot, hint.getWidth(), hint.getHeight()).box();
      hint.relocate(Math.rint(box.getX()), Math.rint(box.getY()));
    }
  }

  /** Reads out the same point of another picture, if it still has it. */
  void refresh(PlotGeometry plot) {
    List<ChartSeries> series = plot.model().series();
    if (hit != null
        && hit.seriesIndex() < series.size()
        && hit.pointIndex() < series.get(hit.seriesIndex()).points().size()) {
      show(plot, plot.hit(hit.seriesIndex(), hit.pointIndex()));
    } else {
      hide();
    }
  }

  /** Marks what a zoom would show. */
  void select(double x1, double y1, double x2, double y2) {
    selection.resizeRelocate(
        Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    selection.setVisible(true);
  }

  void endSelection() {
    selection.setVisible(false);
  }

  @Override
  protected void layoutChildren() {
    place();
  }

  /** As large as its words, in more lines where they are wider than the pane. */
  private void fit(Label words) {
    words.setWrapText(true);
    words.setMaxWidth(getWidth());
    words.applyCss();
    words.autosize();
  }

  /** Beside the point, on the side with room, never outside the pane. */
  private void place() {
    if (hit == null) {
      return;
    }
    fit(text);
    double right = hit.px() + 12;
    double x = right + text.getWidth() > getWidth() ? hit.px() - 12 - text.getWidth() : right;
    double above = hit.py() - text.getHeight() - 10;
    double y = above < 0 ? hit.py() + 12 : above;
    text.relocate(
        Math.max(0, Math.rint(x)),
        Math.max(0, Math.min(Math.rint(y), getHeight() - text.getHeight())));
  }

  static Color fx(java.awt.Color c) {
    return Color.rgb(c.getRed(), c.getGreen(), c.getBlue(), c.getAlpha() / 255.0);
  }
}
