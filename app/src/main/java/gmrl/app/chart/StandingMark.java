package gmrl.app.chart;

import gmrl.app.live.Standing;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;

/**
 * Says in the corner of a plot that its numbers are not all that was asked for; dims stale ones.
 */
@SuppressWarnings("serial")
final class StandingMark extends PlotMark {
  private static final double VEIL = 0.55;

  private final transient ChartModel model;

  StandingMark(ChartModel model, ChartTheme theme) {
    super(theme);
    this.model = model;
  }

  @Override
  void draw(Graphics2D g2, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis) {
    if (model.standing() == Standing.STALE) {
      g2.setPaint(Palette.withAlpha(theme.background(), VEIL));
      g2.fill(area);
    }
    Font font = ChartFonts.at(theme.fontSize());
    MathText text = MathText.of(model.mark());
    double size = font.getSize2D();
    double width = text.width(g2, font);
    double x = area.getMaxX() - width - 0.5 * size;
    double y = area.getY() + 1.2 * size;
    text.drawOnVeil(g2, font, x, y, theme.background(), theme.foreground());
  }
}
