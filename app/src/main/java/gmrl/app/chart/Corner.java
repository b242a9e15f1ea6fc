package gmrl.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the words of a reference line stand: where the fewest curves and other words cross them.
 *
 * @param right whether at the right end of a level line, or to the right of an upright one
 * @param above whether above a level line
 * @param box the words, as shares of the plot's width and height
 */
record Corner(boolean right, boolean above, Rectangle2D box) {
  /** Size of words per letter, and their distance from the line, in sizes of type. */
  private static final double LETTER = 0.5;

  private static final double GAP = 0.35;

  /** The plot, and what rounding adds to it. */
  private static final Rectangle2D PLOT = box(-0.001, -0.001, 1.002, 1.002);

  /** Words outside the plot are worse than crossed ones. */
  private static final double OUTSIDE = 1e6;

  /**
   * The best corner.
   *
   * @param across size of type as a share of the plot's width
   * @param up size of type as a share of its height
   */
  static Corner of(
      ReferenceLine line, ChartModel model, ChartFrame frame, double across, double up) {
    boolean upright = line.axis() == ReferenceLine.Axis.X;
    double place = (upright ? frame.x() : frame.y()).share(line.value());
    double wide = across * (LETTER * line.label().length() + 2 * GAP);
    double high = up * (1 + 2 * GAP);
    List<Rectangle2D> others =
        model.lines().stream()
            .filter(other -> !upright && other.axis() == ReferenceLine.Axis.X)
            .filter(other -> !other.label().isEmpty())
            .map(other -> of(other, model, frame, across, up).box)
            .toList();
    return (upright
            ? Stream.of(
                new Corner(true, false, box(place, 1 - high, wide, high)),
                new Corner(false, false, box(place - wide, 1 - high, wide, high)))
            : Stream.of(
                new Corner(true, true, box(1 - wide, place, wide, high)),
                new Corner(false, true, box(0, place, wide, high)),
                new Corner(true, false, box(1 - wide, place - high, wide, high)),
                new Corner(false, false, box(0, place - high, wide, high))))
        .min(Comparator.comparingDouble(corner -> corner.cost(model, frame, others)))
        .orElseThrow();
  }

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  private double cost(ChartModel model, ChartFrame frame, List<Rectangle2D> others) {
    double cost =
        others.stream().filter(box::intersects).count() * (double) model.series().size()
            + (PLOT.contains(box) ? 0 : OUTSIDE);
    for (ChartSeries series : model.series()) {
      for (List<ChartPoint> run : series.runs()) {
        for (int i = 0; i < run.size(); i++) {
          ChartPoint from = run.get(series.mark() == Mark.LINE ? Math.max(0, i - 1) : i);
          ChartPoint to = run.get(i);
          boolean crosses =
              box.intersectsLine(
                  frame.x().share(from.x()),
                  frame.y().share(from.y()),
                  frame.x().share(to.x()),
                  frame.y().share(to.y()));
          if (crosses) {
            cost++;
            break;
          }
        }
      }
    }
    return cost;
  }
}
