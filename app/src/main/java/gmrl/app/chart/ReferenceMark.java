package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Draws a {@link ReferenceLine}. */
@SuppressWarnings("serial")
final class ReferenceMark extends PlotMark {

  private final transient ReferenceLine line;

  ReferenceMark(ReferenceLine line, ChartTheme theme) {
    super(theme);
    this.line = line;
  }

  @Override
  void draw(Graphics2D g2, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis) {
    float unit = theme.lineWidth();
    g2.setPaint(theme.muted());
    g2.setStroke(
        new BasicStroke(
            unit * 0.55f,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            10,
            new float[] {1.5f * unit, 1.5f * unit},
            0));
    Font font = ChartFonts.at(theme.fontSize() * 0.92f);
    MathText text = MathText.of(line.label());
    double gap = theme.fontSize() * 0.35;
    if (line.axis() == ReferenceLine.Axis.Y) {
      double y = yAxis.valueToJava2D(line.value(), area, RectangleEdge.LEFT);
      if (y < area.getY() - 1 || y > area.getMaxY() + 1) {
        return;
      }
      g2.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
      boolean above = y - theme.fontSize() * 1.3 > area.getY();
      label(
          g2,
          text,
          font,
          area.getMaxX() - text.width(g2, font) - gap,
          above ? y - gap : y + theme.fontSize() + gap * 0.5);
    } else {
      double x = xAxis.valueToJava2D(line.value(), area, RectangleEdge.BOTTOM);
      if (x < area.getX() - 1 || x > area.getMaxX() + 1) {
        return;
      }
      g2.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
      boolean right = x + gap + text.width(g2, font) < area.getMaxX();
      label(
          g2,
          text,
          font,
          right ? x + gap : x - gap - text.width(g2, font),
          area.getY() + theme.fontSize());
    }
  }

  private void label(Graphics2D g2, MathText text, Font font, double x, double y) {
    text.drawOnVeil(g2, font, x, y, theme.background(), theme.muted());
  }
}
