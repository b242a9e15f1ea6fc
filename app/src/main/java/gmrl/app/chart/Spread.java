package gmrl.app.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How what belongs to a point is spread over the plot: symbols that do not hide their line, and
 * intervals as bands, or as whiskers beside one another where bands would hide the plot.
 */
final class Spread {
  /** Symbols closer than this, in their own sizes, hide the line they sit on. */
  private static final double CROWD = 2.2;

  /** How many times further apart symbols stand on long lines. */
  private static final double SPARSE = 8;

  private static final int TURNS = 4;

  /** A reader would not look at so many points one by one. */
  private static final int LONG = 64;

  /** Whiskers at every point of a line with more points would be a thicket. */
  private static final int FEW = 16;

  /** A band that covers more of the plot's height hides what lies behind it. */
  private static final double WIDE = 1 / 3.0;

  /** Bands that cover one another by more of the plot's height cannot be told apart. */
  private static final double OVERLAP = 0.2;

  /** Distance of whiskers that belong to one place, in symbols. */
  private static final double BESIDE = 0.55;

  private static final double ROUNDING = 1e-9;

  private final ChartModel model;
  private final ChartFrame frame;

  /** Width of a symbol in positions. */
  private final double symbol;

  private final List<ChartSeries> whiskered;

  /** For a plot that is about as wide as its area. */
  Spread(PlotGeometry plot) {
    model = plot.model();
    frame = plot.frame();
    symbol = frame.x().size() * plot.theme().markerSize() / Math.max(1, plot.area().getWidth());
    whiskered = whiskered();
  }

  /** The runs of a series whose intervals are filled. */
  List<List<ChartPoint>> bands(ChartSeries series) {
    return isWhiskered(series) ? List.of() : series.bands();
  }

  /** The upper ends of a band, and back along the lower ones. */
  static List<ChartPoint> outline(List<ChartPoint> band) {
    List<ChartPoint> corners = new ArrayList<>();
    band.forEach(p -> corners.add(ChartPoint.of(p.x(), p.low())));
    Collections.reverse(corners);
    corners.addAll(0, band.stream().map(p -> ChartPoint.of(p.x(), p.high())).toList());
    return corners;
  }

  /** The points of a series whose intervals are whiskers, where these stand. */
  List<ChartPoint> whiskers(ChartSeries series) {
    if (!isWhiskered(series)) {
      return beside(series, series.whiskers());
    }
    return spaced(series, series.points(), FEW).stream()
        .filter(p -> p.isPresent() && p.hasInterval())
        .map(p -> moved(series, p))
        .toList();
  }

  /** The only point of a line beside other intervals at its place, and all other points. */
  List<ChartPoint> beside(ChartSeries series, List<ChartPoint> points) {
    return isLone(series) ? points.stream().map(p -> moved(series, p)).toList() : points;
  }

  private static boolean isLone(ChartSeries series) {
    return series.mark() == Mark.LINE
        && series.present().count() == 1
        && series.whiskers().size() == 1;
  }

  /** Beside its place, among all whose intervals are whiskers there. */
  private ChartPoint moved(ChartSeries series, ChartPoint p) {
    List<ChartSeries> here =
        model.series().stream()
            .filter(s -> isWhiskered(s) || (isLone(s) && s.whiskers().get(0).x() == p.x()))
            .toList();
    double step = BESIDE * symbol * (here.indexOf(series) - (here.size() - 1) / 2.0);
    return p.withX(frame.x().scale().value(frame.x().position(p.x()) + step));
  }

  /** Whether the intervals of a line are whiskers instead of a band. */
  boolean isWhiskered(ChartSeries series) {
    return whiskered.contains(series);
  }

  /**
   * Those that do not hide the line they sit on; on a long line a few are enough, at other places
   * than on the other lines.
   */
  List<ChartPoint> spaced(ChartSeries series, List<ChartPoint> points) {
    return series.mark() == Mark.LINE ? spaced(series, points, LONG) : points;
  }

  private List<ChartPoint> spaced(ChartSeries series, List<ChartPoint> points, int most) {
    boolean sparse = series.points().size() > most;
    double gap = CROWD * symbol * (sparse ? SPARSE : 1);
    double turn = sparse ? model.series().indexOf(series) % TURNS / (double) TURNS : 0;
    List<ChartPoint> spaced = new ArrayList<>();
    double last =
        points.isEmpty() ? 0 : frame.x().position(points.get(0).x()) + gap * (turn - 1 - ROUNDING);
    for (ChartPoint p : points) {
      double place = frame.x().position(p.x());
      if (Math.abs(place - last) >= gap) {
        spaced.add(p);
        last = place;
      }
    }
    return spaced;
  }

  /** Series whose bands would hide one another: a band alone hides nothing. */
  private List<ChartSeries> whiskered() {
    List<ChartSeries> banded =
        model.series().stream().filter(s -> !s.bands().isEmpty() && !s.fillsToItsLine()).toList();
    Map<Double, List<double[]>> places =
        banded.stream()
            .flatMap(this::inSight)
            .collect(
                Collectors.groupingBy(
                    ChartPoint::x, Collectors.mapping(this::ends, Collectors.toList())));
    boolean wide =
        banded.stream()
            .map(s -> inSight(s).map(this::ends).mapToDouble(end -> end[1] - end[0]))
            .anyMatch(heights -> heights.average().orElse(0) > WIDE);
    double overlap =
        places.values().stream()
            .filter(ends -> ends.size() > 1)
            .mapToDouble(Spread::overlap)
            .average()
            .orElse(0);
    return banded.size() > 1 && (wide || overlap > OVERLAP) ? banded : List.of();
  }

  private Stream<ChartPoint> inSight(ChartSeries series) {
    return series.bands().stream().flatMap(List::stream).filter(p -> frame.x().holds(p.x()));
  }

  /** Lower and upper end of an interval, as shares of the plot's height. */
  private double[] ends(ChartPoint p) {
    return new double[] {up(p.low()), up(p.high())};
  }

  /** By how much intervals at one place cover one another. */
  private static double overlap(List<double[]> ends) {
    ends.sort(Comparator.comparingDouble(end -> end[0]));
    double overlap = 0;
    double top = 0;
    for (double[] end : ends) {
      overlap += Math.max(0, Math.min(top, end[1]) - end[0]);
      top = Math.max(top, end[1]);
    }
    return overlap;
  }

  private double up(double value) {
    return Math.max(0, Math.min(1, frame.y().share(value)));
  }
}
