package gmrl.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where words stand, such as those of a reference line: where the fewest curves and upright lines
 * cross them.
 *
 * @param right whether at the right end of a level line, or to the right of an upright one
 * @param above whether above a level line, above the lower end of an upright one, or in the plot's
 *     upper half
 * @param box the words, as high as their size
 */
record Corner(boolean right, boolean above, Rectangle2D box) {
  /** Size of words, in sizes of tick labels. */
  static final float WORDS = 0.92f;

  /** Distance of words from their line, in their sizes. */
  private static final double GAP = 0.35;

  /** The least share of their size that words of a narrow plot have. */
  private static final double SMALLEST = 0.75;

  /** Words outside the plot are worse than crossed ones: for each percent that is there. */
  private static final double OUTSIDE = 1e4;

  /** The best corner for the words of a line. */
  static Corner of(ReferenceLine line, PlotGeometry plot) {
    double usual = plot.theme().fontSize() * WORDS;
    double gap = GAP * usual;
    double length = ChartFonts.width(line.label(), usual);
    double room = line.isUpright() ? length : plot.area().getWidth() - 2 * gap;
    // Smaller words stay in a narrow plot.
    double fit = Math.max(SMALLEST, Math.min(1, room / Math.max(1, length)));
    double em = usual * fit;
    double wide = length * fit;
    if (!line.isUpright()) {
      double y = plot.py(line.value());
      return atTheEnds(plot, y - gap - em, y + gap, wide, em, gap);
    }
    double x = plot.px(line.value());
    double top = plot.area().getY() + gap;
    double end = plot.area().getMaxY() - gap - em;
    return least(
        plot,
        new Corner(true, false, new Rectangle2D.Double(x + gap, top, wide, em)),
        new Corner(false, false, new Rectangle2D.Double(x - gap - wide, top, wide, em)),
        new Corner(true, true, new Rectangle2D.Double(x + gap, end, wide, em)),
        new Corner(false, true, new Rectangle2D.Double(x - gap - wide, end, wide, em)));
  }

  /** The corner of a plot in which words of such a size are crossed least. */
  static Corner of(PlotGeometry plot, double wide, double high) {
    return atTheEnds(plot, plot.area().getY(), plot.area().getMaxY() - high, wide, high, 0);
  }

  /** At one of both ends of the plot's width, above or below. */
  private static Corner atTheEnds(
      PlotGeometry plot, double above, double below, double wide, double high, double gap) {
    double left = plot.area().getX() + gap;
    double right = plot.area().getMaxX() - gap - wide;
    return least(
        plot,
        new Corner(true, true, new Rectangle2D.Double(right, above, wide, high)),
        new Corner(false, true, new Rectangle2D.Double(left, above, wide, high)),
        new Corner(true, false, new Rectangle2D.Double(right, below, wide, high)),
        new Corner(false, false, new Rectangle2D.Double(left, below, wide, high)));
  }

  private static Corner least(PlotGeometry plot, Corner... corners) {
    return Stream.of(corners)
        .min(Comparator.comparingDouble(corner -> corner.cost(plot)))
        .orElseThrow();
  }

  private double cost(PlotGeometry plot) {
    Rectangle2D area = plot.area();
    long curves = plot.model().series().stream().filter(s -> plot.meets(s, box)).count();
    long lines =
        plot.model().lines().stream()
            .filter(ReferenceLine::isUpright)
            .mapToDouble(line -> plot.px(line.value()))
            .filter(x -> box.intersectsLine(x, area.getY(), x, area.getMaxY()))
            .count();
    Rectangle2D inside = area.createIntersection(box);
    double share =
        Math.max(0, inside.getWidth())
            * Math.max(0, inside.getHeight())
            / (box.getWidth() * box.getHeight());
    return curves + lines + OUTSIDE * Math.ceil(100 * (1 - share) - 1e-6);
  }
}
