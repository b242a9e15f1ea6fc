package gmrl.app.chart;

import gmrl.meta.LogLogFit;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A named list of points and how to draw it.
 *
 * @param name text of the legend and of the data table
 * @param role what it stands for
 * @param mark line, points or bars
 * @param style colour, dashes, marker
 * @param points in drawing order; a NaN {@code y} breaks the line
 * @param note what follows the name in the legend, such as a fitted slope; may be empty
 * @param whose name of the series that it shows more of: the mean of single runs, the line whose
 *     end a point tells
 */
@RecordBuilder
public record ChartSeries(
    String name,
    Role role,
    Mark mark,
    Style style,
    List<ChartPoint> points,
    String note,
    Optional<String> whose)
    implements ChartSeriesBuilder.With {

  private static final double ROUNDING = 1e-9;

  /** Share of a value that nobody sees in a plot. */
  private static final double NEAR = 0.01;

  /** About the width of a line, as a share of a plot's height: closer curves look like one. */
  private static final double HIDDEN = 0.015;

  /** Copies the points. */
  public ChartSeries {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A chart series needs a name.");
    }
    points = List.copyOf(points);
  }

  /** A series that stands for itself. */
  public ChartSeries(
      String name, Role role, Mark mark, Style style, List<ChartPoint> points, String note) {
    this(name, role, mark, style, points, note, Optional.empty());
  }

  /**
   * An estimate drawn as a line with its band.
   *
   * @param name text of the legend
   * @param style colour, dashes, marker
   * @param points the estimate
   * @return the series
   */
  public static ChartSeries estimate(String name, Style style, List<ChartPoint> points) {
    return new ChartSeries(name, Role.ESTIMATE, Mark.LINE, style, points, "");
  }

  /**
   * A curve of another role drawn as a line.
   *
   * @param name text of the legend
   * @param role what it stands for
   * @param style colour, dashes, marker
   * @param points the curve
   * @return the series
   */
  public static ChartSeries line(String name, Role role, Style style, List<ChartPoint> points) {
    return new ChartSeries(name, role, Mark.LINE, style, points, "");
  }

  /**
   * The single runs behind a mean, with gaps between them: one line of legend for all.
   *
   * @param mean name of the mean's series
   * @param style colour, dashes
   * @param points of one run after the other
   * @return the series
   */
  public static ChartSeries singleSeeds(String mean, Style style, List<ChartPoint> points) {
    return line(singleSeedsOf(mean), Role.SINGLE_RUN, style, points).of(mean);
  }

  /** What single seeds are called whose mean has a name. */
  public static String singleSeedsOf(String mean) {
    return "single seeds, " + mean;
  }

  /**
   * Bars at category positions.
   *
   * @param name text of the legend
   * @param style colour
   * @param points x is the category's index
   * @return the series
   */
  public static ChartSeries bars(String name, Style style, List<ChartPoint> points) {
    return new ChartSeries(name, Role.ESTIMATE, Mark.BARS, style, points, "");
  }

  /**
   * The same series with its fitted log-log slope in the legend, where a fit exists. A point whose
   * interval reaches zero says nothing on a log scale and is left out.
   *
   * @return the series
   */
  public ChartSeries withSlope() {
    List<ChartPoint> clear = present().filter(p -> p.y() > 0 && p.low() > 0).toList();
    LogLogFit fit =
        LogLogFit.of(
            clear.stream().mapToDouble(ChartPoint::x).toArray(),
            clear.stream().mapToDouble(ChartPoint::y).toArray());
    String slope = String.format(Locale.ROOT, "%.2f", fit.slope()).replace('-', '−');
    return Double.isFinite(fit.slope())
        ? withNote("slope " + (slope.equals("−0.00") ? "0.00" : slope))
        : this;
  }

  /**
   * The same series as one that shows more of another.
   *
   * @param other name of the other
   * @return the series
   */
  public ChartSeries of(String other) {
    return withWhose(Optional.of(other));
  }

  /** Whether it shows more of another series. */
  boolean belongsTo(ChartSeries other) {
    return whose.filter(other.name::equals).isPresent();
  }

  /**
   * Whether it lies on another curve, so that one of them is hard to see: a kept curve, which is
   * broad, if nobody can tell the two apart where both are known, an estimate if both are the same
   * but for rounding.
   */
  public boolean coincidesWith(ChartSeries other) {
    return role == Role.KEPT
        ? liesOn(other, (p, q) -> p.isNear(q, NEAR))
        : isCoveredBy(other) && liesOn(other, (p, q) -> p.isNear(q, ROUNDING));
  }

  /** Whether it is drawn, at all of its points, where another estimate is drawn. */
  boolean isHiddenBy(ChartSeries other, Span up) {
    return isCoveredBy(other)
        && liesOn(other, (p, q) -> Math.abs(up.share(p.y()) - up.share(q.y())) < HIDDEN);
  }

  /** Whether both are estimates and the other one is known wherever this one is. */
  private boolean isCoveredBy(ChartSeries other) {
    return role == Role.ESTIMATE
        && other.role == Role.ESTIMATE
        && other.places().containsAll(places());
  }

  private Set<Double> places() {
    return present().map(ChartPoint::x).collect(Collectors.toSet());
  }

  /** Whether two lines are near one another wherever both are known. */
  private boolean liesOn(ChartSeries other, BiPredicate<ChartPoint, ChartPoint> near) {
    Map<Double, ChartPoint> there =
        other.present().collect(Collectors.toMap(ChartPoint::x, p -> p, (first, again) -> first));
    List<ChartPoint> common = present().filter(p -> there.containsKey(p.x())).toList();
    return mark == Mark.LINE
        && other.mark == Mark.LINE
        && common.size() > 1
        && common.stream().allMatch(p -> near.test(p, there.getOrDefault(p.x(), p)));
  }

  /** The points that are there. */
  Stream<ChartPoint> present() {
    return points.stream().filter(ChartPoint::isPresent);
  }

  /** The points that are there, without the gaps between them. */
  List<List<ChartPoint>> runs() {
    return runs(ChartPoint::isPresent);
  }

  private List<List<ChartPoint>> runs(Predicate<ChartPoint> which) {
    List<List<ChartPoint>> runs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= points.size(); i++) {
      if (i == points.size() || !which.test(points.get(i))) {
        if (i > start) {
          runs.add(points.subList(start, i));
        }
        start = i + 1;
      }
    }
    return runs;
  }

  /** The runs of a line between whose ends there is a band: not to where it is not drawn. */
  List<List<ChartPoint>> bands() {
    return runs(p -> p.isPresent() && p.undrawn().isEmpty()).stream()
        .filter(run -> mark == Mark.LINE && run.size() > 1)
        .filter(run -> run.stream().anyMatch(ChartPoint::hasInterval))
        .toList();
  }

  /** Whether its bands end in the line itself: they are areas, not intervals around values. */
  boolean fillsToItsLine() {
    return present().allMatch(p -> p.high() == p.y());
  }

  /** The points whose interval is drawn as a whisker: on a line those that stand alone. */
  List<ChartPoint> whiskers() {
    return runs().stream()
        .filter(run -> mark != Mark.LINE || run.size() == 1)
        .flatMap(List::stream)
        .filter(ChartPoint::hasInterval)
        .toList();
  }

  /** Whether bars must be told from others by more than their colour. */
  boolean isBarBeside(List<ChartSeries> all) {
    return mark == Mark.BARS
        && style.marker() != Style.Marker.NONE
        && all.stream().filter(s -> s.mark == Mark.BARS).count() > 1;
  }

  /** Whether both have a point at one place. */
  boolean meets(ChartSeries other) {
    return points.stream().anyMatch(a -> other.points.stream().anyMatch(b -> a.x() == b.x()));
  }

  /** Name and note. */
  public String legendText() {
    return note.isEmpty() ? name : name + "  " + note;
  }
}
