package gmrl.app.chart;

import gmrl.app.live.Standing;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** Draws chart models on any {@code Graphics2D}: screen canvas, bitmap, SVG or PDF. */
public final class ChartPainter {

  /** How much of a curve is hidden by the ground of words above it. */
  static final double VEIL = 0.8;

  private static final double DIM = 0.55;

  /** Room for any legend. */
  private static final double TALL = 1e6;

  private final PlotGeometry place;
  private final ChartModel model;
  private final ChartTheme theme;
  private final ChartFrame frame;

  /** For a chart with its legend and axes in a place. */
  ChartPainter(PlotGeometry place) {
    this.place = place;
    this.model = place.model();
    this.theme = place.theme();
    this.frame = place.frame();
  }

  /**
   * Draws a chart with its legend.
   *
   * @param model what to show
   * @param theme colours and sizes
   * @param g2 where to draw; its hints are changed
   * @param area rectangle to fill
   */
  public static void paint(ChartModel model, ChartTheme theme, Graphics2D g2, Rectangle2D area) {
    paint(new PlotGeometry(model, theme, Limits.of(model), area), true, g2);
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
    paint(new PlotGeometry(model, theme, Limits.of(model), area), false, g2);
  }

  /** Draws a chart in its place. */
  static void paint(PlotGeometry place, boolean withLegend, Graphics2D g2) {
    smooth(g2);
    PlotRenderingInfo drawn = draw(new ChartPainter(place).chart(withLegend, true), g2, place);
    place
        .model()
        .picture()
        .ifPresent(picture -> picture.paint(g2, place.theme(), drawn.getPlotArea()));
  }

  private static PlotRenderingInfo draw(JFreeChart chart, Graphics2D g2, PlotGeometry place) {
    ChartRenderingInfo drawn = new ChartRenderingInfo(null);
    chart.draw(g2, place.area(), drawn);
    return drawn.getPlotInfo();
  }

  /**
   * Height that a legend of its own needs.
   *
   * @param series what it lists
   * @param theme colours and sizes
   * @param g2 for text widths, which are those of a drawing; its hints are changed
   * @param width room
   * @return the height
   */
  public static double legendHeight(
      List<ChartSeries> series, ChartTheme theme, Graphics2D g2, double width) {
    smooth(g2);
    return new FlowLegend(series, theme)
        .arrange(g2, new RectangleConstraint(width, TALL))
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
    FlowLegend legend = new FlowLegend(series, theme);
    legend.arrange(g2, new RectangleConstraint(area.getWidth(), TALL));
    legend.draw(g2, area);
  }

  /**
   * The chart on screen, where something else says that it refines.
   *
   * @param marked whether it says that it is stale
   * @param edges fixed edges, or null to fit the labels
   */
  JFreeChart live(boolean marked, @Nullable Edges edges) {
    boolean changing =
        model.standing() == Standing.REFINING || (model.standing() == Standing.STALE && !marked);
    JFreeChart chart = chart(edges == null, !changing);
    if (edges != null) {
      AxisSpace left = new AxisSpace();
      left.setLeft(edges.left());
      AxisSpace bottom = new AxisSpace();
      bottom.setBottom(edges.bottom());
      chart.getXYPlot().setFixedRangeAxisSpace(left);
      chart.getXYPlot().setFixedDomainAxisSpace(bottom);
      chart.setPadding(new RectangleInsets(edges.top(), 0, 0, edges.right()));
      if (!edges.leads() && chart.getXYPlot().getRangeAxis() instanceof ScaledAxis axis) {
        axis.keepSilent();
      }
    }
    return chart;
  }

  /**
   * Builds the JFreeChart.
   *
   * @param marked whether a chart whose numbers are not all that was asked for says so
   */
  private JFreeChart chart(boolean withLegend, boolean marked) {
    XYPlot plot =
        new XYPlot(
            null,
            new ScaledAxis(model.x(), theme, frame.x(), Grain.of(model)),
            new ScaledAxis(model.y(), theme, frame.y(), Grain.REAL),
            null);
    Layers.put(place, plot);
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
    if (model.picture().isPresent()) {
      plot.setDomainAxis(null);
      plot.setRangeAxis(null);
    }
    for (ReferenceLine line : model.lines()) {
      if ((line.isUpright() ? frame.x() : frame.y()).holds(line.value())) {
        plot.addAnnotation(new Landmark(line, place), false);
      }
    }
    if (marked && !model.mark().isEmpty()) {
      stand(plot);
    }
    Font titleFont = ChartFonts.at(theme.titleSize());
    JFreeChart chart = new JFreeChart(null, titleFont, plot, false);
    chart.setBackgroundPaint(theme.background());
    chart.setBorderVisible(false);
    float pad = theme.fontSize() * 0.5f;
    chart.setPadding(new RectangleInsets(pad, pad, pad * 0.6, pad * 1.6));
    if (!model.title().isBlank()) {
      TextTitle title = new TextTitle(model.title(), titleFont);
      title.setPaint(theme.foreground());
      title.setTextAlignment(HorizontalAlignment.LEFT);
      title.setHorizontalAlignment(HorizontalAlignment.LEFT);
      title.setPadding(0, 0, theme.titleSize() * 0.4, 0);
      chart.addSubtitle(title);
    }
    model.surface().ifPresent(surface -> chart.addSubtitle(Shades.of(surface, theme).bar()));
    if (withLegend) {
      chart.addSubtitle(new FlowLegend(model.series(), theme));
    }
    if (model.x().isLike(model.y())) {
      square(chart);
    }
    return chart;
  }

  /** Leaves room beside the plot, or above and below it, free. */
  private void square(JFreeChart chart) {
    Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    Rectangle2D area = draw(chart, nowhere, place).getDataArea();
    double across = Math.max(0, area.getWidth() - area.getHeight()) / 2;
    double up = Math.max(0, area.getHeight() - area.getWidth()) / 2;
    chart.getXYPlot().setInsets(new RectangleInsets(up, across, up, across));
  }

  /** Says in the corner that the numbers are not all that was asked for; dims stale ones. */
  private void stand(XYPlot plot) {
    double right = frame.x().at(1);
    double top = frame.y().at(1);
    if (model.standing() == Standing.STALE) {
      Color veil = Palette.withAlpha(theme.background(), DIM);
      double left = frame.x().at(0);
      double bottom = frame.y().at(0);
      plot.addAnnotation(new XYBoxAnnotation(left, bottom, right, top, null, null, veil), false);
    }
    XYTextAnnotation words = new XYTextAnnotation(model.mark() + "   ", right, top);
    words.setTextAnchor(TextAnchor.TOP_RIGHT);
    words.setFont(ChartFonts.at(theme.fontSize()));
    words.setPaint(theme.foreground());
    words.setBackgroundPaint(Palette.withAlpha(theme.background(), VEIL));
    plot.addAnnotation(words, false);
  }

  private static void smooth(Graphics2D g2) {
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }
}
