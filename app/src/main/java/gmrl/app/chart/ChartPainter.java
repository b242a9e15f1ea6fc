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
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** Draws chart models on any {@code Graphics2D}: screen canvas, bitmap, SVG or PDF. Stateless. */
public final class ChartPainter {

  /** How much of a curve is hidden by the ground of words above it. */
  private static final double VEIL = 0.8;

  private static final double DIM = 0.55;

  /** Size of words at a line, in sizes of tick labels. */
  static final float WORDS = 0.92f;

  /** Share of a chart's room that its plot has, about. */
  private static final double PLOT = 0.75;

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
    draw(model, theme, frame, true, g2, area);
  }

  private static void draw(
      ChartModel model,
      ChartTheme theme,
      ChartFrame frame,
      boolean withLegend,
      Graphics2D g2,
      Rectangle2D area) {
    smooth(g2);
    JFreeChart chart =
        chart(model, theme, frame, area.getWidth(), area.getHeight(), withLegend, true);
    ChartRenderingInfo drawn = new ChartRenderingInfo(null);
    chart.draw(g2, area, drawn);
    model
        .picture()
        .ifPresent(picture -> picture.paint(g2, theme, drawn.getPlotInfo().getPlotArea()));
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
    draw(model, theme, Limits.of(model), false, g2, area);
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
   * @param width room in pixels
   * @param height room in pixels
   * @param marked whether it says that it is stale
   * @param edges fixed edges, or null to fit the labels
   */
  static JFreeChart live(
      ChartModel model,
      ChartTheme theme,
      ChartFrame frame,
      double width,
      double height,
      boolean marked,
      @Nullable Edges edges) {
    boolean changing =
        model.standing() == Standing.REFINING || (model.standing() == Standing.STALE && !marked);
    JFreeChart chart = chart(model, theme, frame, width, height, edges == null, !changing);
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
      ChartModel model,
      ChartTheme theme,
      ChartFrame frame,
      double width,
      double height,
      boolean withLegend,
      boolean marked) {
    XYPlot plot =
        new XYPlot(
            null,
            new ScaledAxis(model.x(), theme, frame.x(), Grain.of(model)),
            new ScaledAxis(model.y(), theme, frame.y(), Grain.REAL),
            null);
    Layers.put(model, frame, theme, width, plot);
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
    double em = theme.fontSize() * WORDS / PLOT;
    for (ReferenceLine line : model.lines()) {
      mark(plot, line, Corner.of(line, model, frame, em / width, em / height), theme);
    }
    if (marked && !model.mark().isEmpty()) {
      stand(plot, model, frame, theme);
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
      square(chart, width, height);
    }
    return chart;
  }

  /** Leaves room beside the plot, or above and below it, free. */
  private static void square(JFreeChart chart, double width, double height) {
    ChartRenderingInfo drawn = new ChartRenderingInfo(null);
    Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    chart.draw(nowhere, new Rectangle2D.Double(0, 0, width, height), drawn);
    Rectangle2D area = drawn.getPlotInfo().getDataArea();
    double across = Math.max(0, area.getWidth() - area.getHeight()) / 2;
    double up = Math.max(0, area.getHeight() - area.getWidth()) / 2;
    chart.getXYPlot().setInsets(new RectangleInsets(up, across, up, across));
  }

  /** A thin straight line with its words where they are crossed least. */
  private static void mark(XYPlot plot, ReferenceLine line, Corner corner, ChartTheme theme) {
    float unit = theme.lineWidth();
    float[] dots = {1.5f * unit, 1.5f * unit};
    BasicStroke stroke =
        new BasicStroke(unit * 0.55f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dots, 0);
    ValueMarker marker = new ValueMarker(line.value(), theme.muted(), stroke);
    if (!line.label().isEmpty()) {
      marker.setLabel(line.label());
      marker.setLabelFont(ChartFonts.at(theme.fontSize() * WORDS));
      marker.setLabelPaint(theme.muted());
      marker.setLabelBackgroundColor(Palette.withAlpha(theme.background(), VEIL));
      double gap = theme.fontSize() * 0.35;
      marker.setLabelOffset(new RectangleInsets(gap, gap, gap, gap));
    }
    boolean upright = line.axis() == ReferenceLine.Axis.X;
    boolean top = upright || corner.above();
    marker.setLabelAnchor(
        corner.right()
            ? (top ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.BOTTOM_RIGHT)
            : (top ? RectangleAnchor.TOP_LEFT : RectangleAnchor.BOTTOM_LEFT));
    // Words at an end of a level line reach inwards, beside an upright one outwards.
    marker.setLabelTextAnchor(
        corner.right() == upright
            ? (corner.above() ? TextAnchor.BOTTOM_LEFT : TextAnchor.TOP_LEFT)
            : (corner.above() ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_RIGHT));
    if (upright) {
      plot.addDomainMarker(marker);
    } else {
      plot.addRangeMarker(marker);
    }
  }

  /** Says in the corner that the numbers are not all that was asked for; dims stale ones. */
  private static void stand(XYPlot plot, ChartModel model, ChartFrame frame, ChartTheme theme) {
    double left = frame.x().at(0);
    double right = frame.x().at(1);
    double top = frame.y().at(1);
    if (model.standing() == Standing.STALE) {
      Color veil = Palette.withAlpha(theme.background(), DIM);
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
