package gmrl.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where words stand, such as those of a reference line: where the fewest curves and other words
 * cross them.
 *
 * @param right whether at the right end of a level line, or to the right of an upright one
 * @param above whether above a level line, or in the plot's upper half
 * @param box the words
 */
record Corner(boolean right, boolean above, Rectangle2D box) {
  /** Size of words, in sizes of tick labels. */
  static final float WORDS = 0.92f;

  /** Distance of words from their line, in their sizes. */
  static final double GAP = 0.35;

  /** A single run is crossed rather than a mean. */
  private static final double FAINT = 0.4;

  /** Words outside the plot are worse than crossed ones. */
  private static final double OUTSIDE = 1e6;

  /** The best corner for the words of a line. */
  static Corner of(ReferenceLine line, PlotGeometry plot) {
    double em = plot.theme().fontSize() * WORDS;
    double wide = ChartFonts.width(line.label(), em) + 2 * GAP * em;
    double high = (1 + 2 * GAP) * em;
    if (line.isUpright()) {
      double x = plot.px(line.value());
      double top = plot.area().getY();
      return least(
          plot,
          List.of(),
          new Corner(true, false, box(x, top, wide, high)),
          new Corner(false, false, box(x - wide, top, wide, high)));
    }
    List<Rectangle2D> others =
        plot.model().lines().stream()
            .filter(other -> other.isUpright() && !other.label().isEmpty())
            .map(other -> of(other, plot).box)
            .toList();
    double y = plot.py(line.value());
    return atTheEnds(plot, others, y - high, y, wide, high);
  }

  /** The corner of a plot in which words of such a size are crossed least. */
  static Corner of(PlotGeometry plot, double wide, double high) {
    Rectangle2D area = plot.area();
    return atTheEnds(plot, List.of(), area.getY(), area.getMaxY() - high, wide, high);
  }

  /** At one of both ends of the plot's width, above or below. */
  private static Corner atTheEnds(
      PlotGeometry plot,
      List<Rectangle2D> others,
      double above,
      double below,
      double wide,
      double high) {
    double left = plot.area().getX();
    double right = plot.area().getMaxX() - wide;
    return least(
        plot,
        others,
        new Corner(true, true, box(right, above, wide, high)),
        new Corner(false, true, box(left, above, wide, high)),
        new Corner(true, false, box(right, below, wide, high)),
        new Corner(false, false, box(left, below, wide, high)));
  }

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  private static Corner least(PlotGeometry plot, List<Rectangle2D> others, Corner... corners) {
    return Arrays.stream(corners)
        .min(Comparator.comparingDouble(corner -> corner.cost(plot, others)))
        .orElseThrow();
  }

  /** Whether a curve would run through the words. */
  boolean isCrossed(PlotGeometry plot) {
    return cost(plot, List.of()) >= 1;
  }

  private double cost(PlotGeometry plot, List<Rectangle2D> others) {
    // Without the gap around them: a curve may run along their line.
    double gap = box.getHeight() * GAP / (1 + 2 * GAP);
    Rectangle2D words =
        box(
            box.getX() + gap,
            box.getY() + gap,
            box.getWidth() - 2 * gap,
            box.getHeight() - 2 * gap);
    double crossed =
        plot.model().series().stream()
            .filter(series -> plot.meets(series, words))
            .mapToDouble(series -> series.role() == Role.SINGLE_RUN ? FAINT : 1)
            .sum();
    long taken = others.stream().filter(box::intersects).count();
    return crossed
        + taken * (double) plot.model().series().size()
        + (plot.area().contains(words) ? 0 : OUTSIDE);
  }
}
