package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
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
  private static final double NARROW = 14;

  private final transient ChartAxis axis;
  private final transient ChartTheme theme;
  private final transient Scale scale;
  private final double from;
  private final double to;
  private final transient Grain grain;

  /** How many rows there is room for in what is beside or below the plot. */
  private int rows = 1;

  ScaledAxis(ChartAxis axis, ChartTheme theme, Scale scale, double from, double to, Grain grain) {
    super(axis.label(), null);
    this.axis = axis;
    this.theme = theme;
    this.scale = scale;
    this.from = from;
    this.to = to;
    this.grain = grain;
    double edge = EDGE * (to - from);
    setRange(new Range(scale.value(from - edge), scale.value(to + edge)), false, false);
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    double share = (scale.position(value) - from) / (to - from);
    // Far-away points stay finite: renderers choke on huge coordinates.
    share = Math.max(-40, Math.min(40, share));
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
    return scale.value(from + share * (to - from));
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
    if (!axis.categories().isEmpty()) {
      return Ticks.categories(axis.categories());
    }
    double label = horizontal ? (scale instanceof Scale.Linear ? 3.2 : 3) : 1.9;
    return Ticks.of(scale, from, to, length / (theme.fontSize() * label), grain);
  }

  private String text(Ticks.Tick tick) {
    return tick.label().isEmpty() ? "" : tick.label() + axis.unit();
  }

  @Override
  public AxisSpace reserveSpace(
      Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, @Nullable AxisSpace space) {
    AxisSpace reserved = space == null ? new AxisSpace() : space;
    Font font = ChartFonts.at(theme.fontSize());
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    double label = axis.label().isEmpty() ? 0 : theme.labelSize() * 1.3;
    if (horizontal) {
      rows = axis.categories().isEmpty() ? 1 : 2;
      double named = 0;
      for (Fitted name : names(g2, area.getWidth() * 0.88)) {
        named = Math.max(named, name.rows().size() - 1);
      }
      reserved.add(tickLength() + theme.fontSize() * (1.3 + 1.15 * named) + label, edge);
      return reserved;
    }
    rows = area.getWidth() < NARROW * theme.fontSize() ? 1 : 2;
    Ticks ticks = ticks(area.getHeight() * 0.85, false);
    if (label > 0) {
      label +=
          (label(g2, ticks, area.getHeight(), rows).rows().size() - 1) * theme.labelSize() * 1.15;
    }
    double widest = 0;
    for (Ticks.Tick tick : ticks.list()) {
      widest = Math.max(widest, MathText.of(text(tick)).width(g2, font));
    }
    reserved.add(widest + tickLength() + theme.fontSize() * 0.35 + label, edge);
    return reserved;
  }

  /** The names of categories, as they fit beside one another. */
  private List<Fitted> names(Graphics2D g2, double length) {
    Font font = ChartFonts.at(theme.fontSize());
    double room = length / (to - from) - theme.fontSize() * 0.5;
    return Fitted.alike(
        axis.categories().stream()
            .map(name -> Fitted.of(g2, name + axis.unit(), "", font, room, rows))
            .toList());
  }

  private Fitted label(Graphics2D g2, Ticks ticks, double length, int most) {
    String factor = ticks.exponent() == 0 ? "" : "  (×" + Ticks.power(ticks.exponent()) + ")";
    return Fitted.of(
        g2, axis.label(), factor, ChartFonts.at(theme.labelSize()), 0.96 * length, most);
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
    Font font = ChartFonts.at(theme.fontSize());
    g2.setStroke(new BasicStroke(theme.lineWidth() * 0.5f));
    g2.setPaint(theme.muted());
    if (horizontal) {
      g2.draw(new Line2D.Double(dataArea.getX(), cursor, dataArea.getMaxX(), cursor));
    } else {
      g2.draw(new Line2D.Double(cursor, dataArea.getY(), cursor, dataArea.getMaxY()));
    }
    double lastEnd = Double.NEGATIVE_INFINITY;
    double most = plotArea.getMaxX() + theme.fontSize() * 0.7;
    double below = cursor + tickLength() + theme.fontSize() * 1.05;
    List<Fitted> names = horizontal ? names(g2, dataArea.getWidth()) : List.of();
    for (Ticks.Tick tick : ticks.list()) {
      double at = valueToJava2D(tick.value(), dataArea, edge);
      double length = tick.isMajor() ? tickLength() : tickLength() * 0.55;
      MathText text = MathText.of(text(tick));
      double half = text.width(g2, font) / 2;
      if (!horizontal) {
        g2.draw(new Line2D.Double(cursor - length, at, cursor, at));
        double end = cursor - tickLength() - theme.fontSize() * 0.3;
        text.draw(g2, font, end - 2 * half, at + theme.fontSize() * 0.35);
        continue;
      }
      g2.draw(new Line2D.Double(at, cursor, at, cursor + length));
      if (!names.isEmpty()) {
        Fitted name = names.get((int) tick.value());
        if (at - name.width(g2) / 2 > lastEnd) {
          name(g2, name, at, below);
          lastEnd = at + name.width(g2) / 2;
        }
      } else if (tick.isMajor() && at - half > lastEnd) {
        // The last one ends with the picture.
        text.drawCentered(g2, font, Math.min(at, most - half), below);
        lastEnd = at + half + theme.fontSize() * 0.4;
      }
    }
    drawLabel(g2, ticks, plotArea, dataArea, horizontal);
    AxisState state = new AxisState(cursor);
    state.setTicks(plotTicks(ticks));
    return state;
  }

  private void name(Graphics2D g2, Fitted name, double at, double below) {
    for (int row = 0; row < name.rows().size(); row++) {
      double y = below + row * theme.fontSize() * 1.15;
      name.rows().get(row).drawCentered(g2, name.font(), at, y);
    }
  }

  private void drawLabel(
      Graphics2D g2, Ticks ticks, Rectangle2D plotArea, Rectangle2D dataArea, boolean horizontal) {
    if (axis.label().isEmpty()) {
      return;
    }
    g2.setPaint(theme.foreground());
    if (horizontal) {
      // In one row, whatever the names above it take.
      Fitted words = label(g2, ticks, plotArea.getWidth(), 1);
      MathText text = words.rows().get(0);
      // Centred under the plot, but never cut off at the edge.
      double rightmost = plotArea.getMaxX() - text.width(g2, words.font()) / 2;
      double x = Math.min(dataArea.getCenterX(), Math.max(plotArea.getCenterX(), rightmost));
      text.drawCentered(g2, words.font(), x, plotArea.getMaxY() - theme.labelSize() * 0.3);
      return;
    }
    Fitted words = label(g2, ticks, plotArea.getHeight(), rows);
    for (int row = 0; row < words.rows().size(); row++) {
      MathText text = words.rows().get(row);
      double half = text.width(g2, words.font()) / 2;
      double lowest = plotArea.getMaxY() - half;
      double y = Math.max(plotArea.getY() + half, Math.min(dataArea.getCenterY(), lowest));
      double x = plotArea.getX() + theme.labelSize() * (0.9 + 1.15 * row);
      text.drawUpwards(g2, words.font(), x, y);
    }
  }

  private double tickLength() {
    return theme.fontSize() * 0.35;
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public List refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    return plotTicks(ticks(horizontal ? dataArea.getWidth() : dataArea.getHeight(), horizontal));
  }

  private List<NumberTick> plotTicks(Ticks ticks) {
    List<NumberTick> list = new ArrayList<>();
    for (Ticks.Tick tick : ticks.list()) {
      if (tick.isMajor()) {
        list.add(
            new NumberTick(
                TickType.MAJOR, tick.value(), "", TextAnchor.CENTER, TextAnchor.CENTER, 0));
      }
    }
    return list;
  }
}
