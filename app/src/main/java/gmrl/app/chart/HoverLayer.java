package gmrl.app.chart;

import gmrl.app.chart.PlotGeometry.Hit;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
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
  private final Circle ring = new Circle(5.5);
  private final Line guide = new Line();
  private final Group band = new Group();
  private final Group reading = new Group(band, guide, ring, text);
  private final Rectangle selection = new Rectangle();
  private final Label hint = new Label();
  private final ReadOnlyStringWrapper pointed = new ReadOnlyStringWrapper("");
  private @Nullable Hit hit;

  HoverLayer() {
    setMouseTransparent(true);
    text.getStyleClass().add("chart-readout");
    band.getStyleClass().add("chart-band");
    hint.getStyleClass().add("chart-hint");
    ring.setFill(null);
    ring.setStrokeWidth(2);
    guide.getStrokeDashArray().setAll(2.0, 3.0);
    endSelection();
    hide();
    reading.visibleProperty().bind(pointed.isNotEmpty());
    getChildren().addAll(selection, hint, reading);
  }

  @Nullable Hit hit() {
    return hit;
  }

  /** Name of the series that is read out; empty while none is. */
  ReadOnlyStringProperty pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  void show(ChartPane pane, Hit next) {
    hit = next;
    pointed.set(next.series().name());
    ChartTheme theme = pane.themeProperty().get();
    Rectangle2D area = pane.geometry().area();
    text.setText(Readout.text(pane.model(), next.series(), next.point()));
    ring.setStroke(fx(theme.color(next.series().style().hue())));
    text.setStyle("-fx-border-color: " + ring.getStroke().toString().replace("0x", "#"));
    ring.setCenterX(next.px());
    ring.setCenterY(next.py());
    guide.setStroke(fx(theme.muted()));
    guide.setStartX(next.px());
    guide.setEndX(next.px());
    guide.setStartY(area.getY());
    guide.setEndY(area.getMaxY());
    drawBand(pane.geometry(), next.series(), theme);
    place();
  }

  /** The whole band of a line whose intervals the picture shows at a few places only. */
  private void drawBand(PlotGeometry geometry, ChartSeries series, ChartTheme theme) {
    band.getChildren().clear();
    Rectangle2D area = geometry.area();
    Spread spread =
        new Spread(geometry.model(), geometry.frame(), area.getWidth() / theme.markerSize());
    // A single run shows the band of the mean before it.
    Optional<ChartSeries> whose =
        geometry.model().series().stream()
            .filter(spread::isWhiskered)
            .filter(s -> s.equals(series) || series.belongsTo(s))
            .findFirst();
    band.setVisible(whose.isPresent());
    for (List<ChartPoint> run : whose.map(ChartSeries::bands).orElse(List.of())) {
      Polygon outline = new Polygon();
      for (int i = 0; i < 2 * run.size(); i++) {
        ChartPoint p = run.get(i < run.size() ? i : 2 * run.size() - 1 - i);
        double y = geometry.py(i < run.size() ? p.high() : p.low());
        outline.getPoints().addAll(geometry.px(p.x()), y);
      }
      outline.setFill(fx(Palette.withAlpha(theme.color(series.style().hue()), BAND)));
      band.getChildren().add(outline);
    }
    band.setClip(new Rectangle(area.getX(), area.getY(), area.getWidth(), area.getHeight()));
  }

  void hide() {
    hit = null;
    pointed.set("");
    band.setVisible(false);
  }

  /** Words in the corner where the fewest curves cross them; empty for none. */
  void hint(String words, PlotGeometry geometry) {
    hint.setText(words);
    hint.setVisible(!words.isEmpty());
    if (hint.isVisible()) {
      hint.applyCss();
      hint.autosize();
      Rectangle2D area = geometry.area();
      Corner corner =
          Corner.of(
              geometry.model(),
              geometry.frame(),
              hint.getWidth() / area.getWidth(),
              hint.getHeight() / area.getHeight());
      hint.relocate(
          Math.rint(corner.right() ? area.getMaxX() - hint.getWidth() : area.getX() + 1),
          Math.rint(corner.above() ? area.getY() : area.getMaxY() - hint.getHeight() - 1));
    }
  }

  /** Reads out the same point of another picture, if it still has it. */
  void refresh(ChartPane pane) {
    if (hit == null) {
      return;
    }
    List<ChartSeries> series = pane.model().series();
    if (hit.seriesIndex() < series.size()
        && hit.pointIndex() < series.get(hit.seriesIndex()).points().size()) {
      show(pane, pane.geometry().hit(hit.seriesIndex(), hit.pointIndex()));
    } else {
      hide();
    }
  }

  void select(ChartTheme theme, double x1, double y1, double x2, double y2) {
    selection.setFill(fx(Palette.withAlpha(theme.foreground(), 0.08)));
    selection.setStroke(fx(Palette.withAlpha(theme.foreground(), 0.4)));
    selection.setX(Math.min(x1, x2));
    selection.setY(Math.min(y1, y2));
    selection.setWidth(Math.abs(x2 - x1));
    selection.setHeight(Math.abs(y2 - y1));
    selection.setVisible(true);
  }

  void endSelection() {
    selection.setVisible(false);
  }

  @Override
  protected void layoutChildren() {
    place();
  }

  /** Beside the point, on the side with room, never outside the pane. */
  private void place() {
    if (hit == null) {
      return;
    }
    text.autosize();
    double right = hit.px() + 12;
    double x = right + text.getWidth() > getWidth() ? hit.px() - 12 - text.getWidth() : right;
    double above = hit.py() - text.getHeight() - 10;
    double y = above < 0 ? hit.py() + 12 : above;
    text.relocate(
        Math.max(0, Math.rint(x)),
        Math.max(0, Math.min(Math.rint(y), getHeight() - text.getHeight())));
  }

  static javafx.scene.paint.Color fx(Color c) {
    return javafx.scene.paint.Color.rgb(
        c.getRed(), c.getGreen(), c.getBlue(), c.getAlpha() / 255.0);
  }
}
