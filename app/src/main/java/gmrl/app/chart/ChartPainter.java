package gmrl.app.chart;

import gmrl.app.live.Standing;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** Draws chart models on any {@code Graphics2D}: screen canvas, bitmap, SVG or PDF. Stateless. */
public final class ChartPainter {

  private ChartPainter() {}

  /**
   * Draws a chart with its legend.
   *
   * @param model what to show
   * @param theme colours and sizes
   * @param g2 where to draw; its hints are changed
   * @param area rectangle to fill
   */
  public static void paint(ChartModel model, ChartTheme theme, Graphics2D g2, Rectangle2D area) {
    paint(model, theme, Limits.of(model), g2, area);
  }

  /** Draws the part of a chart inside a frame. */
  static void paint(
      ChartModel model, ChartTheme theme, ChartFrame frame, Graphics2D g2, Rectangle2D area) {
    smooth(g2);
    chart(model, theme, frame, true, true).draw(g2, area);
  }

  /**
   * Draws a chart without a legend, for panels that share one.
   *
   * @param model what to show
   * @param theme colours and sizes
   * @param g2 where to draw; its hints are changed
   * @param area rectangle to fill
   */
  public static void paintPanel(
      ChartModel model, ChartTheme theme, Graphics2D g2, Rectangle2D area) {
    smooth(g2);
    chart(model, theme, Limits.of(model), false, true).draw(g2, area);
  }

  /**
   * Height that a legend of its own needs.
   *
   * @param series what it lists
   * @param theme colours and sizes
   * @param g2 for text widths
   * @param width room
   * @return the height
   */
  public static double legendHeight(
      List<ChartSeries> series, ChartTheme theme, Graphics2D g2, double width) {
    return new FlowLegend(series, theme)
        .arrange(g2, new RectangleConstraint(width, 1e6))
        .getHeight();
  }

  /**
   * Draws a legend of its own, for panels that share one.
   *
   * @param series what it lists
   * @param theme colours and sizes
   * @param g2 where to draw; its hints are changed
   * @param area rectangle to fill
   */
  public static void paintLegend(
      List<ChartSeries> series, ChartTheme theme, Graphics2D g2, Rectangle2D area) {
    smooth(g2);
    new FlowLegend(series, theme).draw(g2, area);
  }

  /**
   * Builds the JFreeChart that shows a model inside a frame on screen, where a progress bar says
   * that it refines.
   *
   * @param marked whether it says that it is stale
   * @param edges fixed edges, or null to fit the labels
   */
  static JFreeChart live(
      ChartModel model, ChartTheme theme, ChartFrame frame, boolean marked, @Nullable Edges edges) {
    boolean changing =
        model.standing() == Standing.REFINING || (model.standing() == Standing.STALE && !marked);
    JFreeChart chart = chart(model, theme, frame, edges == null, !changing);
    if (edges != null) {
      AxisSpace left = new AxisSpace();
      left.setLeft(edges.left());
      AxisSpace bottom = new AxisSpace();
      bottom.setBottom(edges.bottom());
      chart.getXYPlot().setFixedRangeAxisSpace(left);
      chart.getXYPlot().setFixedDomainAxisSpace(bottom);
      chart.setPadding(new RectangleInsets(edges.top(), 0, 0, edges.right()));
    }
    return chart;
  }

  /**
   * Builds the JFreeChart that shows a model inside a frame.
   *
   * @param marked whether a chart whose numbers are not all that was asked for says so
   */
  private static JFreeChart chart(
      ChartModel model, ChartTheme theme, ChartFrame frame, boolean withLegend, boolean marked) {
    XYPlot plot =
        new XYPlot(
            new ModelDataset(model),
            new ScaledAxis(
                model.x(), theme, frame.x(), frame.left(), frame.right(), Grain.of(model)),
            new ScaledAxis(model.y(), theme, frame.y(), frame.bottom(), frame.top(), Grain.REAL),
            new SeriesRenderer(theme));
    model
        .surface()
        .ifPresent(
            surface ->
                plot.getRenderer()
                    .addAnnotation(new SurfaceMark(surface, theme), Layer.BACKGROUND));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    BasicStroke hair = new BasicStroke(theme.lineWidth() * 0.45f);
    plot.setRangeGridlinePaint(theme.grid());
    plot.setRangeGridlineStroke(hair);
    plot.setDomainGridlinePaint(theme.grid());
    plot.setDomainGridlineStroke(hair);
    plot.setDomainGridlinesVisible(model.x().categories().isEmpty());
    plot.setNoDataMessage("");
    for (ReferenceLine line : model.lines()) {
      plot.addAnnotation(new ReferenceMark(line, theme), false);
    }
    if (marked && !model.mark().isEmpty()) {
      plot.addAnnotation(new StandingMark(model, theme), false);
    }
    Font titleFont = ChartFonts.at(theme.titleSize());
    JFreeChart chart = new JFreeChart(null, titleFont, plot, false);
    chart.setBackgroundPaint(theme.background());
    chart.setBorderVisible(false);
    float pad = theme.fontSize() * 0.5f;
    chart.setPadding(new RectangleInsets(pad, pad, pad * 0.6, pad * 1.6));
    if (!model.title().isBlank()) {
      chart.addSubtitle(new Heading(model.title(), theme));
    }
    model.surface().ifPresent(surface -> chart.addSubtitle(SurfaceMark.bar(surface, theme)));
    if (withLegend) {
      chart.addSubtitle(new FlowLegend(model.series(), theme));
    }
    return chart;
  }

  private static void smooth(Graphics2D g2) {
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }
}
