package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws point symbols and line patterns, in the plot and in the legend alike. */
final class Markers {

  private Markers() {}

  /** Draws a symbol centred at (x, y); filled ones get a thin rim of the background colour. */
  static void draw(
      Graphics2D g2, Style.Marker marker, double x, double y, Color color, ChartTheme theme) {
    double r = theme.markerSize() / 2;
    float thin = theme.lineWidth() * 0.7f;
    switch (marker) {
      case NONE -> {}
      case CIRCLE -> filled(g2, new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), color, theme);
      case SQUARE -> {
        double s = r * 0.88;
        filled(g2, new Rectangle2D.Double(x - s, y - s, 2 * s, 2 * s), color, theme);
      }
      case TRIANGLE ->
          filled(
              g2,
              polygon(x, y - 1.15 * r, x + 1.1 * r, y + 0.8 * r, x - 1.1 * r, y + 0.8 * r),
              color,
              theme);
      case DIAMOND -> {
        double d = r * 1.25;
        filled(g2, polygon(x, y - d, x + d, y, x, y + d, x - d, y), color, theme);
      }
      case RING -> {
        Shape ring = new Ellipse2D.Double(x - r * 0.9, y - r * 0.9, 1.8 * r, 1.8 * r);
        g2.setPaint(theme.background());
        g2.fill(ring);
        g2.setPaint(color);
        g2.setStroke(new BasicStroke(thin));
        g2.draw(ring);
      }
      case CROSS -> {
        double c = r * 0.85;
        Path2D cross = new Path2D.Double();
        cross.moveTo(x - c, y - c);
        cross.lineTo(x + c, y + c);
        cross.moveTo(x - c, y + c);
        cross.lineTo(x + c, y - c);
        g2.setPaint(color);
        g2.setStroke(new BasicStroke(thin * 1.2f));
        g2.draw(cross);
      }
    }
  }

  /** A hollow triangle that points below the floor of a log axis: the value is zero or negative. */
  static void belowFloor(Graphics2D g2, double x, double floor, Color color, ChartTheme theme) {
    double r = theme.markerSize() / 2;
    Shape triangle = polygon(x - r, floor - 2.2 * r, x + r, floor - 2.2 * r, x, floor - 0.4 * r);
    g2.setPaint(theme.background());
    g2.fill(triangle);
    g2.setPaint(color);
    g2.setStroke(new BasicStroke(theme.lineWidth() * 0.6f));
    g2.draw(triangle);
  }

  /** A triangle at the upper edge: here a curve goes on above the plot. */
  static void aboveTop(Graphics2D g2, double x, double top, Color color, ChartTheme theme) {
    double r = 0.7 * theme.markerSize();
    filled(g2, polygon(x - r, top + 1.5 * r, x + r, top + 1.5 * r, x, top), color, theme);
  }

  static Stroke stroke(ChartSeries series, ChartTheme theme) {
    float width = theme.lineWidth(series.role());
    float unit = theme.lineWidth();
    Style.Dash dash = series.style().dash();
    float[] pattern =
        switch (dash) {
          case SOLID -> new float[0];
          case DASHED -> new float[] {4.2f * unit, 2.4f * unit};
          case DASH_DOT -> new float[] {5f * unit, 2f * unit, unit, 2f * unit};
          case DOTTED -> new float[] {unit, 1.8f * unit};
        };
    return pattern.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
  }

  private static void filled(Graphics2D g2, Shape shape, Color color, ChartTheme theme) {
    g2.setPaint(color);
    g2.fill(shape);
    g2.setPaint(theme.background());
    g2.setStroke(new BasicStroke(theme.lineWidth() * 0.35f));
    g2.draw(shape);
  }

  private static Path2D polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }
}
