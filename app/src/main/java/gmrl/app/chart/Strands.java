package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What a model consists of inside a frame, for screen, paper and LaTeX alike. */
final class Strands {
  /** Share of its room that a bar fills. */
  private static final double BAR = 0.92;

  private final ChartModel model;
  private final ChartFrame frame;
  private final ChartTheme theme;
  private final double floor;

  /** What bars stand on. */
  private final double base;

  private final Spread spread;

  /** In a plot that is about as wide as its area. */
  Strands(PlotGeometry plot) {
    this.model = plot.model();
    this.frame = plot.frame();
    this.theme = plot.theme();
    this.spread = new Spread(plot);
    this.base = Math.max(0, frame.floor());
    // Zooming in does not bend what lies below the picture.
    this.floor = Math.min(frame.floor(), Limits.of(model).floor());
  }

  private Strand strand(ChartSeries series, List<ChartPoint> points, double half, Look look) {
    double shift = model.shift(series);
    return new Strand(points.stream().map(p -> placed(p, shift)).toList(), half, look);
  }

  private ChartPoint placed(ChartPoint p, double shift) {
    double y = frame.has(p.y()) ? p.y() : Double.NaN;
    return new ChartPoint(
        p.x() + shift, y, Math.max(floor, p.low()), Math.max(floor, p.high()), p.trials());
  }

  /** Tiles of a surface. */
  Stream<Strand> tiles() {
    return model.surface().stream()
        .flatMap(surface -> surface.tiles(frame, Shades.of(surface, theme)).stream());
  }

  /** Intervals as areas. */
  Stream<Strand> bands(ChartSeries series) {
    Color color = theme.filling(series.style().hue());
    Look look = Look.area(Palette.withAlpha(color, theme.bandStrength(series.role())));
    return spread.bands(series).stream().map(band -> strand(series, band, 0, look));
  }

  /** Boxes that stand on zero or on the floor. */
  Stream<Strand> bars(ChartSeries series) {
    if (series.mark() != Mark.BARS) {
      return Stream.of();
    }
    List<ChartPoint> boxes =
        series.points().stream().filter(p -> frame.has(p.y())).map(this::box).toList();
    double half = model.room(series) * BAR / 2;
    return Stream.of(strand(series, boxes, half, Look.area(theme.area(series))));
  }

  private ChartPoint box(ChartPoint p) {
    return new ChartPoint(p.x(), p.y(), Math.min(base, p.y()), Math.max(base, p.y()));
  }

  /** Intervals as lines. */
  Strand whiskers(ChartSeries series) {
    BasicStroke pen = new BasicStroke(theme.lineWidth() * 0.6f);
    return strand(series, spread.whiskers(series), 0, Look.line(theme.whisker(series), pen));
  }

  /** All points of a series with its line. */
  Strand curve(ChartSeries series) {
    return strand(series, series.points(), 0, Look.of(series, theme));
  }

  /** All series from the bottom up: the first is on top. */
  List<ChartSeries> upwards() {
    List<ChartSeries> upwards = new ArrayList<>(model.series());
    Collections.reverse(upwards);
    return upwards;
  }

  /** The symbols of all series from the bottom up. */
  Stream<Strand> symbols() {
    return upwards().stream().flatMap(this::symbols);
  }

  /** Markers of a series that do not hide its line, and signs at the edges of the plot. */
  Stream<Strand> symbols(ChartSeries series) {
    List<Strand> symbols = new ArrayList<>();
    Color color = theme.color(series);
    List<ChartPoint> all = series.present().toList();
    List<ChartPoint> placed =
        spread.beside(series, all.stream().filter(p -> frame.has(p.y())).toList());
    if (isMarked(series, all.size())) {
      symbols.add(marks(series, placed, Look.symbol(series, theme)));
    }
    if (series.isBarBeside(model.series())) {
      List<ChartPoint> feet = all.stream().map(p -> ChartPoint.of(p.x(), base)).toList();
      symbols.add(marks(series, feet, Look.symbol(series, theme).lowered(-theme.markerSize())));
    }
    List<ChartPoint> ends = spread.isWhiskered(series) ? spread.whiskers(series) : placed;
    for (EdgeSigns sign : EdgeSigns.values()) {
      boolean open = sign == EdgeSigns.OPEN;
      Look look = Look.of(sign, open ? theme.whisker(series) : color, theme);
      symbols.add(marks(series, sign.of(series, open ? ends : all, frame), look));
    }
    return symbols.stream();
  }

  private static boolean isMarked(ChartSeries series, int points) {
    boolean always = points <= 1 || series.mark() == Mark.POINTS;
    return series.mark() != Mark.BARS && (always || series.style().marker() != Style.Marker.NONE);
  }

  private Strand marks(ChartSeries series, List<ChartPoint> points, Look look) {
    return strand(series, spread.spaced(series, points), 0, look);
  }
}
