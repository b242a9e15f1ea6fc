package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A thin straight line with its words where they are crossed least. */
final class Landmark {
  private Landmark() {}

  /** Draws a line and its words where they are in sight. */
  static void draw(Graphics2D g2, ReferenceLine line, PlotGeometry plot) {
    if (!(line.isUpright() ? plot.frame().x() : plot.frame().y()).holds(line.value())) {
      return;
    }
    ChartTheme theme = plot.theme();
    Rectangle2D area = plot.area();
    double x = plot.px(line.value());
    double y = plot.py(line.value());
    float unit = theme.lineWidth();
    float[] dots = {0.7f * unit, 1.6f * unit};
    g2.setPaint(theme.muted());
    g2.setStroke(
        new BasicStroke(unit * 0.55f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dots, 0));
    g2.draw(
        line.isUpright()
            ? new Line2D.Double(x, area.getMinY(), x, area.getMaxY())
            : new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
    if (line.label().isEmpty()) {
      return;
    }
    Font font = ChartFonts.at(theme.fontSize() * Corner.WORDS);
    Corner corner = Corner.of(line, plot);
    MathText.of(line.label())
        .drawOver(
            g2,
            theme,
            theme.muted(),
            font,
            corner.box().getX(),
            corner.box().getMaxY() - 0.14 * font.getSize2D());
  }
}
