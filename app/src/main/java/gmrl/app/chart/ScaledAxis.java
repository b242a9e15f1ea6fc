package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * An axis on any {@link Scale}, at the bottom or left of the plot. JFreeChart draws its line and
 * ticks; numbers and words, which may be raised, in two rows or shortened, are drawn here.
 */
@SuppressWarnings("serial")
final class ScaledAxis extends ValueAxis {

  /** A plot that is not so many letters wide keeps its width for itself. */
  private static final double NARROW = 10;

  /** From row to row of words, in their sizes. */
  private static final double ROW = 1.15;

  private final transient PlotGeometry plot;
  private final transient ChartAxis axis;
  private final transient ChartTheme theme;
  private final transient Span span;
  private final transient Grain grain;
  private final boolean level;
  private final boolean silent;

  /** Those that are drawn. */
  private transient Ticks ticks = new Ticks(List.of(), 0);

  /**
   * For one side of a plot.
   *
   * @param level whether it lies below the plot instead of beside it
   * @param silent whether its numbers stand at the same heights beside another plot
   */
  ScaledAxis(PlotGeometry plot, boolean level, boolean silent) {
    // Two axes of the same looks are still two to a plot, which keeps their ticks by axis.
    super(level ? "x" : "y", null);
    this.plot = plot;
    this.axis = plot.axis(level);
    this.theme = plot.theme();
    this.span = plot.span(level);
    this.grain = plot.grain(level);
    this.level = level;
    this.silent = silent;
    setRange(span.at(-Span.EDGE), span.at(1 + Span.EDGE));
    setTickLabelsVisible(false);
    BasicStroke pen = new BasicStroke(theme.lineWidth() * 0.5f);
    setAxisLineStroke(pen);
    setAxisLinePaint(theme.muted());
    setTickMarkStroke(pen);
    setTickMarkPaint(theme.muted());
    setTickMarkOutsideLength(tickLength());
    setMinorTickMarksVisible(true);
    setMinorTickMarkOutsideLength(tickLength() * 0.55f);
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    PlotGeometry there = plot.in(area);
    return level ? there.px(value) : there.py(value);
  }

  @Override
  public double java2DToValue(double at, Rectangle2D area, RectangleEdge edge) {
    PlotGeometry there = plot.in(area);
    return span.at(level ? there.across(at) : there.up(at));
  }

  /** What is in sight is given. */
  @Override
  protected void autoAdjustRange() {}

  @Override
  public void configure() {}

  private void tick(double length) {
    ticks = Ticks.along(plot, level, grain, length);
  }

  /** What stands at the ticks; names of categories as they fit beside one another. */
  private List<Fitted> numbers(double length) {
    Font font = ChartFonts.at(theme.fontSize());
    double each = length / span.size() - theme.fontSize() * 0.5;
    double room = axis.categories().isEmpty() ? Double.MAX_VALUE : each;
    return Fitted.alike(
        ticks.majors().stream()
            .map(tick -> Fitted.of(tick.getText() + axis.unit(), "", font, room, 2))
            .toList());
  }

  /**
   * The words at the axis: in one row below a plot, unless that would cut them, in two beside it if
   * that is wide.
   */
  private Fitted words(double width, double height) {
    Font font = ChartFonts.at(theme.labelSize());
    double room = 0.96 * (level ? width : height);
    boolean one =
        level
            ? Fitted.isOneRow(axis.label(), ticks.factor(), font, room)
            : width < NARROW * theme.fontSize();
    return Fitted.of(axis.label(), ticks.factor(), font, room, one ? 1 : 2);
  }

  @Override
  public AxisSpace reserveSpace(
      Graphics2D g2, Plot owner, Rectangle2D area, RectangleEdge edge, @Nullable AxisSpace space) {
    AxisSpace reserved = space == null ? new AxisSpace() : space;
    double length = (level ? 0.88 : 0.85) * plot.in(area).length(level);
    tick(length);
    float em = theme.fontSize();
    double numbers =
        numbers(length).stream()
            .mapToDouble(n -> level ? em * (0.15 + ROW * n.rows().size()) : n.width() + em * 0.35)
            .max()
            .orElse(0);
    // Its words may also stand below what the other axis has reserved beside the plot.
    double beside = level ? reserved.getLeft() + reserved.getRight() : 0;
    int rows = words(area.getWidth() + beside, area.getHeight()).rows().size();
    double label = axis.label().isEmpty() ? 0 : theme.labelSize() * (0.15 + ROW * rows);
    reserved.add(tickLength() + numbers + label, edge);
    return reserved;
  }

  @Override
  public AxisState draw(
      Graphics2D g2,
      double cursor,
      Rectangle2D plotArea,
      Rectangle2D dataArea,
      RectangleEdge edge,
      @Nullable PlotRenderingInfo info) {
    AxisState state = drawTickMarksAndLabels(g2, cursor, plotArea, dataArea, edge);
    g2.setPaint(theme.muted());
    if (!silent) {
      List<Ticks.Tick> majors = ticks.majors();
      List<Fitted> numbers = numbers(plot.in(dataArea).length(level));
      for (int i = 0; i < numbers.size(); i++) {
        double at = valueToJava2D(majors.get(i).getValue(), dataArea, edge);
        number(g2, numbers.get(i), at, cursor, plotArea.getMaxX());
      }
    }
    if (!axis.label().isEmpty()) {
      g2.setPaint(theme.foreground());
      label(g2, words(plotArea.getWidth(), plotArea.getHeight()), plotArea, dataArea);
    }
    return state;
  }

  private void number(Graphics2D g2, Fitted text, double at, double cursor, double edge) {
    double em = theme.fontSize();
    double half = text.width() / 2;
    if (level) {
      // The last number ends with the picture.
      double x = Math.min(at, edge + 0.7 * em - half);
      text.draw(g2, x, cursor + tickLength() + 1.05 * em, ROW * em);
    } else {
      text.draw(g2, cursor - tickLength() - 0.3 * em - half, at + 0.35 * em, 0);
    }
  }

  /** In the middle of the axis, but never cut off at the edge of the picture. */
  private void label(Graphics2D g2, Fitted words, Rectangle2D plotArea, Rectangle2D dataArea) {
    double half = words.width() / 2;
    double em = theme.labelSize();
    if (level) {
      double last = Math.max(plotArea.getCenterX(), plotArea.getMaxX() - half);
      double first = plotArea.getMaxY() - (ROW * words.rows().size() - 0.85) * em;
      words.draw(g2, Math.min(dataArea.getCenterX(), last), first, ROW * em);
      return;
    }
    double last = Math.min(dataArea.getCenterY(), plotArea.getMaxY() - half);
    AffineTransform before = g2.getTransform();
    g2.translate(plotArea.getX() + 0.9 * em, Math.max(plotArea.getY() + half, last));
    g2.rotate(-Math.PI / 2);
    words.draw(g2, 0, 0, ROW * em);
    g2.setTransform(before);
  }

  private float tickLength() {
    return theme.fontSize() * 0.35f;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public List refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    tick(plot.in(dataArea).length(level));
    return ticks.list();
  }
}
