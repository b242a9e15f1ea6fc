package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
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
    return area(NONE, color);
  }

  private static Look area(Shape shape, Color color) {
    return new Look(shape, color, color, new BasicStroke(SEAM));
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

  /** A thin line of dots; that of a cursor, which no dotted curve is to be taken for, is whole. */
  static Look of(ReferenceLine line, ChartTheme theme) {
    float unit = theme.lineWidth();
    return line.cursor()
        ? line(Palette.mix(theme.muted(), theme.background(), 0.4), pen(theme, 0.55f))
        : line(theme.muted(), pen(0.55f * unit, 0.7f * unit, 1.6f * unit));
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

  /** A marker; those that are areas get a thin rim of the background colour. */
  static Look of(Style.Marker marker, Color color, ChartTheme theme) {
    float r = theme.markerSize() / 2;
    float arm = 0.55f * theme.lineWidth();
    return switch (marker) {
      case NONE, CIRCLE -> filled(circle(r), color, theme);
      case SQUARE ->
          filled(new Rectangle2D.Double(-0.88 * r, -0.88 * r, 1.76 * r, 1.76 * r), color, theme);
      case TRIANGLE -> filled(ShapeUtils.createUpTriangle(r), color, theme);
      case DIAMOND -> filled(ShapeUtils.createDiamond(1.25f * r), color, theme);
      case RING -> new Look(circle(0.9 * r), theme.background(), color, pen(theme, 0.7f));
      case CROSS -> area(ShapeUtils.createDiagonalCross(0.75f * r, 0.6f * arm), color);
      case PLUS -> area(ShapeUtils.createRegularCross(1.1f * r, 0.8f * arm), color);
    };
  }

  /** Stands at the foot of a bar, for who sees no colours. */
  static Look atFoot(ChartSeries series, ChartTheme theme) {
    Look symbol = of(series.style().marker(), theme.whisker(series), theme);
    Shape lifted = ShapeUtils.createTranslatedShape(symbol.shape(), 0, -theme.markerSize());
    return new Look(lifted, symbol.fill(), symbol.rim(), symbol.pen());
  }

  /** A sign at an edge: a triangle that hangs there, or one or an angle that stands on it. */
  static Look of(EdgeSigns sign, Color color, ChartTheme theme) {
    float r = theme.markerSize() / 2;
    Shape hanging =
        ShapeUtils.createTranslatedShape(ShapeUtils.createUpTriangle(1.2f * r), 0, 1.2 * r);
    Shape standing =
        ShapeUtils.createTranslatedShape(ShapeUtils.createDownTriangle(0.9f * r), 0, -1.3 * r);
    Path2D angle = new Path2D.Double();
    angle.moveTo(-0.8 * r, -1.3 * r);
    angle.lineTo(0, -0.4 * r);
    angle.lineTo(0.8 * r, -1.3 * r);
    return switch (sign) {
      case ABOVE -> filled(hanging, color, theme);
      case BELOW -> new Look(standing, theme.background(), color, pen(theme, 0.6f));
      case OPEN -> new Look(angle, null, color, pen(theme, 0.6f));
    };
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
}
