package gmrl.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where words stand, such as those of a reference line: where the fewest curves and upright lines
 * cross them, at an end of their line if they are crossed at one no more than along it.
 *
 * @param right whether they end at their place on a level line, or stand to the right of an upright
 *     one; in a plot, whether in its right half
 * @param upper whether above a level line, or below their place on an upright one; in a plot,
 *     whether in its upper half
 * @param box the words, as high as their size
 */
record Corner(boolean right, boolean upper, Rectangle2D box) {
  /** Size of words, in sizes of tick labels. */
  static final float WORDS = 0.92f;

  /** Distance of words from their line, in their sizes. */
  private static final double GAP = 0.35;

  /** Words outside the plot are worse than crossed ones: for each percent that is there. */
  private static final double OUTSIDE = 1e4;

  /** How much worse than a crossing at an end of the line words along it are. */
  private static final double ALONG = 0.5;

  /** Places of words along a line, between its ends. */
  private static final int PLACES = 8;

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
      List<Double> down = along(area.getY() + gap, low);
      return least(plot, wide, em, List.of(x + gap, x - gap - wide), down);
    }
    double y = plot.py(line.value());
    List<Double> left = along(area.getMaxX() - gap - wide, area.getX() + gap);
    return least(plot, wide, em, left, List.of(y - gap - em, y + gap));
  }

  /** Both ends, then what is between them. */
  private static List<Double> along(double first, double last) {
    return Stream.concat(
            Stream.of(first, last),
            IntStream.range(1, PLACES).mapToObj(i -> first + i * (last - first) / PLACES))
        .toList();
  }

  /**
   * Where on an axis the words begin or end, as a share of its length.
   *
   * @param level on the axis below the plot
   */
  double share(PlotGeometry plot, boolean level) {
    Rectangle2D area = plot.area();
    double gap = GAP * plot.theme().fontSize() * WORDS;
    return level
        ? ((right ? box.getMaxX() + gap : box.getX() - gap) - area.getX()) / area.getWidth()
        : (area.getMaxY() - (upper ? box.getY() - gap : box.getMaxY() + gap)) / area.getHeight();
  }

  /** The corner of a plot in which words of such a size are crossed least. */
  static Corner of(PlotGeometry plot, double wide, double high) {
    Rectangle2D area = plot.area();
    List<Double> left = List.of(area.getMaxX() - wide, area.getX());
    return least(plot, wide, high, left, List.of(area.getY(), area.getMaxY() - high));
  }

  /**
   * The best of places.
   *
   * @param left left edges: the end at the right, that at the left, then what is between
   * @param tops upper edges: the upper one, the lower one, then what is between
   */
  private static Corner least(
      PlotGeometry plot, double wide, double em, List<Double> left, List<Double> tops) {
    @Nullable Corner best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int down = 0; down < tops.size(); down++) {
      for (int across = 0; across < left.size(); across++) {
        Rectangle2D box = new Rectangle2D.Double(left.get(across), tops.get(down), wide, em);
        Corner corner = new Corner(across != 1, down != 1, box);
        double usual = across > 1 || down > 1 ? ALONG : 0;
        double cost = least > usual ? usual + corner.cost(plot) : least;
        if (cost < least) {
          best = corner;
          least = cost;
        }
      }
    }
    return Objects.requireNonNull(best);
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
