package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.jfree.chart.util.ShapeUtils;
import org.jspecify.annotations.Nullable;

/**
 * How something is drawn: a line, an area, or a symbol at a point.
 *
 * @param shape of a symbol around (0, 0)
 * @param fill inside; null for none
 * @param rim colour of the line
 * @param pen of the line
 */
record Look(Shape shape, @Nullable Color fill, Color rim, BasicStroke pen) {

  /** Over the seams of smoothed edges. */
  private static final float SEAM = 0.5f;

  private static final Shape NONE = new Path2D.Double();

  static Look area(Color color) {
    return new Look(NONE, color, color, new BasicStroke(SEAM));
  }

  static Look line(Color color, BasicStroke pen) {
    return new Look(NONE, null, color, pen);
  }

  /** The line of a curve. */
  static BasicStroke pen(ChartSeries series, ChartTheme theme) {
    float width = theme.lineWidth(series.role());
    float unit = Math.max(theme.lineWidth(), width * 0.6f);
    return switch (series.style().dash()) {
      case SOLID -> pen(width);
      case DASHED -> pen(width, 4.2f * unit, 2.4f * unit);
      case DASH_DOT -> pen(width, 5 * unit, 2 * unit, unit, 2 * unit);
      case DOTTED -> pen(width, unit, 1.8f * unit);
    };
  }

  /** A line with round ends, or with dashes and gaps in turn. */
  static BasicStroke pen(double width, float... dashes) {
    boolean whole = dashes.length == 0;
    int cap = whole ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
    return new BasicStroke(
        (float) width, cap, BasicStroke.JOIN_ROUND, 10, whole ? null : dashes, 0);
  }

  void draw(Graphics2D g2, double x, double y) {
    Shape placed = ShapeUtils.createTranslatedShape(shape, x, y);
    if (fill != null) {
      g2.setPaint(fill);
      g2.fill(placed);
    }
    g2.setPaint(rim);
    g2.setStroke(pen);
    g2.draw(placed);
  }

  /** A marker; filled ones get a thin rim of the background colour. */
  static Look of(Style.Marker marker, Color color, ChartTheme theme) {
    double r = theme.markerSize() / 2;
    return switch (marker) {
      case NONE, CIRCLE -> filled(circle(r), color, theme);
      case SQUARE -> filled(polygon(0.88 * r, -1, -1, 1, -1, 1, 1, -1, 1), color, theme);
      case TRIANGLE -> filled(polygon(r, 0, -1.15, 1.1, 0.8, -1.1, 0.8), color, theme);
      case DIAMOND -> filled(polygon(1.25 * r, 0, -1, 1, 0, 0, 1, -1, 0), color, theme);
      case RING -> new Look(circle(0.9 * r), theme.background(), color, pen(theme, 0.7f));
      case CROSS -> cross(0.85 * r, 1, color, theme);
      case PLUS -> cross(1.1 * r, 0, color, theme);
    };
  }

  /** Stands at the foot of a bar, for who sees no colours. */
  static Look atFoot(ChartSeries series, ChartTheme theme) {
    Look symbol = of(series.style().marker(), theme.whisker(series), theme);
    Shape lifted = ShapeUtils.createTranslatedShape(symbol.shape(), 0, -theme.markerSize());
    return new Look(lifted, symbol.fill(), symbol.rim(), symbol.pen());
  }

  /** A sign at an edge. */
  static Look of(EdgeSigns sign, Color color, ChartTheme theme) {
    double r = theme.markerSize() / 2;
    BasicStroke thin = pen(theme, 0.6f);
    return switch (sign) {
      case ABOVE -> filled(polygon(1.4 * r, -1, 1.5, 1, 1.5, 0, 0), color, theme);
      case BELOW ->
          new Look(polygon(r, -1, -2.2, 1, -2.2, 0, -0.4), theme.background(), color, thin);
      case OPEN -> new Look(path(r, -0.8, -1.3, 0, -0.4, 0.8, -1.3), null, color, thin);
    };
  }

  /** Two strokes from corner to corner, or with {@code lean} 0 from side to side. */
  private static Look cross(double r, double lean, Color color, ChartTheme theme) {
    Path2D cross = path(r, -1, -lean, 1, lean);
    cross.append(path(r, -lean, 1, lean, -1), false);
    return new Look(cross, null, color, pen(theme, 0.84f));
  }

  private static Look filled(Shape shape, Color color, ChartTheme theme) {
    return new Look(shape, color, theme.background(), pen(theme, 0.35f));
  }

  private static BasicStroke pen(ChartTheme theme, float share) {
    return new BasicStroke(theme.lineWidth() * share);
  }

  private static Shape circle(double r) {
    return new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
  }

  private static Path2D polygon(double unit, double... xy) {
    Path2D path = path(unit, xy);
    path.closePath();
    return path;
  }

  private static Path2D path(double unit, double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(unit * xy[0], unit * xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(unit * xy[i], unit * xy[i + 1]);
    }
    return path;
  }
}
