package gmrl.app.gallery;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Pen;
import gmrl.app.chart.Picture;
import gmrl.autodiff.inspect.GradientGraph;
import java.awt.geom.Path2D;
import java.util.Arrays;

/** A gradient graph as a panel of a figure. */
final class GraphFigure {
  /** Size of type in the boxes, as the graph is laid out for. */
  private static final double EM = 12;

  private static final double MARGIN = 4;
  private static final double TIP = 4;

  private GraphFigure() {}

  static ChartModel of(GradientGraph.Drawing graph) {
    return ChartModel.drawing(
        graph.width() + 2 * MARGIN,
        graph.height() + 2 * MARGIN,
        EM,
        pen -> {
          graph.arrows().forEach(arrow -> arrow(pen, arrow));
          graph.boxes().forEach(box -> box(pen, box));
        });
  }

  private static void arrow(Pen pen, GradientGraph.Arrow arrow) {
    Picture.Ink ink = arrow.cut() ? Pen.of(Colours.NEGATIVE) : Pen.QUIET;
    if (arrow.cut()) {
      pen.dashes(ink, 1, Pen.corners(curve(arrow.path())));
    } else {
      pen.line(ink, 0.6, Pen.corners(curve(arrow.path())));
    }
    double x = arrow.x() + MARGIN;
    double y = arrow.y() + MARGIN;
    pen.area(ink, x - TIP, y - 2 * TIP, x + TIP, y - 2 * TIP, x, y);
  }

  /** A place to move to, and from there one cubic curve after the other. */
  private static Path2D curve(String svg) {
    double[] at =
        Arrays.stream(svg.split("[^0-9.\\-]+", -1))
            .filter(number -> !number.isEmpty())
            .mapToDouble(number -> Double.parseDouble(number) + MARGIN)
            .toArray();
    Path2D path = new Path2D.Double();
    path.moveTo(at[0], at[1]);
    for (int i = 2; i + 5 < at.length; i += 6) {
      path.curveTo(at[i], at[i + 1], at[i + 2], at[i + 3], at[i + 4], at[i + 5]);
    }
    return path;
  }

  private static void box(Pen pen, GradientGraph.Box box) {
    double x = box.x() + MARGIN;
    double y = box.y() + MARGIN;
    boolean parameter = box.node().kind() == GradientGraph.Kind.PARAMETER;
    Picture.Ink fill =
        parameter ? Pen.tint(Colours.PARAMETER, 0.15) : Pen.tint(new Hue.Muted(), 0.06);
    pen.box(fill, x, y, box.width(), box.height());
    pen.frame(
        parameter ? Pen.of(Colours.PARAMETER) : Pen.QUIET,
        box.node().result() ? 1.2 : 0.5,
        x,
        y,
        box.width(),
        box.height());
    if (box.node().kind() == GradientGraph.Kind.FUSED) {
      pen.frame(Pen.QUIET, 0.5, x + 3, y + 3, box.width() - 6, box.height() - 6);
    }
    double middle = x + box.width() / 2;
    double room = box.width() - 2.5 * TIP;
    pen.label(Pen.INK, 1, box.node().label(), middle, y + 0.32 * box.height(), room);
    pen.label(Pen.QUIET, 0.85, box.node().detail(), middle, y + 0.72 * box.height(), room);
  }
}
