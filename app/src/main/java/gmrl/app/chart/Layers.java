package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * What JFreeChart draws of a model, one upon the other: tiles, bands, bars, whiskers, lines, and
 * symbols on top.
 */
final class Layers {

  /** Share of its room that a bar fills. */
  static final double BAR = 0.92;

  private static final float SEAM = 0.5f;

  private final ChartModel model;
  private final ChartFrame frame;
  private final ChartTheme theme;
  private final XYPlot plot;
  private final double floor;
  private final Spread spread;
  private int count;

  private Layers(ChartModel model, ChartFrame frame, ChartTheme theme, double width, XYPlot plot) {
    this.model = model;
    this.frame = frame;
    this.theme = theme;
    this.plot = plot;
    this.spread = new Spread(model, frame, width / theme.markerSize());
    // Zooming in does not bend what lies below the picture.
    this.floor = Math.min(frame.floor(), Limits.of(model).floor());
  }

  /** Puts a model into a plot that shows a frame and is about so wide. */
  static void put(ChartModel model, ChartFrame frame, ChartTheme theme, double width, XYPlot plot) {
    Layers layers = new Layers(model, frame, theme, Math.max(1, width), plot);
    model.surface().ifPresent(surface -> layers.tiles(surface));
    layers.bands();
    layers.bars();
    layers.whiskers();
    layers.lines();
    layers.symbols();
  }

  private void add(XYIntervalSeriesCollection data, AbstractXYItemRenderer renderer) {
    // Without any layer JFreeChart would draw neither grid nor lines.
    if (data.getSeriesCount() == 0 && count > 0) {
      return;
    }
    // Nobody asks the picture what lies where: another layer reads points out.
    renderer.setDefaultCreateEntities(false);
    plot.setDataset(count, data);
    plot.setRenderer(count++, renderer, false);
  }

  /**
   * Points that are drawn with one pen, so far beside their places and so wide; what has no place
   * breaks a line, and what is below the floor is cut there.
   *
   * @return the number of their series
   */
  private int add(
      XYIntervalSeriesCollection data, List<ChartPoint> points, double shift, double half) {
    XYIntervalSeries strand = new XYIntervalSeries(data.getSeriesCount(), false, true);
    for (ChartPoint p : points) {
      double x = p.x() + shift;
      double y = p.isPresent() && (p.y() > 0 || floor <= 0) ? p.y() : Double.NaN;
      double low = Math.max(floor, p.low());
      strand.add(x, x - half, x + half, y, low, Math.max(floor, p.high()));
    }
    data.addSeries(strand);
    return data.getSeriesCount() - 1;
  }

  private void tiles(Surface surface) {
    XYBarRenderer renderer = flatBars();
    renderer.setUseYInterval(true);
    // Over the seams of smoothed edges.
    renderer.setDrawBarOutline(true);
    XYIntervalSeriesCollection strands = new XYIntervalSeriesCollection();
    Shades shades = Shades.of(surface, theme);
    for (Surface.Tile tile : surface.tiles(frame)) {
      ChartPoint place = new ChartPoint(tile.x(), tile.bottom(), tile.bottom(), tile.top());
      int strand = add(strands, List.of(place), 0, tile.half());
      renderer.setSeriesPaint(strand, shades.color(tile.value()));
      renderer.setSeriesOutlinePaint(strand, shades.color(tile.value()));
      renderer.setSeriesOutlineStroke(strand, new BasicStroke(SEAM));
    }
    add(strands, renderer);
  }

  private static XYBarRenderer flatBars() {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    return renderer;
  }

  private void bars() {
    XYBarRenderer renderer = flatBars();
    renderer.setBase(Math.max(0, frame.floor()));
    XYIntervalSeriesCollection strands = new XYIntervalSeriesCollection();
    for (ChartSeries series : model.series()) {
      if (series.mark() == Mark.BARS) {
        double half = model.room(series) * BAR / 2;
        int strand = add(strands, series.points(), model.shift(series), half);
        renderer.setSeriesPaint(strand, theme.area(series));
      }
    }
    add(strands, renderer);
  }

  private void bands() {
    DeviationRenderer renderer =
        new DeviationRenderer(false, false) {
          @Override
          public int getPassCount() {
            return 1;
          }
        };
    renderer.setAlpha(1);
    XYIntervalSeriesCollection strands = new XYIntervalSeriesCollection();
    for (ChartSeries series : model.series()) {
      double strength = theme.bandStrength(series.role());
      for (List<ChartPoint> band : spread.bands(series)) {
        int strand = add(strands, band, 0, 0);
        Color color = theme.filling(series.style().hue());
        renderer.setSeriesFillPaint(strand, Palette.withAlpha(color, strength));
      }
    }
    add(strands, renderer);
  }

  private void lines() {
    XYLineAndShapeRenderer renderer =
        new XYLineAndShapeRenderer(true, false) {
          /** Without the one for symbols: it would look at every point for nothing. */
          @Override
          public int getPassCount() {
            return 1;
          }
        };
    renderer.setDrawSeriesLineAsPath(true);
    XYIntervalSeriesCollection strands = new XYIntervalSeriesCollection();
    for (ChartSeries series : model.series()) {
      if (series.mark() == Mark.LINE) {
        int strand = add(strands, series.points(), 0, 0);
        renderer.setSeriesPaint(strand, theme.color(series));
        renderer.setSeriesStroke(strand, Markers.stroke(series, theme));
      }
    }
    add(strands, renderer);
  }

  private void whiskers() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultShapesVisible(false);
    renderer.setErrorStroke(new BasicStroke(theme.lineWidth() * 0.6f));
    renderer.setCapLength(theme.markerSize() * 0.8);
    XYIntervalSeriesCollection strands = new XYIntervalSeriesCollection();
    for (ChartSeries series : model.series()) {
      int strand = add(strands, spread.whiskers(series), model.shift(series), 0);
      renderer.setSeriesPaint(strand, theme.whisker(series));
    }
    add(strands, renderer);
  }

  private void symbols() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setUseFillPaint(true);
    renderer.setUseOutlinePaint(true);
    XYIntervalSeriesCollection strands = new XYIntervalSeriesCollection();
    for (ChartSeries series : model.series()) {
      symbols(series)
          .forEach(
              (symbol, points) -> {
                int strand = add(strands, spread.spaced(series, points), model.shift(series), 0);
                renderer.setSeriesShape(strand, symbol.shape());
                renderer.setSeriesShapesFilled(strand, symbol.fill() != null);
                renderer.setSeriesFillPaint(strand, symbol.fill());
                renderer.setSeriesOutlinePaint(strand, symbol.rim());
                renderer.setSeriesOutlineStroke(strand, symbol.pen());
              });
    }
    add(strands, renderer);
  }

  /** Markers of a series and signs at the edges of the plot, with where they stand. */
  private Map<Markers.Symbol, List<ChartPoint>> symbols(ChartSeries series) {
    Map<Markers.Symbol, List<ChartPoint>> symbols = new LinkedHashMap<>();
    Color color = theme.color(series);
    List<ChartPoint> all = series.points().stream().filter(ChartPoint::isPresent).toList();
    List<ChartPoint> placed = all.stream().filter(p -> frame.has(p.y())).toList();
    boolean always = all.size() <= 1 || series.mark() == Mark.POINTS;
    if (series.mark() != Mark.BARS && (always || series.style().marker() != Style.Marker.NONE)) {
      symbols.put(Markers.of(series.style().marker(), color, theme), placed);
    }
    if (series.isBarBeside(model.series())) {
      symbols.put(Markers.atFoot(series, theme), all.stream().map(this::foot).toList());
    }
    if (Double.isFinite(floor)) {
      symbols.put(Markers.belowFloor(color, theme), onFloor(all, p -> !frame.has(p.y())));
      symbols.put(
          Markers.openEnd(theme.whisker(series), theme),
          onFloor(
              spread.isWhiskered(series) ? spread.whiskers(series) : placed,
              p -> EdgeSigns.isOpen(p, frame)));
    }
    symbols.put(Markers.aboveTop(color, theme), EdgeSigns.aboveTop(series, frame));
    return symbols;
  }

  /** Where a bar stands. */
  private ChartPoint foot(ChartPoint p) {
    return ChartPoint.of(p.x(), Math.max(0, frame.floor()));
  }

  private List<ChartPoint> onFloor(List<ChartPoint> points, Predicate<ChartPoint> which) {
    return points.stream().filter(which).map(p -> ChartPoint.of(p.x(), frame.floor())).toList();
  }
}
