package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/** An axis on any {@link Scale}, at the bottom or left of the plot. */
@SuppressWarnings("serial")
final class ScaledAxis extends ValueAxis {

  /** What lies on the edge counts as inside, whatever rounding says. */
  private static final double EDGE = 1e-9;

  /** A plot that is not so many letters wide keeps its width for itself. */
  private static final double NARROW = 10;

  /** So many numbers tell how an axis counts. */
  private static final int ENOUGH = 3;

  /** Numbers stand closer by such steps, up to so many times as close as usual. */
  private static final double CLOSER = 1.3;

  private static final double CLOSEST = 3;

  /** Between two numbers, in sizes of type. */
  private static final double GAP = 0.5;

  private final transient ChartAxis axis;
  private final transient ChartTheme theme;
  private final transient Span span;
  private final transient Grain grain;

  /** How many rows there is room for in what is beside or below the plot. */
  private int rows = 1;

  private boolean silent;

  ScaledAxis(ChartAxis axis, ChartTheme theme, Span span, Grain grain) {
    super(axis.label(), null);
    this.axis = axis;
    this.theme = theme;
    this.span = span;
    this.grain = grain;
    setRange(new Range(span.at(-EDGE), span.at(1 + EDGE)), false, false);
  }

  /** Draws its ticks without their numbers, which stand at the same heights beside it. */
  void keepSilent() {
    silent = true;
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    // Far-away points stay finite: renderers choke on huge coordinates.
    double share = Math.max(-40, Math.min(40, span.share(value)));
    return RectangleEdge.isTopOrBottom(edge)
        ? area.getX() + share * area.getWidth()
        : area.getMaxY() - share * area.getHeight();
  }

  @Override
  public double java2DToValue(double java2D, Rectangle2D area, RectangleEdge edge) {
    double share =
        RectangleEdge.isTopOrBottom(edge)
            ? (java2D - area.getX()) / area.getWidth()
            : (area.getMaxY() - java2D) / area.getHeight();
    return span.at(share);
  }

  /** A plot keeps the ticks of its axes by axis: two of the same looks are still two. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public void configure() {}

  @Override
  protected void autoAdjustRange() {}

  private Ticks ticks(double length, boolean horizontal) {
    double label = horizontal ? (span.scale() instanceof Scale.Linear ? 3.2 : 3) : 1.9;
    double room = length / (theme.fontSize() * label);
    Ticks usual = Ticks.of(axis, span, room, grain);
    if (usual.majors() >= ENOUGH) {
      return usual;
    }
    // Two numbers hardly tell how an axis counts: closer ones, where they are short enough.
    for (double more = CLOSER; more <= CLOSEST; more *= CLOSER) {
      Ticks closer = Ticks.of(axis, span, room * more, grain);
      if (closer.majors() >= ENOUGH && fits(closer, length, horizontal)) {
        return closer;
      }
    }
    return usual;
  }

  /** Whether numbers stand clear of one another. */
  private boolean fits(Ticks ticks, double length, boolean horizontal) {
    double end = Double.NEGATIVE_INFINITY;
    for (Ticks.Tick tick : ticks.list()) {
      if (tick.isMajor()) {
        double size =
            horizontal ? ChartFonts.width(text(tick), theme.fontSize()) : theme.fontSize();
        double begin = length * span.share(tick.value()) - size / 2;
        if (begin < end) {
          return false;
        }
        end = begin + size + GAP * theme.fontSize();
      }
    }
    return true;
  }

  private String text(Ticks.Tick tick) {
    return tick.isMajor() ? tick.label() + axis.unit() : "";
  }

  @Override
  public AxisSpace reserveSpace(
      Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, @Nullable AxisSpace space) {
    AxisSpace reserved = space == null ? new AxisSpace() : space;
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    double label = axis.label().isEmpty() ? 0 : theme.labelSize() * 1.3;
    if (horizontal) {
      rows = axis.categories().isEmpty() ? 1 : 2;
      int high =
          names(g2, 0.88 * area.getWidth()).stream().mapToInt(n -> n.rows().size()).max().orElse(1);
      reserved.add(tickLength() + theme.fontSize() * (0.15 + 1.15 * high) + label, edge);
      return reserved;
    }
    rows = area.getWidth() < NARROW * theme.fontSize() ? 1 : 2;
    Ticks ticks = ticks(area.getHeight() * 0.85, false);
    if (label > 0) {
      int more = beside(g2, ticks, area.getHeight()).rows().size() - 1;
      label += more * theme.labelSize() * 1.15;
    }
    Font font = ChartFonts.at(theme.fontSize());
    double widest =
        ticks.list().stream()
            .mapToDouble(tick -> MathText.of(text(tick)).width(g2, font))
            .max()
            .orElse(0);
    reserved.add(widest + tickLength() + theme.fontSize() * 0.35 + label, edge);
    return reserved;
  }

  /** The names of categories, as they fit beside one another. */
  private List<Fitted> names(Graphics2D g2, double length) {
    Font font = ChartFonts.at(theme.fontSize());
    double room = length / span.size() - theme.fontSize() * 0.5;
    return Fitted.alike(
        axis.categories().stream()
            .map(name -> Fitted.of(g2, name + axis.unit(), "", font, room, rows))
            .toList());
  }

  /** The words at an axis beside a plot: not longer than it, or else whole if they can be. */
  private Fitted beside(Graphics2D g2, Ticks ticks, double height) {
    Fitted along = fitted(g2, ticks, upright(height), rows);
    return along.isWhole(g2, upright(height)) ? along : fitted(g2, ticks, 0.96 * height, rows);
  }

  private Fitted fitted(Graphics2D g2, Ticks ticks, double length, int most) {
    Font font = ChartFonts.at(theme.labelSize());
    return Fitted.of(g2, axis.label(), ticks.factor(), font, length, most);
  }

  /** Length of an axis beside a plot that has another one below. */
  private double upright(double height) {
    return height - tickLength() - 1.3 * (theme.fontSize() + theme.labelSize());
  }

  @Override
  public AxisState draw(
      Graphics2D g2,
      double cursor,
      Rectangle2D plotArea,
      Rectangle2D dataArea,
      RectangleEdge edge,
      @Nullable PlotRenderingInfo info) {
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    Ticks ticks = ticks(horizontal ? dataArea.getWidth() : dataArea.getHeight(), horizontal);
    AxisState state = new AxisState(cursor);
    g2.setStroke(new BasicStroke(theme.lineWidth() * 0.5f));
    g2.setPaint(theme.muted());
    g2.draw(
        horizontal
            ? new Line2D.Double(dataArea.getX(), cursor, dataArea.getMaxX(), cursor)
            : new Line2D.Double(cursor, dataArea.getY(), cursor, dataArea.getMaxY()));
    List<NumberTick> grid = new ArrayList<>();
    for (Ticks.Tick tick : ticks.list()) {
      double at = valueToJava2D(tick.value(), dataArea, edge);
      double length = tick.isMajor() ? tickLength() : tickLength() * 0.55;
      g2.draw(
          horizontal
              ? new Line2D.Double(at, cursor, at, cursor + length)
              : new Line2D.Double(cursor - length, at, cursor, at));
      if (tick.isMajor()) {
        grid.add(new NumberTick(tick.value(), "", TextAnchor.CENTER, TextAnchor.CENTER, 0));
      }
    }
    state.setTicks(grid);
    if (horizontal) {
      below(g2, ticks, cursor, plotArea, dataArea);
    } else {
      beside(g2, ticks, cursor, plotArea, dataArea);
    }
    return state;
  }

  private void below(
      Graphics2D g2, Ticks ticks, double cursor, Rectangle2D plotArea, Rectangle2D dataArea) {
    Font font = ChartFonts.at(theme.fontSize());
    double lastEnd = Double.NEGATIVE_INFINITY;
    double most = plotArea.getMaxX() + theme.fontSize() * 0.7;
    double base = cursor + tickLength() + theme.fontSize() * 1.05;
    List<Fitted> names = names(g2, dataArea.getWidth());
    for (Ticks.Tick tick : ticks.list()) {
      double at = valueToJava2D(tick.value(), dataArea, RectangleEdge.BOTTOM);
      Fitted text =
          names.isEmpty()
              ? new Fitted(List.of(MathText.of(text(tick))), font)
              : names.get((int) tick.value());
      double half = text.width(g2) / 2;
      if (tick.isMajor() && at - half > lastEnd) {
        // The last number ends with the picture.
        double x = names.isEmpty() ? Math.min(at, most - half) : at;
        text.draw(g2, x, base, theme.fontSize() * 1.15);
        lastEnd = at + half + (names.isEmpty() ? theme.fontSize() * 0.4 : 0);
      }
    }
    if (!axis.label().isEmpty()) {
      g2.setPaint(theme.foreground());
      // In one row, whatever the names above it take.
      Fitted words = fitted(g2, ticks, 0.96 * plotArea.getWidth(), 1);
      // Centred under the plot, but never cut off at the edge.
      double rightmost = plotArea.getMaxX() - words.width(g2) / 2;
      double x = Math.min(dataArea.getCenterX(), Math.max(plotArea.getCenterX(), rightmost));
      words.draw(g2, x, plotArea.getMaxY() - theme.labelSize() * 0.3, 0);
    }
  }

  private void beside(
      Graphics2D g2, Ticks ticks, double cursor, Rectangle2D plotArea, Rectangle2D dataArea) {
    Font font = ChartFonts.at(theme.fontSize());
    double end = cursor - tickLength() - theme.fontSize() * 0.3;
    for (Ticks.Tick tick : silent ? List.<Ticks.Tick>of() : ticks.list()) {
      double at = valueToJava2D(tick.value(), dataArea, RectangleEdge.LEFT);
      MathText text = MathText.of(text(tick));
      text.draw(g2, font, end - text.width(g2, font), at + theme.fontSize() * 0.35);
    }
    if (!axis.label().isEmpty()) {
      g2.setPaint(theme.foreground());
      Fitted words = beside(g2, ticks, plotArea.getHeight());
      double half = words.width(g2) / 2;
      double lowest = plotArea.getMaxY() - half;
      double y = Math.max(plotArea.getY() + half, Math.min(dataArea.getCenterY(), lowest));
      AffineTransform before = g2.getTransform();
      g2.translate(plotArea.getX() + theme.labelSize() * 0.9, y);
      g2.rotate(-Math.PI / 2);
      words.draw(g2, 0, 0, theme.labelSize() * 1.15);
      g2.setTransform(before);
    }
  }

  private double tickLength() {
    return theme.fontSize() * 0.35;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public List refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    return state.getTicks();
  }
}
