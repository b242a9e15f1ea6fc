package gmrl.app.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/** Symbols of points, which the edge of the plot does not cut where a point lies on it. */
final class WholeSymbols extends XYLineAndShapeRenderer {
  private static final long serialVersionUID = 1;

  /** So near to the edge is on it. */
  private static final double ON = 0.5;

  WholeSymbols() {
    super(false, true);
  }

  @Override
  protected void drawSecondaryPass(
      Graphics2D g2,
      XYPlot plot,
      XYDataset data,
      int pass,
      int series,
      int item,
      ValueAxis across,
      Rectangle2D area,
      ValueAxis up,
      CrosshairState crosshair,
      EntityCollection entities) {
    double x = across.valueToJava2D(data.getXValue(series, item), area, plot.getDomainAxisEdge());
    double y = up.valueToJava2D(data.getYValue(series, item), area, plot.getRangeAxisEdge());
    Rectangle2D symbol = getItemShape(series, item).getBounds2D();
    double reach = 1 + Math.max(symbol.getWidth(), symbol.getHeight()) / 2;
    Shape clip = g2.getClip();
    boolean cut = around(area, ON).contains(x, y) && !around(area, -reach).contains(x, y);
    if (cut) {
      g2.setClip(around(area, reach));
    }
    super.drawSecondaryPass(
        g2, plot, data, pass, series, item, across, area, up, crosshair, entities);
    if (cut) {
      g2.setClip(clip);
    }
  }

  private static Rectangle2D around(Rectangle2D area, double by) {
    return new Rectangle2D.Double(
        area.getX() - by, area.getY() - by, area.getWidth() + 2 * by, area.getHeight() + 2 * by);
  }
}
