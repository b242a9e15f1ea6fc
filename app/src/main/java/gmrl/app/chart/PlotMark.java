package gmrl.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** Something drawn over the curves of a plot. */
@SuppressWarnings("serial")
abstract class PlotMark extends AbstractXYAnnotation {
  final transient ChartTheme theme;

  PlotMark(ChartTheme theme) {
    this.theme = theme;
  }

  abstract void draw(Graphics2D g2, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis);

  @Override
  public final void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis xAxis,
      ValueAxis yAxis,
      int rendererIndex,
      @Nullable PlotRenderingInfo info) {
    draw(g2, area, xAxis, yAxis);
  }
}
