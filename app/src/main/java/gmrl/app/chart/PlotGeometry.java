package gmrl.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
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

  double px(double x) {
    return area.getX() + frame.x().share(x) * area.getWidth();
  }

  double py(double y) {
    return area.getMaxY() - Math.max(-2, Math.min(3, frame.y().share(y))) * area.getHeight();
  }

  /** Pixel place of one point; values below a log axis sit on its floor. */
  Hit hit(int seriesIndex, int pointIndex) {
    ChartSeries series = model.series().get(seriesIndex);
    ChartPoint p = series.points().get(pointIndex);
    double shift = model.shift(series);
    return new Hit(
        seriesIndex, pointIndex, series, p, px(p.x() + shift), Math.min(py(p.y()), area.getMaxY()));
  }

  /** Whether a line, or a point of what is none, goes through a place. */
  boolean meets(ChartSeries series, Rectangle2D place) {
    for (List<ChartPoint> run : series.runs()) {
      double fromX = px(run.get(0).x());
      double fromY = py(run.get(0).y());
      for (ChartPoint p : run) {
        double x = px(p.x());
        double y = py(p.y());
        boolean line = series.mark() == Mark.LINE;
        if (place.intersectsLine(line ? fromX : x, line ? fromY : y, x, y)) {
          return true;
        }
        fromX = x;
        fromY = y;
      }
    }
    return false;
  }

  /** The nearest visible point, preferring closeness along x. */
  @Nullable Hit nearest(double atX, double atY) {
    if (!area.contains(atX, atY)) {
      return null;
    }
    Hit best = null;
    double bestDistance = REACH * REACH;
    for (int s = 0; s < model.series().size(); s++) {
      ChartSeries series = model.series().get(s);
      for (int i = 0; i < series.points().size(); i++) {
        if (!series.points().get(i).isPresent()) {
          continue;
        }
        Hit hit = hit(s, i);
        double dx = hit.px - atX;
        double dy = hit.py - atY;
        double penalty = series.role() == Role.SINGLE_RUN ? 2 : 1;
        double distance = (dx * dx + 0.5 * dy * dy) * penalty;
        boolean inside = hit.px >= area.getX() - 1 && hit.px <= area.getMaxX() + 1;
        if (inside && distance < bestDistance) {
          bestDistance = distance;
          best = hit;
        }
      }
    }
    return best;
  }

  /** The frame that a rectangle of pixels encloses. */
  ChartFrame select(double x1, double y1, double x2, double y2) {
    return new ChartFrame(
        frame.x().part(across(Math.min(x1, x2)), across(Math.max(x1, x2))),
        frame.y().part(up(Math.max(y1, y2)), up(Math.min(y1, y2))));
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
