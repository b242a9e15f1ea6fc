package gmrl.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A chart in its place: where values lie, and which point is nearest to a place.
 *
 * @param model what is shown
 * @param theme colours and sizes
 * @param frame the part in sight
 * @param area the plot, or about it while nobody knows what its axes take
 */
record PlotGeometry(ChartModel model, ChartTheme theme, ChartFrame frame, Rectangle2D area) {

  /** Farthest distance in pixels at which a point answers to the pointer. */
  private static final double REACH = 48;

  /** A point under the pointer. */
  record Hit(
      int seriesIndex,
      int pointIndex,
      ChartSeries series,
      ChartPoint point,
      double px,
      double py) {}

  /** The same chart once its plot has its place. */
  PlotGeometry in(Rectangle2D place) {
    return new PlotGeometry(model, theme, frame, place);
  }

  /** The axis below the plot, or beside it. */
  ChartAxis axis(boolean level) {
    return level ? model.x() : model.y();
  }

  /** What is in sight of it. */
  Span span(boolean level) {
    return level ? frame.x() : frame.y();
  }

  /** How long it is. */
  double length(boolean level) {
    return level ? area.getWidth() : area.getHeight();
  }

  /** What kind of numbers it has. */
  Grain grain(boolean level) {
    return level ? Grain.of(model) : Grain.REAL;
  }

  double px(double x) {
    return area.getX() + near(frame.x().share(x)) * area.getWidth();
  }

  double py(double y) {
    return area.getMaxY() - near(frame.y().share(y)) * area.getHeight();
  }

  /** Far-away points stay finite: renderers choke on huge coordinates. */
  private static double near(double share) {
    return Math.max(-40, Math.min(40, share));
  }

  /** Pixel place of one point; what lies beyond the vertical axis sits on its end. */
  Hit hit(int seriesIndex, int pointIndex) {
    ChartSeries series = model.series().get(seriesIndex);
    ChartPoint p = series.points().get(pointIndex);
    double y = Math.max(area.getY(), Math.min(py(p.y()), area.getMaxY()));
    return new Hit(seriesIndex, pointIndex, series, p, px(p.x() + model.shift(series)), y);
  }

  /** Whether there is a point in the place of one of another model. */
  boolean has(Hit old) {
    List<ChartSeries> series = model.series();
    return old.seriesIndex < series.size()
        && old.pointIndex < series.get(old.seriesIndex).points().size();
  }

  /** Whether a line, or a point of what is none, goes through a place. */
  boolean meets(ChartSeries series, Rectangle2D place) {
    for (List<ChartPoint> run : series.runs()) {
      ChartPoint from = run.get(0);
      for (ChartPoint p : run) {
        from = series.mark() == Mark.LINE ? from : p;
        if (place.intersectsLine(px(from.x()), py(from.y()), px(p.x()), py(p.y()))) {
          return true;
        }
        from = p;
      }
    }
    return false;
  }

  /** The nearest visible point, preferring closeness along x. */
  @Nullable Hit nearest(double atX, double atY) {
    return IntStream.range(0, area.contains(atX, atY) ? model.series().size() : 0)
        .boxed()
        .flatMap(
            s -> IntStream.range(0, model.series().get(s).points().size()).mapToObj(i -> hit(s, i)))
        .filter(hit -> hit.point.isPresent() && distance(hit, atX, atY) < REACH * REACH)
        .filter(hit -> hit.px >= area.getX() - 1 && hit.px <= area.getMaxX() + 1)
        .min(Comparator.comparingDouble(hit -> distance(hit, atX, atY)))
        .orElse(null);
  }

  /**
   * From a point, or from the sign where its curve leaves the plot below it, squared; a single run
   * stands back behind a mean.
   */
  private double distance(Hit hit, double atX, double atY) {
    List<ChartPoint> points = hit.series.points();
    double across =
        IntStream.of(hit.pointIndex - 1, hit.pointIndex + 1)
            .filter(i -> i >= 0 && i < points.size() && hit.series.mark() == Mark.LINE)
            .filter(i -> frame.y().share(points.get(i).y()) <= 1)
            .filter(i -> frame.y().share(hit.point.y()) > 1)
            .mapToObj(i -> EdgeSigns.cut(points.get(i), hit.point, frame))
            .flatMap(Optional::stream)
            .mapToDouble(sign -> Math.abs(px(sign.x()) - atX))
            .reduce(Math.abs(hit.px - atX), Math::min);
    double farther = hit.series.role() == Role.SINGLE_RUN ? 2 : 1;
    return farther * (across * across + 0.5 * (hit.py - atY) * (hit.py - atY));
  }

  /** The frame that a rectangle of pixels encloses. */
  ChartFrame select(double x1, double y1, double x2, double y2) {
    return frame.part(
        across(Math.min(x1, x2)),
        across(Math.max(x1, x2)),
        up(Math.max(y1, y2)),
        up(Math.min(y1, y2)));
  }

  /** Share of the horizontal axis before a pixel. */
  double across(double px) {
    return (px - area.getX()) / area.getWidth();
  }

  /** Share of the vertical axis below a pixel. */
  double up(double py) {
    return (area.getMaxY() - py) / area.getHeight();
  }
}
