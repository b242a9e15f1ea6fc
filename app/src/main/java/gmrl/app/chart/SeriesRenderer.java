package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** Draws whole series: first all intervals and bars, then all lines, then all markers. */
@SuppressWarnings("serial")
final class SeriesRenderer extends AbstractXYItemRenderer {

  /** Share of the room of one category that its group of bars fills. */
  private static final double GROUP = 0.78;

  private final transient ChartTheme theme;

  SeriesRenderer(ChartTheme theme) {
    this.theme = theme;
  }

  @Override
  public int getPassCount() {
    return 3;
  }

  @Override
  public XYItemRendererState initialise(
      Graphics2D g2,
      Rectangle2D dataArea,
      XYPlot plot,
      XYDataset data,
      @Nullable PlotRenderingInfo info) {
    XYItemRendererState state = super.initialise(g2, dataArea, plot, data, info);
    state.setProcessVisibleItemsOnly(false);
    return state;
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      XYItemRendererState state,
      Rectangle2D dataArea,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      XYDataset dataset,
      int index,
      int item,
      CrosshairState crosshair,
      int pass) {
    ModelDataset data = (ModelDataset) dataset;
    ChartSeries series = data.series(index);
    Canvas canvas = new Canvas(g2, dataArea, domainAxis, rangeAxis);
    switch (series.mark()) {
      case LINE -> {
        if (pass == 0) {
          band(canvas, series);
        } else if (pass == 1) {
          line(canvas, series);
        } else {
          markers(canvas, series, 0, true);
          cuts(canvas, series);
        }
      }
      case POINTS -> {
        double shift = shift(data.model(), series);
        if (pass == 1) {
          whiskers(canvas, series, shift);
        } else if (pass == 2) {
          markers(canvas, series, shift, false);
        }
      }
      case BARS -> {
        double shift = shift(data.model(), series);
        if (pass == 0) {
          bars(canvas, series, shift, GROUP / group(data.model(), series).size());
        } else if (pass == 2) {
          whiskers(canvas, series, shift);
        }
      }
    }
  }

  /** Where to draw: values to coordinates. */
  private record Canvas(Graphics2D g2, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis) {
    double x(double value) {
      return xAxis.valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    double y(double value) {
      return yAxis.valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    /** Whether a value has a place: false for values at or below zero on a log axis. */
    boolean places(double value) {
      return Double.isFinite(value) && y(value) < area.getMaxY() + 30 * area.getHeight();
    }
  }

  private void band(Canvas canvas, ChartSeries series) {
    List<ChartPoint> points = series.points();
    Color color = theme.color(series.style().hue());
    double strength = series.role() == Role.PINNED ? 0.08 : theme.onDark() ? 0.22 : 0.17;
    canvas.g2.setPaint(Palette.withAlpha(color, strength));
    int start = 0;
    while (start < points.size()) {
      int end = start;
      boolean wide = false;
      while (end < points.size() && points.get(end).isPresent()) {
        wide |= points.get(end).hasInterval();
        end++;
      }
      if (wide && end - start > 1) {
        Path2D path = new Path2D.Double();
        path.moveTo(canvas.x(points.get(start).x()), canvas.y(points.get(start).high()));
        for (int i = start + 1; i < end; i++) {
          path.lineTo(canvas.x(points.get(i).x()), canvas.y(points.get(i).high()));
        }
        for (int i = end - 1; i >= start; i--) {
          path.lineTo(canvas.x(points.get(i).x()), canvas.y(points.get(i).low()));
        }
        path.closePath();
        canvas.g2.fill(path);
      } else if (wide) {
        whisker(canvas, points.get(start), 0, color);
      }
      start = end + 1;
    }
  }

  private void line(Canvas canvas, ChartSeries series) {
    Path2D path = new Path2D.Double();
    boolean open = false;
    for (ChartPoint p : series.points()) {
      boolean drawn = p.isPresent() && canvas.places(p.y());
      if (drawn && open) {
        path.lineTo(canvas.x(p.x()), canvas.y(p.y()));
      } else if (drawn) {
        path.moveTo(canvas.x(p.x()), canvas.y(p.y()));
      }
      open = drawn;
    }
    canvas.g2.setPaint(theme.color(series));
    canvas.g2.setStroke(Markers.stroke(series, theme));
    canvas.g2.draw(path);
  }

  /** Where the upper edge cuts a curve off, unless it may leave the picture anyway. */
  private void cuts(Canvas canvas, ChartSeries series) {
    if (series.role() != Role.ESTIMATE && series.role() != Role.EXACT) {
      return;
    }
    double top = canvas.area.getMinY();
    List<ChartPoint> points = series.points();
    for (int i = 1; i < points.size(); i++) {
      ChartPoint a = points.get(i - 1);
      ChartPoint b = points.get(i);
      if (a.isPresent() && b.isPresent()) {
        double ya = canvas.y(a.y());
        double yb = canvas.y(b.y());
        if (ya < top - 1 != yb < top - 1) {
          double share = (top - ya) / (yb - ya);
          double x = canvas.x(a.x()) + share * (canvas.x(b.x()) - canvas.x(a.x()));
          if (x >= canvas.area.getMinX() && x <= canvas.area.getMaxX()) {
            Markers.aboveTop(canvas.g2, x, top, theme.color(series), theme);
          }
        }
      }
    }
  }

  private void markers(Canvas canvas, ChartSeries series, double shift, boolean thin) {
    Color color = theme.color(series);
    double floor = canvas.area.getMaxY();
    double last = Double.NEGATIVE_INFINITY;
    boolean always = series.points().size() <= 1;
    for (ChartPoint p : series.points()) {
      if (!p.isPresent()) {
        continue;
      }
      double x = canvas.x(p.x() + shift);
      if (!canvas.places(p.y())) {
        Markers.belowFloor(canvas.g2, x, floor, color, theme);
        continue;
      }
      // Crowded markers hide the line they sit on.
      if (always || !thin || Math.abs(x - last) >= 2.2 * theme.markerSize()) {
        Style.Marker marker = series.style().marker();
        Markers.draw(
            canvas.g2,
            marker == Style.Marker.NONE && (always || !thin) ? Style.Marker.CIRCLE : marker,
            x,
            canvas.y(p.y()),
            color,
            theme);
        last = x;
      }
    }
  }

  private void bars(Canvas canvas, ChartSeries series, double shift, double width) {
    Color color = theme.color(series);
    double base = Math.min(canvas.area.getMaxY(), canvas.y(0));
    for (ChartPoint p : series.points()) {
      if (p.isPresent()) {
        double left = canvas.x(p.x() + shift - width * 0.46);
        double right = canvas.x(p.x() + shift + width * 0.46);
        double end = canvas.y(p.y());
        canvas.g2.setPaint(Palette.mix(color, theme.background(), 0.25));
        canvas.g2.fill(
            new Rectangle2D.Double(left, Math.min(base, end), right - left, Math.abs(end - base)));
      }
    }
  }

  private void whiskers(Canvas canvas, ChartSeries series, double shift) {
    Color color =
        series.mark() == Mark.BARS
            ? Palette.mix(theme.color(series), theme.foreground(), 0.45)
            : theme.color(series);
    for (ChartPoint p : series.points()) {
      if (p.isPresent() && p.hasInterval()) {
        whisker(canvas, p, shift, color);
      }
    }
  }

  private void whisker(Canvas canvas, ChartPoint p, double shift, Color color) {
    double x = canvas.x(p.x() + shift);
    double low = canvas.y(p.low());
    double high = canvas.y(p.high());
    double cap = theme.markerSize() * 0.4;
    canvas.g2.setPaint(color);
    canvas.g2.setStroke(new BasicStroke(theme.lineWidth() * 0.6f));
    canvas.g2.draw(new Line2D.Double(x, low, x, high));
    canvas.g2.draw(new Line2D.Double(x - cap, low, x + cap, low));
    canvas.g2.draw(new Line2D.Double(x - cap, high, x + cap, high));
  }

  /** The series of the same kind that share a category with one, itself among them. */
  private static List<ChartSeries> group(ChartModel model, ChartSeries series) {
    Set<Double> places = places(series);
    return model.series().stream()
        .filter(s -> s.mark() == series.mark())
        .filter(s -> s.equals(series) || !Collections.disjoint(places, places(s)))
        .toList();
  }

  private static Set<Double> places(ChartSeries series) {
    return series.points().stream().map(ChartPoint::x).collect(Collectors.toSet());
  }

  /** Side step of a series among those of the same kind that share a category. */
  static double shift(ChartModel model, ChartSeries series) {
    boolean sideBySide =
        series.mark() == Mark.BARS
            || (series.mark() == Mark.POINTS && !model.x().categories().isEmpty());
    if (!sideBySide) {
      return 0;
    }
    List<ChartSeries> group = group(model, series);
    return GROUP * ((group.indexOf(series) + 0.5) / group.size() - 0.5);
  }
}
