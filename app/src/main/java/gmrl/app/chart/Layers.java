package gmrl.app.chart;

import java.util.stream.Stream;
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
 * What JFreeChart draws of a model, one upon the other: tiles, bands, kept curves, bars, whiskers
 * and lines.
 */
final class Layers {
  private final XYPlot plot;
  private int count;

  private Layers(XYPlot plot) {
    this.plot = plot;
  }

  /** Puts a model into a plot. */
  static void put(ChartModel model, Strands strands, ChartTheme theme, XYPlot plot) {
    Layers layers = new Layers(plot);
    layers.add(strands.tiles(), boxes(true));
    layers.add(model.series().stream().flatMap(strands::bands), bands());
    layers.add(lines(model, true).map(strands::curve), lines());
    layers.add(model.series().stream().flatMap(strands::bars), boxes(false));
    layers.add(model.series().stream().map(strands::whiskers), whiskers(theme));
    layers.add(lines(model, false).map(strands::curve), lines());
  }

  private static Stream<ChartSeries> lines(ChartModel model, boolean kept) {
    return model.series().stream()
        .filter(s -> s.mark() == Mark.LINE && (s.role() == Role.KEPT) == kept);
  }

  private void add(Stream<Strand> strands, AbstractXYItemRenderer renderer) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    strands.forEach(
        strand -> {
          int i = data.getSeriesCount();
          XYIntervalSeries series = new XYIntervalSeries(i, false, true);
          for (ChartPoint p : strand.points()) {
            double half = strand.half();
            series.add(p.x(), p.x() - half, p.x() + half, p.y(), p.low(), p.high());
          }
          data.addSeries(series);
          Look look = strand.look();
          renderer.setSeriesPaint(i, look.rim());
          renderer.setSeriesStroke(i, look.pen());
          renderer.setSeriesFillPaint(i, look.fill());
          renderer.setSeriesOutlinePaint(i, look.rim());
          renderer.setSeriesOutlineStroke(i, look.pen());
        });
    // Without any layer JFreeChart would draw neither grid nor lines.
    if (data.getSeriesCount() > 0 || count == 0) {
      // Nobody asks the picture what lies where: another layer reads points out.
      renderer.setDefaultCreateEntities(false);
      plot.setDataset(count, data);
      plot.setRenderer(count++, renderer, false);
    }
  }

  private static AbstractXYItemRenderer boxes(boolean edgeToEdge) {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setUseYInterval(true);
    renderer.setDrawBarOutline(edgeToEdge);
    return renderer;
  }

  private static AbstractXYItemRenderer bands() {
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setAlpha(1);
    return renderer;
  }

  private static AbstractXYItemRenderer whiskers(ChartTheme theme) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultShapesVisible(false);
    renderer.setCapLength(theme.markerSize() * 0.8);
    return renderer;
  }

  /** In another pass every point would be looked at again for symbols that it has not. */
  private static AbstractXYItemRenderer lines() {
    XYLineAndShapeRenderer renderer =
        new XYLineAndShapeRenderer(true, false) {
          @Override
          public int getPassCount() {
            return 1;
          }
        };
    renderer.setDrawSeriesLineAsPath(true);
    return renderer;
  }
}
