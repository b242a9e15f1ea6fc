package gmrl.app.chart;

import gmrl.app.chart.PlotGeometry.Hit;
import java.awt.geom.Rectangle2D;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
  private final ReadOnlyObjectWrapper<@Nullable Hit> hit = new ReadOnlyObjectWrapper<>();

  HoverLayer() {
    setMouseTransparent(true);
    text.getStyleClass().add("chart-readout");
    band.getStyleClass().add("chart-band");
    selection.getStyleClass().add("chart-selection");
    hint.getStyleClass().add("chart-hint");
    selection.setVisible(false);
    band.visibleProperty().bind(Bindings.isNotEmpty(band.getChildren()));
    reading.visibleProperty().bind(hit.isNotNull());
    getChildren().addAll(selection, reading);
  }

  @Nullable Hit hit() {
    return hit.get();
  }

  /** What is read out; null while nothing is. */
  ReadOnlyObjectProperty<@Nullable Hit> hitProperty() {
    return hit.getReadOnlyProperty();
  }

  /** Reads out a point, or nothing any more. */
  void show(PlotGeometry plot, @Nullable Hit next) {
    hit.set(next);
    if (next == null) {
      return;
    }
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
    Color color = fx(plot.theme().color(series.style().hue())).deriveColor(0, 1, 1, BAND);
    // A single run shows the band of the mean before it.
    plot.model().series().stream()
        .filter(s -> spread.isWhiskered(s) && (s.equals(series) || series.belongsTo(s)))
        .limit(1)
        .flatMap(whose -> whose.bands().stream())
        .forEach(
            run -> {
              Polygon outline = new Polygon();
              outline.setFill(color);
              Spread.outline(run)
                  .forEach(p -> outline.getPoints().addAll(plot.px(p.x()), plot.py(p.y())));
              band.getChildren().add(outline);
            });
    Rectangle2D area = plot.area();
    band.setClip(new Rectangle(area.getX(), area.getY(), area.getWidth(), area.getHeight()));
  }

  void hide() {
    hit.set(null);
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
    Hit old = hit();
    show(plot, old != null && plot.has(old) ? plot.hit(old.seriesIndex(), old.pointIndex()) : null);
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
    Hit at = hit();
    if (at != null) {
      fit(text);
      double right = at.px() + 12;
      double x = right + text.getWidth() > getWidth() ? at.px() - 12 - text.getWidth() : right;
      double above = at.py() - text.getHeight() - 10;
      double y = Math.min(above < 0 ? at.py() + 12 : above, getHeight() - text.getHeight());
      text.relocate(Math.max(0, Math.rint(x)), Math.max(0, Math.rint(y)));
    }
  }

  static Color fx(java.awt.Color c) {
    return Color.rgb(c.getRed(), c.getGreen(), c.getBlue(), c.getAlpha() / 255.0);
  }
}
