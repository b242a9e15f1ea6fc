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
  private final transient ChartModel model;
  private final transient ChartFrame frame;
  private final transient ChartTheme theme;

  Landmark(ReferenceLine line, ChartModel model, ChartFrame frame, ChartTheme theme) {
    this.line = line;
    this.model = model;
    this.frame = frame;
    this.theme = theme;
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
    PlotGeometry geometry = new PlotGeometry(model, frame, area);
    double x = geometry.px(line.value());
    double y = geometry.py(line.value());
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
    Corner corner = Corner.of(line, model, frame, theme, area.getWidth(), area.getHeight());
    Rectangle2D box = corner.box();
    if (box.getHeight() > MOST || (box.getHeight() > LOW && corner.isCrossed(model, frame))) {
      return;
    }
    double gap = Corner.GAP * font.getSize2D();
    double left = area.getX() + box.getX() * area.getWidth() + gap;
    double base = area.getMaxY() - box.getY() * area.getHeight() - gap;
    MathText words = MathText.of(line.label());
    double width = words.width(g2, font);
    if (!line.isUpright() && corner.right()) {
      // Each kind of paper has its own widths: none of the words falls off the edge.
      left = area.getX() + box.getMaxX() * area.getWidth() - gap - width;
    }
    g2.setPaint(Palette.withAlpha(theme.background(), ChartPainter.VEIL));
    g2.fill(new Rectangle2D.Double(left, base - font.getSize2D(), width, font.getSize2D() + 2));
    g2.setPaint(theme.muted());
    words.draw(g2, font, left, base - 0.14 * font.getSize2D());
  }
}
