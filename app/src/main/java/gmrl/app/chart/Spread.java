package gmrl.app.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;

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

  /** Whiskers at every point of a line with more points would be a thicket. */
  private static final int FEW = 16;

  /** A band that covers more of the plot's height hides what lies behind it. */
  private static final double WIDE = 1 / 3.0;

  /** Bands that together are as high as so much of the plot cover one another. */
  private static final double CROWDED = 0.5;

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
    this(
        plot.model(),
        plot.frame(),
        plot.frame().x().size() * plot.theme().markerSize() / Math.max(1, plot.area().getWidth()));
  }

  /**
   * For a plot in some frame.
   *
   * @param symbol width of a symbol in positions
   */
  Spread(ChartModel model, ChartFrame frame, double symbol) {
    this.model = model;
    this.frame = frame;
    this.symbol = symbol;
    this.whiskered = whiskered();
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
    boolean sparse = series.points().size() > FEW;
    List<ChartPoint> spaced = spaced(series, series.points(), sparse);
    return moved(series, spaced.stream().filter(p -> p.isPresent() && p.hasInterval()).toList());
  }

  /** Whether the intervals of a line are whiskers instead of a band. */
  boolean isWhiskered(ChartSeries series) {
    return whiskered.contains(series);
  }

  /** The only point of a line beside other intervals at its place, and all other points. */
  List<ChartPoint> beside(ChartSeries series, List<ChartPoint> points) {
    return series.isOnePoint() ? moved(series, points) : points;
  }

  private List<ChartPoint> moved(ChartSeries series, List<ChartPoint> points) {
    return points.stream()
        .map(p -> p.withX(frame.x().scale().value(frame.x().position(p.x()) + step(series, p))))
        .toList();
  }

  /** How far the interval at a place stands beside it, among all that are whiskers there. */
  private double step(ChartSeries series, ChartPoint p) {
    List<ChartSeries> here =
        model.series().stream()
            .filter(s -> isWhiskered(s) || (s.isOnePoint() && s.whiskers().get(0).x() == p.x()))
            .toList();
    return BESIDE * symbol * (here.indexOf(series) - (here.size() - 1) / 2.0);
  }

  /**
   * Those that do not hide the line they sit on; on a long line a few are enough, at other places
   * than on the other lines.
   */
  List<ChartPoint> spaced(ChartSeries series, List<ChartPoint> points) {
    return series.mark() == Mark.LINE ? spaced(series, points, series.isLong()) : points;
  }

  private List<ChartPoint> spaced(ChartSeries series, List<ChartPoint> points, boolean sparse) {
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
    DoubleSummaryStatistics heights = banded.stream().mapToDouble(this::height).summaryStatistics();
    boolean hidden = heights.getMax() > WIDE || heights.getSum() > CROWDED;
    return banded.size() > 1 && hidden ? banded : List.of();
  }

  /** Share of the plot's height that the intervals of a series take on average. */
  private double height(ChartSeries series) {
    return series.bands().stream()
        .flatMap(List::stream)
        .filter(p -> frame.x().holds(p.x()))
        .mapToDouble(p -> up(p.high()) - up(p.low()))
        .average()
        .orElse(0);
  }

  private double up(double value) {
    return Math.max(0, Math.min(1, frame.y().share(value)));
  }
}
