package gmrl.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where words stand, such as those of a reference line: where the fewest curves and upright lines
 * cross them.
 *
 * @param right whether at the right end of a level line, or to the right of an upright one
 * @param upper whether above a level line, at the upper end of an upright one, or in the plot's
 *     upper half
 * @param box the words, as high as their size
 */
record Corner(boolean right, boolean upper, Rectangle2D box) {
  /** Size of words, in sizes of tick labels. */
  static final float WORDS = 0.92f;

  /** Distance of words from their line, in their sizes. */
  private static final double GAP = 0.35;

  /** Words outside the plot are worse than crossed ones: for each percent that is there. */
  private static final double OUTSIDE = 1e4;

  /** A line with those of its words, from the first phrase on, that have room in a plot. */
  static ReferenceLine fitting(ReferenceLine line, PlotGeometry plot) {
    double em = plot.theme().fontSize() * WORDS;
    double before = plot.px(line.value()) - plot.area().getX();
    double width = plot.area().getWidth();
    double room = (line.isUpright() ? Math.max(before, width - before) : width) - 2 * GAP * em;
    String words = line.label();
    while (Fitted.SMALLEST * ChartFonts.width(words, em) > Math.max(0, room)) {
      words = words.substring(0, Math.max(0, words.lastIndexOf("; ")));
    }
    return new ReferenceLine(line.axis(), line.value(), words, line.cursor());
  }

  /** The best corner for the words of a line. */
  static Corner of(ReferenceLine line, PlotGeometry plot) {
    Rectangle2D area = plot.area();
    double usual = plot.theme().fontSize() * WORDS;
    double gap = GAP * usual;
    double length = ChartFonts.width(line.label(), usual);
    // Smaller words stay in a narrow plot.
    double fit = line.isUpright() ? 1 : Fitted.share(length, area.getWidth() - 2 * gap);
    double em = usual * fit;
    double wide = length * fit;
    if (line.isUpright()) {
      double x = plot.px(line.value());
      double low = area.getMaxY() - gap - em;
      return least(plot, wide, em, x - gap - wide, x + gap, area.getY() + gap, low);
    }
    double y = plot.py(line.value());
    double right = area.getMaxX() - gap - wide;
    return least(plot, wide, em, area.getX() + gap, right, y - gap - em, y + gap);
  }

  /** The corner of a plot in which words of such a size are crossed least. */
  static Corner of(PlotGeometry plot, double wide, double high) {
    Rectangle2D area = plot.area();
    double low = area.getMaxY() - high;
    return least(plot, wide, high, area.getX(), area.getMaxX() - wide, area.getY(), low);
  }

  private static Corner least(
      PlotGeometry plot, double wide, double em, double left, double right, double up, double low) {
    return Stream.of(up, low)
        .flatMap(
            y ->
                Stream.of(right, left)
                    .map(x -> new Rectangle2D.Double(x, y, wide, em))
                    .map(box -> new Corner(box.x == right, y == up, box)))
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
    double held = inside.isEmpty() ? 0 : inside.getWidth() * inside.getHeight();
    double share = held / (box.getWidth() * box.getHeight());
    return curves + lines + OUTSIDE * Math.ceil(100 * (1 - share) - 1e-6);
  }
}
