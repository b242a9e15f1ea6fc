package gmrl.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/** What a plot looks like on screen, for tests of what it stands on. */
public final class PlotLook {
  private PlotLook() {}

  /** Its inside, between the axes. */
  public static Rectangle2D inside(ChartPane plot) {
    return plot.geometry().area();
  }

  /** How many numbers stand at its horizontal axis, and at its vertical one. */
  public static List<Integer> numbers(ChartPane plot) {
    PlotGeometry place = plot.geometry();
    return List.of(
        numbers(new ScaledAxis(place, true, false), place.area(), RectangleEdge.BOTTOM),
        numbers(new ScaledAxis(place, false, false), place.area(), RectangleEdge.LEFT));
  }

  private static int numbers(ScaledAxis axis, Rectangle2D area, RectangleEdge edge) {
    Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    List<?> ticks = axis.draw(nowhere, 0, area, area, edge, null).getTicks();
    return (int)
        ticks.stream()
            .filter(tick -> TickType.MAJOR.equals(((ValueTick) tick).getTickType()))
            .count();
  }
}
