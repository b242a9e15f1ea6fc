package gmrl.app.chart;

import gmrl.app.chart.PlotGeometry.Hit;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Read-out of one point and the rectangle of a zoom, above the picture: neither redraws it. */
final class HoverLayer extends Pane {
  private static final double BAND = 0.25;

  private final Label text = new Label();
  private final Circle ring = new Circle(5.5);
  private final Line guide = new Line();
  private final Path band = new Path();
  private final Rectangle selection = new Rectangle();
  private final Label hint = new Label("zoomed: double-click shows all");
  private final ReadOnlyStringWrapper pointed = new ReadOnlyStringWrapper("");
  private @Nullable Hit hit;

  HoverLayer() {
    setMouseTransparent(true);
    text.getStyleClass().add("chart-readout");
    ring.setFill(javafx.scene.paint.Color.TRANSPARENT);
    ring.setStrokeWidth(2);
    band.setStroke(null);
    band.setVisible(false);
    band.getStyleClass().add("chart-band");
    guide.getStrokeDashArray().setAll(2.0, 3.0);
    text.setVisible(false);
    ring.setVisible(false);
    guide.setVisible(false);
    selection.setVisible(false);
    hint.setVisible(false);
    getChildren().addAll(band, selection, hint, guide, ring, text);
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
    PlotGeometry geometry = pane.geometry();
    text.setText(Readout.text(pane.model(), next.series(), next.point()));
    text.setStyle(
        "-fx-background-color: "
            + css(Palette.mix(theme.background(), theme.foreground(), 0.04), 0.95)
            + "; -fx-border-color: "
            + css(theme.color(next.series()), 1)
            + "; -fx-border-radius: 4; -fx-background-radius: 4; -fx-padding: 4 8 4 8;"
            + " -fx-text-fill: "
            + css(theme.foreground(), 1)
            + "; -fx-font-size: 11.5px;");
    ring.setStroke(fx(theme.color(next.series().style().hue())));
    ring.setCenterX(next.px());
    ring.setCenterY(next.py());
    guide.setStroke(fx(theme.muted()));
    guide.setStartX(next.px());
    guide.setEndX(next.px());
    guide.setStartY(geometry.area().getY());
    guide.setEndY(geometry.area().getMaxY());
    text.setVisible(true);
    ring.setVisible(true);
    guide.setVisible(true);
    drawBand(geometry, next.series(), theme);
    place();
  }

  /** The whole band of a line whose intervals the picture shows at a few places only. */
  private void drawBand(PlotGeometry geometry, ChartSeries series, ChartTheme theme) {
    band.getElements().clear();
    Rectangle2D area = geometry.area();
    Spread spread =
        new Spread(geometry.model(), geometry.frame(), area.getWidth() / theme.markerSize());
    // A single run shows the band of the mean before it.
    Optional<ChartSeries> whose =
        geometry.model().series().stream()
            .filter(spread::isWhiskered)
            .filter(s -> s.equals(series) || series.name().endsWith(", " + s.name()))
            .findFirst();
    band.setVisible(whose.isPresent());
    for (List<ChartPoint> run : whose.map(ChartSeries::bands).orElse(List.of())) {
      for (int i = 0; i < 2 * run.size(); i++) {
        ChartPoint p = run.get(i < run.size() ? i : 2 * run.size() - 1 - i);
        double x = geometry.px(p.x());
        double y = geometry.py(i < run.size() ? p.high() : p.low());
        band.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
      }
      band.getElements().add(new ClosePath());
    }
    band.setFill(fx(Palette.withAlpha(theme.color(series.style().hue()), BAND)));
    band.setClip(new Rectangle(area.getX(), area.getY(), area.getWidth(), area.getHeight()));
  }

  void hide() {
    hit = null;
    pointed.set("");
    text.setVisible(false);
    ring.setVisible(false);
    guide.setVisible(false);
    band.setVisible(false);
  }

  void refresh(ChartPane pane) {
    ChartTheme theme = pane.themeProperty().get();
    hint.setVisible(pane.zoomedProperty().get());
    if (hint.isVisible()) {
      hint.setStyle(
          "-fx-font-size: 10.5px; -fx-padding: 0 4 0 4; -fx-background-color: "
              + css(theme.background(), 0.8)
              + "; -fx-text-fill: "
              + css(theme.muted(), 1)
              + ";");
    }
    if (hit == null) {
      return;
    }
    boolean exists =
        hit.seriesIndex() < pane.model().series().size()
            && hit.pointIndex() < pane.model().series().get(hit.seriesIndex()).points().size();
    if (exists) {
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
    hint.autosize();
    hint.relocate(Math.rint(getWidth() - hint.getWidth() - 14), 2);
    if (hit == null) {
      return;
    }
    text.autosize();
    double x = hit.px() + 12;
    if (x + text.getWidth() > getWidth()) {
      x = hit.px() - 12 - text.getWidth();
    }
    double y = hit.py() - text.getHeight() - 10;
    if (y < 0) {
      y = hit.py() + 12;
    }
    text.relocate(
        Math.max(0, Math.rint(x)),
        Math.max(0, Math.min(Math.rint(y), getHeight() - text.getHeight())));
  }

  static javafx.scene.paint.Color fx(Color c) {
    return javafx.scene.paint.Color.rgb(
        c.getRed(), c.getGreen(), c.getBlue(), c.getAlpha() / 255.0);
  }

  private static String css(Color c, double opacity) {
    return String.format(
        Locale.ROOT, "rgba(%d,%d,%d,%.2f)", c.getRed(), c.getGreen(), c.getBlue(), opacity);
  }
}
