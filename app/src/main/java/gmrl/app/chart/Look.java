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
  static Look of(ChartSeries series, ChartTheme theme) {
    float width = theme.lineWidth(series.role());
    float unit = Math.max(theme.lineWidth(), width * 0.6f);
    return line(
        theme.color(series),
        switch (series.style().dash()) {
          case SOLID -> pen(width);
          case DASHED -> pen(width, 4.2f * unit, 2.4f * unit);
          case DASH_DOT -> pen(width, 5 * unit, 2 * unit, unit, 2 * unit);
          case DOTTED -> pen(width, unit, 1.8f * unit);
        });
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
    draw(g2, ShapeUtils.createTranslatedShape(shape, x, y));
  }

  void draw(Graphics2D g2, Shape placed) {
    if (fill != null) {
      g2.setPaint(fill);
      g2.fill(placed);
    }
    g2.setPaint(rim);
    g2.setStroke(pen);
    g2.draw(placed);
  }

  /**
   * The marker of a series, which tells a bar from others for who sees no colours; those that are
   * areas get a thin rim of the background colour.
   */
  static Look symbol(ChartSeries series, ChartTheme theme) {
    Color color = series.mark() == Mark.BARS ? theme.whisker(series) : theme.color(series);
    float r = theme.markerSize() / 2;
    float arm = 0.55f * theme.lineWidth();
    return switch (series.style().marker()) {
      case NONE, CIRCLE -> filled(circle(r), color, theme);
      case SQUARE ->
          filled(new Rectangle2D.Double(-0.88 * r, -0.88 * r, 1.76 * r, 1.76 * r), color, theme);
      case TRIANGLE -> filled(ShapeUtils.createUpTriangle(r), color, theme);
      case DIAMOND -> filled(ShapeUtils.createDiamond(1.25f * r), color, theme);
      case RING -> hollow(circle(0.9 * r), 0.7f, color, theme);
      case CROSS -> area(ShapeUtils.createDiagonalCross(0.75f * r, 0.6f * arm), color);
      case PLUS -> area(ShapeUtils.createRegularCross(1.1f * r, 0.8f * arm), color);
    };
  }

  /** The same that much lower. */
  Look lowered(double by) {
    return new Look(ShapeUtils.createTranslatedShape(shape, 0, by), fill, rim, pen);
  }

  /** A sign at an edge: a triangle that hangs there, or one or an angle that stands on it. */
  static Look of(EdgeSigns sign, Color color, ChartTheme theme) {
    float r = theme.markerSize() / 2;
    Shape triangle = ShapeUtils.createDownTriangle(0.9f * r);
    Path2D angle = new Path2D.Double();
    angle.moveTo(-0.8 * r, -0.9 * r);
    angle.lineTo(0, 0);
    angle.lineTo(0.8 * r, -0.9 * r);
    return switch (sign) {
      case ABOVE -> filled(ShapeUtils.createUpTriangle(1.2f * r), color, theme).lowered(1.2 * r);
      case BELOW -> hollow(triangle, 0.6f, color, theme).lowered(-1.3 * r);
      case OPEN -> new Look(angle, null, color, pen(theme, 0.6f)).lowered(-0.4 * r);
    };
  }

  private static Look filled(Shape shape, Color color, ChartTheme theme) {
    return new Look(shape, color, theme.background(), pen(theme, 0.35f));
  }

  private static Look hollow(Shape shape, float share, Color color, ChartTheme theme) {
    return new Look(shape, theme.background(), color, pen(theme, share));
  }

  private static BasicStroke pen(ChartTheme theme, float share) {
    return new BasicStroke(theme.lineWidth() * share);
  }

  private static Shape circle(double r) {
    return new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
  }
}
