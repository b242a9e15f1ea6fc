package gmrl.app.chart;

import static java.awt.RenderingHints.KEY_FRACTIONALMETRICS;
import static java.awt.RenderingHints.VALUE_FRACTIONALMETRICS_ON;

import gmrl.app.live.Standing;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** Draws chart models on any {@code Graphics2D}: screen canvas, bitmap, SVG or PDF. */
public final class ChartPainter {

  /** How much of a curve is hidden by the ground of words above it. */
  private static final double VEIL = 0.8;

  private static final double DIM = 0.55;

  /** Height of a title with the room below it, in its own size. */
  private static final double TITLE = 1.55;

  private final PlotGeometry place;
  private final ChartModel model;
  private final ChartTheme theme;
  private final ChartFrame frame;
  private final Strands strands;

  /** For a chart with its legend and axes in a place. */
  ChartPainter(PlotGeometry place) {
    this.place = place;
    this.model = place.model();
    this.theme = place.theme();
    this.frame = place.frame();
    this.strands = new Strands(place);
  }

  /**
   * Draws a chart.
   *
   * @param model what to show
   * @param theme colours and sizes
   * @param withLegend whether with a legend, which panels may share
   * @param g2 where to draw; its hints are changed
   * @param area rectangle to fill
   */
  public static void paint(
      ChartModel model, ChartTheme theme, boolean withLegend, Graphics2D g2, Rectangle2D area) {
    paint(new PlotGeometry(model, theme, Limits.of(model), area), withLegend, g2);
  }

  /**
   * Draws a chart without its legend in a row of others.
   *
   * @param above room above its plot beyond what it needs itself, so that plots of a row line up
   * @param below the same below its axis
   */
  public static void paint(
      ChartModel model,
      ChartTheme theme,
      Graphics2D g2,
      Rectangle2D area,
      double above,
      double below) {
    new ChartPainter(new PlotGeometry(model, theme, Limits.of(model), area))
        .draw(g2, 0, true, null, new RectangleInsets(above, 0, below, 0));
  }

  /** Whether the plot of a chart can begin and end where others do. */
  public static boolean isInLine(ChartModel model) {
    return model.picture().isEmpty() && model.surface().isEmpty() && !model.x().isLike(model.y());
  }

  /** Where the plot of a chart without its legend lies, if nothing else is in its row. */
  public static Rectangle2D plot(ChartModel model, ChartTheme theme, Rectangle2D area) {
    PlotGeometry bare =
        new PlotGeometry(model.withSeries(List.of()), theme, Limits.of(model), area);
    return draw(new ChartPainter(bare).chart(null, RectangleInsets.ZERO_INSETS), nowhere(), area)
        .getDataArea();
  }

  /** Draws a chart in its place. */
  static void paint(PlotGeometry place, boolean withLegend, Graphics2D g2) {
    double legend = withLegend ? FlowLegend.ON_PAPER : 0;
    new ChartPainter(place).draw(g2, legend, true, null, RectangleInsets.ZERO_INSETS);
  }

  /**
   * Draws the chart on screen, where something else says that it refines.
   *
   * @param marked whether it says that it is stale
   * @param edges fixed edges, or null to fit the labels
   * @return where the plot is
   */
  Rectangle2D live(Graphics2D g2, boolean marked, @Nullable Edges edges) {
    boolean changing =
        model.standing().isUnderWay() || (model.standing() == Standing.STALE && !marked);
    double legend = edges == null ? FlowLegend.ON_SCREEN : 0;
    return draw(g2, legend, !changing, edges, RectangleInsets.ZERO_INSETS);
  }

  /**
   * Draws all of it.
   *
   * @param share of the height that a legend may take; 0 for none
   * @param beyond room around the plot beyond what it needs itself
   */
  private Rectangle2D draw(
      Graphics2D g2, double share, boolean marked, @Nullable Edges edges, RectangleInsets beyond) {
    Rectangle2D area = place.area();
    g2.setPaint(theme.background());
    g2.fill(area);
    JFreeChart chart = chart(edges, beyond);
    RectangleInsets rim = chart.getPadding();
    double title = model.title().isBlank() ? 0 : TITLE * theme.titleSize();
    double room = rim.trimHeight(area.getHeight()) - title;
    double wide = rim.trimWidth(area.getWidth());
    List<ChartSeries> listed = share > 0 ? FlowLegend.entriesOf(model, frame) : List.of();
    FlowLegend legend = new FlowLegend(listed, theme, wide, room, share);
    Rectangle2D upper = area.getBounds2D();
    upper.setRect(area.getX(), area.getY(), area.getWidth(), area.getHeight() - legend.height());
    if (model.x().isLike(model.y())) {
      chart.getXYPlot().setInsets(square(chart, upper));
    }
    PlotRenderingInfo drawn = draw(chart, g2, upper);
    legend.draw(g2, area.getX() + rim.getLeft(), upper.getMaxY() - rim.getBottom());
    model.picture().ifPresent(picture -> picture.paint(g2, theme, drawn.getPlotArea()));
    PlotGeometry plot = place.in(drawn.getDataArea());
    strands.symbols().forEach(each -> symbols(g2, plot, each));
    model.lines().forEach(line -> words(g2, line, plot));
    if (marked && !model.mark().isEmpty()) {
      stand(g2, plot.area());
    }
    return plot.area();
  }

  private static PlotRenderingInfo draw(JFreeChart chart, Graphics2D g2, Rectangle2D area) {
    ChartRenderingInfo drawn = new ChartRenderingInfo(null);
    chart.draw(g2, area, drawn);
    return drawn.getPlotInfo();
  }

  /**
   * Title, axes, grid and what the model holds.
   *
   * @param beyond room around the plot beyond what it needs itself
   */
  private JFreeChart chart(@Nullable Edges edges, RectangleInsets beyond) {
    boolean follows = edges != null && !edges.leads();
    XYPlot plot =
        new XYPlot(
            null, new ScaledAxis(place, true, false), new ScaledAxis(place, false, follows), null);
    Layers.put(model, strands, theme, plot);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(beyond);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    BasicStroke hair = new BasicStroke(theme.lineWidth() * 0.45f);
    plot.setRangeGridlinePaint(theme.grid());
    plot.setRangeGridlineStroke(hair);
    plot.setDomainGridlinePaint(theme.grid());
    plot.setDomainGridlineStroke(hair);
    plot.setDomainGridlinesVisible(model.x().categories().isEmpty());
    for (ReferenceLine line : model.lines()) {
      Look look = Look.of(line, theme);
      ValueMarker marker = new ValueMarker(line.value(), look.rim(), look.pen());
      marker.setAlpha(1);
      Layer layer = line.cursor() ? Layer.BACKGROUND : Layer.FOREGROUND;
      if (line.isUpright()) {
        plot.addDomainMarker(marker, layer);
      } else {
        plot.addRangeMarker(marker, layer);
      }
    }
    if (model.picture().isPresent()) {
      plot.setDomainAxis(null);
      plot.setRangeAxis(null);
    }
    Font font = ChartFonts.at(theme.titleSize());
    JFreeChart chart = new JFreeChart(null, font, plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    // JFreeChart itself asks for smooth edges and exact strokes.
    chart.getRenderingHints().put(KEY_FRACTIONALMETRICS, VALUE_FRACTIONALMETRICS_ON);
    float pad = theme.fontSize() * 0.5f;
    chart.setPadding(new RectangleInsets(pad, pad, pad * 0.6, pad * 1.6));
    if (edges != null) {
      AxisSpace fixed = new AxisSpace();
      fixed.setLeft(edges.left());
      fixed.setBottom(edges.bottom());
      plot.setFixedRangeAxisSpace(fixed);
      plot.setFixedDomainAxisSpace(fixed);
      chart.setPadding(new RectangleInsets(edges.top(), 0, 0, edges.right()));
    }
    if (!model.title().isBlank()) {
      TextTitle title = new TextTitle(model.title(), font);
      title.setPaint(theme.foreground());
      title.setTextAlignment(HorizontalAlignment.LEFT);
      title.setHorizontalAlignment(HorizontalAlignment.LEFT);
      title.setPadding(0, 0, theme.titleSize() * 0.4, 0);
      chart.addSubtitle(title);
    }
    model.surface().ifPresent(surface -> chart.addSubtitle(Shades.of(surface, theme).bar()));
    return chart;
  }

  /** Leaves room beside the plot, or above and below it, free. */
  private static RectangleInsets square(JFreeChart chart, Rectangle2D place) {
    Rectangle2D area = draw(chart, nowhere(), place).getDataArea();
    double across = Math.max(0, area.getWidth() - area.getHeight()) / 2;
    double up = Math.max(0, area.getHeight() - area.getWidth()) / 2;
    return new RectangleInsets(up, across, up, across);
  }

  /** Symbols of points in sight, which the edge of the plot does not cut. */
  private void symbols(Graphics2D g2, PlotGeometry plot, Strand symbols) {
    for (ChartPoint p : symbols.points()) {
      if (frame.x().holds(p.x()) && frame.y().holds(p.y())) {
        symbols.look().draw(g2, plot.px(p.x()), plot.py(p.y()));
      }
    }
  }

  private static Graphics2D nowhere() {
    return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
  }

  /** What a line in sight is called. */
  private void words(Graphics2D g2, ReferenceLine whole, PlotGeometry plot) {
    ReferenceLine line = Corner.fitting(whole, plot);
    if (frame.holds(line) && !line.label().isEmpty()) {
      over(g2, line.label(), theme.muted(), Corner.of(line, plot).box());
    }
  }

  /** Says in the corner that the numbers are not all that was asked for; dims stale ones. */
  private void stand(Graphics2D g2, Rectangle2D plot) {
    if (model.standing() == Standing.STALE) {
      g2.setPaint(Palette.withAlpha(theme.background(), DIM));
      g2.fill(plot);
    }
    String words = model.mark() + "   ";
    double wide = ChartFonts.width(words, theme.fontSize());
    // In a narrow plot smaller ones, that they are not cut off at the edge of the paper.
    double fit = Fitted.share(wide, plot.getMaxX() - place.area().getX());
    double left = plot.getMaxX() - fit * wide;
    Rectangle2D box = new Rectangle2D.Double(left, plot.getY(), fit * wide, fit * theme.fontSize());
    over(g2, words, theme.foreground(), box);
  }

  /** Words on a ground that hides most of the curves below it. */
  private void over(Graphics2D g2, String words, Color ink, Rectangle2D box) {
    float em = (float) box.getHeight();
    g2.setPaint(Palette.withAlpha(theme.background(), VEIL));
    g2.fill(new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), em + 2));
    g2.setPaint(ink);
    MathText.of(words).draw(g2, ChartFonts.at(em), box.getX(), box.getY() + 0.86 * em);
  }
}
