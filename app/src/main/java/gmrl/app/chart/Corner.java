package gmrl.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where words stand, such as those of a reference line: where the fewest curves and other words
 * cross them.
 *
 * @param right whether at the right end of a level line, or to the right of an upright one
 * @param above whether above a level line, or in the plot's upper half
 * @param box the words, as shares of the plot's width and height
 */
record Corner(boolean right, boolean above, Rectangle2D box) {
  /** Size of words, in sizes of tick labels. */
  static final float WORDS = 0.92f;

  /** Distance of words from their line, in their sizes. */
  static final double GAP = 0.35;

  /** The plot, and what rounding adds to it. */
  private static final Rectangle2D PLOT = box(-0.001, -0.001, 1.002, 1.002);

  /** A single run is crossed rather than a mean. */
  private static final double FAINT = 0.4;

  /** Words outside the plot are worse than crossed ones. */
  private static final double OUTSIDE = 1e6;

  /** The best corner in a plot of such a size. */
  static Corner of(
      ReferenceLine line,
      ChartModel model,
      ChartFrame frame,
      ChartTheme theme,
      double width,
      double height) {
    double em = theme.fontSize() * WORDS;
    double place = (line.isUpright() ? frame.x() : frame.y()).share(line.value());
    double wide = (ChartFonts.width(line.label(), em) + 2 * GAP * em) / width;
    double high = (1 + 2 * GAP) * em / height;
    List<Rectangle2D> others =
        model.lines().stream()
            .filter(other -> !line.isUpright() && other.isUpright() && !other.label().isEmpty())
            .map(other -> of(other, model, frame, theme, width, height).box)
            .toList();
    return (line.isUpright()
            ? Stream.of(
                new Corner(true, false, box(place, 1 - high, wide, high)),
                new Corner(false, false, box(place - wide, 1 - high, wide, high)))
            : atTheEnds(place, place - high, wide, high))
        .min(Comparator.comparingDouble(corner -> corner.cost(model, frame, others)))
        .orElseThrow();
  }

  /** The corner of a plot in which words of such a share of it are crossed least. */
  static Corner of(ChartModel model, ChartFrame frame, double wide, double high) {
    return atTheEnds(1 - high, 0, wide, high)
        .min(Comparator.comparingDouble(corner -> corner.cost(model, frame, List.of())))
        .orElseThrow();
  }

  /** At both ends of the plot's width, above and below. */
  private static Stream<Corner> atTheEnds(double above, double below, double wide, double high) {
    return Stream.of(
        new Corner(true, true, box(1 - wide, above, wide, high)),
        new Corner(false, true, box(0, above, wide, high)),
        new Corner(true, false, box(1 - wide, below, wide, high)),
        new Corner(false, false, box(0, below, wide, high)));
  }

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  /** Whether a curve would run through the words. */
  boolean isCrossed(ChartModel model, ChartFrame frame) {
    return cost(model, frame, List.of()) >= 1;
  }

  private double cost(ChartModel model, ChartFrame frame, List<Rectangle2D> others) {
    double crossed =
        model.series().stream()
            .filter(series -> series.runs().stream().anyMatch(run -> crosses(series, run, frame)))
            .mapToDouble(series -> series.role() == Role.SINGLE_RUN ? FAINT : 1)
            .sum();
    long taken = others.stream().filter(box::intersects).count();
    return crossed + taken * (double) model.series().size() + (PLOT.contains(box) ? 0 : OUTSIDE);
  }

  private boolean crosses(ChartSeries series, List<ChartPoint> run, ChartFrame frame) {
    int back = series.mark() == Mark.LINE ? 1 : 0;
    // Without the gap at the line: a curve may run along it.
    double gap = box.getHeight() * GAP / (1 + 2 * GAP);
    Rectangle2D words =
        box(box.getX(), box.getY() + gap, box.getWidth(), box.getHeight() - 2 * gap);
    return IntStream.range(0, run.size())
        .anyMatch(
            i -> {
              ChartPoint from = run.get(Math.max(0, i - back));
              return words.intersectsLine(
                  frame.x().share(from.x()),
                  frame.y().share(from.y()),
                  frame.x().share(run.get(i).x()),
                  frame.y().share(run.get(i).y()));
            });
  }
}
