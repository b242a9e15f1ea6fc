package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * A thin straight line with its words where they are crossed least, which only the drawn plot can
 * tell: a marker of JFreeChart has its words at a place that is chosen before.
 */
@SuppressWarnings("serial")
final class Landmark extends AbstractXYAnnotation {
  /** Words that take more of a low plot's height would hide it. */
  private static final double MOST = 0.4;

  /** Words that take more than this are left out where a curve would run through them. */
  private static final double LOW = 0.2;

  private final transient ReferenceLine line;
  private final transient PlotGeometry chart;

  Landmark(ReferenceLine line, PlotGeometry chart) {
    this.line = line;
    this.chart = chart;
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int index,
      @Nullable PlotRenderingInfo info) {
    ChartTheme theme = chart.theme();
    PlotGeometry here = chart.in(area);
    double x = here.px(line.value());
    double y = here.py(line.value());
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
    Corner corner = Corner.of(line, here);
    Rectangle2D box = corner.box();
    double share = box.getHeight() / area.getHeight();
    if (share > MOST || (share > LOW && corner.isCrossed(here))) {
      return;
    }
    double gap = Corner.GAP * font.getSize2D();
    double base = box.getMaxY() - gap;
    MathText words = MathText.of(line.label());
    double width = words.width(g2, font);
    // Each kind of paper has its own widths: none of the words falls off the edge.
    boolean ending = !line.isUpright() && corner.right();
    double left = ending ? box.getMaxX() - gap - width : box.getX() + gap;
    g2.setPaint(Palette.withAlpha(theme.background(), ChartPainter.VEIL));
    g2.fill(new Rectangle2D.Double(left, base - font.getSize2D(), width, font.getSize2D() + 2));
    g2.setPaint(theme.muted());
    words.draw(g2, font, left, base - 0.14 * font.getSize2D());
  }
}
