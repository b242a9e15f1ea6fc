package gmrl.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.VerticalAlignment;
import org.jspecify.annotations.Nullable;

/** A title with maths, left-aligned above the plot. */
@SuppressWarnings("serial")
final class Heading extends Title {

  private final transient MathText text;
  private final transient ChartTheme theme;

  Heading(String markup, ChartTheme theme) {
    super(
        RectangleEdge.TOP,
        HorizontalAlignment.LEFT,
        VerticalAlignment.TOP,
        RectangleInsets.ZERO_INSETS);
    this.text = MathText.of(markup);
    this.theme = theme;
  }

  @Override
  public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
    double width =
        constraint.getWidthRange() == null
            ? constraint.getWidth()
            : constraint.getWidthRange().getUpperBound();
    return new Size2D(width, theme.titleSize() * 1.6);
  }

  @Override
  public void draw(Graphics2D g2, Rectangle2D area) {
    g2.setPaint(theme.foreground());
    text.draw(g2, ChartFonts.at(theme.titleSize()), area.getX(), area.getY() + theme.titleSize());
  }

  @Override
  public @Nullable Object draw(Graphics2D g2, Rectangle2D area, Object parameters) {
    draw(g2, area);
    return null;
  }
}
