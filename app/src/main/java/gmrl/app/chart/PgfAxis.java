package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * A chart as one axis of PGFPlots: its numbers as coordinates, its ticks, limits and looks as
 * options. Linear and log axes hold values as they are; positions on a symmetric log axis, which
 * PGFPlots has not, are written as such with their ticks spelt out.
 */
public final class PgfAxis {
  /** Colours that a bar is mixed of. */
  private static final int SHADES = 8;

  private final ChartModel model;
  private final ChartTheme theme;
  private final ChartFrame frame;
  private final Spread spread;
  private final UnaryOperator<String> tex;
  private final StringBuilder out = new StringBuilder();

  private PgfAxis(ChartModel model, ChartTheme theme, double width, UnaryOperator<String> tex) {
    this.model = model;
    this.theme = theme;
    this.frame = Limits.of(model);
    this.spread = new Spread(model, frame, width / theme.markerSize());
    this.tex = tex;
  }

  /**
   * Options of an axis, without brackets.
   *
   * @param model what to show
   * @param theme sizes in points
   * @param width of the plot in points
   * @param height of the plot in points
   * @param tex turns words into LaTeX
   */
  public static String options(
      ChartModel model, ChartTheme theme, double width, double height, UnaryOperator<String> tex) {
    PgfAxis axis = new PgfAxis(model, theme, width, tex);
    axis.side("x", frameless(axis.frame.x()), axis.frame.left(), axis.frame.right());
    axis.ticks("x", model.x(), axis.frame.x(), axis.frame.left(), axis.frame.right(), width / 3.6);
    axis.side("y", frameless(axis.frame.y()), axis.frame.bottom(), axis.frame.top());
    axis.ticks("y", model.y(), axis.frame.y(), axis.frame.bottom(), axis.frame.top(), height / 2.2);
    axis.out.append("  ylabel style={align=center, text width=").append(number(height));
    axis.out.append("pt},\n");
    model.surface().ifPresent(axis::bar);
    if (!model.title().isBlank()) {
      axis.out.append("  title={").append(tex.apply(model.title())).append("},\n");
    }
    return axis.out.toString();
  }

  /**
   * The curves, bands, bars and lines of an axis.
   *
   * @param model what to show
   * @param theme sizes in points
   * @param width of the plot in points
   * @param tex turns words into LaTeX
   */
  public static String content(
      ChartModel model, ChartTheme theme, double width, UnaryOperator<String> tex) {
    PgfAxis axis = new PgfAxis(model, theme, width, tex);
    model.surface().ifPresent(axis::tiles);
    model.series().stream().filter(s -> s.mark() == Mark.LINE).forEach(axis::band);
    model.series().stream().filter(s -> s.mark() == Mark.BARS).forEach(axis::bars);
    List<ChartSeries> above = new ArrayList<>(model.series());
    java.util.Collections.reverse(above);
    above.stream().filter(s -> s.mark() != Mark.BARS).forEach(axis::curve);
    model.lines().forEach(axis::line);
    if (!model.mark().isEmpty()) {
      axis.out.append("\\node[anchor=north east] at (rel axis cs:0.99,0.98) {");
      axis.out.append(tex.apply(model.mark())).append("};\n");
    }
    return axis.out.toString();
  }

  /**
   * Lines of a legend.
   *
   * @param series what it lists
   * @param theme sizes in points
   * @param tex turns words into LaTeX
   */
  public static String legend(
      List<ChartSeries> series, ChartTheme theme, UnaryOperator<String> tex) {
    StringBuilder lines = new StringBuilder();
    for (ChartSeries one : FlowLegend.entriesOf(series)) {
      lines.append("\\addlegendimage{").append(look(one, theme));
      if (one.mark() == Mark.BARS) {
        lines.append(", area legend, draw=none, fill=").append(fill(one, theme));
      }
      lines.append("}\\addlegendentry{").append(tex.apply(one.legendText())).append("}\n");
    }
    return lines.toString();
  }

  private static boolean frameless(Scale scale) {
    return scale instanceof Scale.SymLog;
  }

  private void side(String side, boolean positions, double from, double to) {
    Scale scale = side.equals("x") ? frame.x() : frame.y();
    DoubleUnaryOperator place = positions ? p -> p : scale::value;
    if (scale instanceof Scale.Log) {
      out.append("  ").append(side).append("mode=log,\n");
    }
    out.append("  ").append(side).append("min=").append(number(place.applyAsDouble(from)));
    out.append(", ").append(side).append("max=").append(number(place.applyAsDouble(to)));
    out.append(",\n");
  }

  private void ticks(
      String side, ChartAxis axis, Scale scale, double from, double to, double room) {
    Ticks ticks =
        axis.categories().isEmpty()
            ? Ticks.of(
                scale,
                from,
                to,
                room / theme.fontSize(),
                side.equals("x") ? Grain.of(model) : Grain.REAL)
            : Ticks.categories(axis.categories());
    List<String> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> minor = new ArrayList<>();
    for (Ticks.Tick tick : ticks.list()) {
      String value = number(frameless(scale) ? scale.position(tick.value()) : tick.value());
      if (tick.isMajor()) {
        values.add(value);
        labels.add("{" + tex.apply(tick.label() + axis.unit()) + "}");
      } else {
        minor.add(value);
      }
    }
    String factor = ticks.exponent() == 0 ? "" : "  (×" + Ticks.power(ticks.exponent()) + ")";
    out.append("  ").append(side).append("label={");
    out.append(tex.apply(axis.label() + factor)).append("},\n");
    out.append("  ").append(side).append("tick={").append(String.join(",", values));
    out.append("}, ").append(side).append("ticklabels={").append(String.join(",", labels));
    out.append("},\n");
    if (!minor.isEmpty()) {
      out.append("  minor ").append(side).append("tick={").append(String.join(",", minor));
      out.append("},\n");
    }
  }

  private static String look(ChartSeries series, ChartTheme theme) {
    BasicStroke stroke = Markers.stroke(series, theme);
    StringBuilder look = new StringBuilder("color=").append(color(theme.color(series)));
    look.append(", line width=").append(number(stroke.getLineWidth())).append("pt");
    float[] dash = stroke.getDashArray();
    if (dash != null) {
      look.append(", dash pattern=");
      for (int i = 0; i < dash.length; i++) {
        look.append(i % 2 == 0 ? "on " : " off ").append(number(dash[i])).append("pt");
        look.append(i % 2 == 1 && i + 1 < dash.length ? " " : "");
      }
    }
    String mark =
        switch (series.style().marker()) {
          case NONE -> "none";
          case CIRCLE -> "*";
          case SQUARE -> "square*";
          case TRIANGLE -> "triangle*";
          case DIAMOND -> "diamond*";
          case RING -> "o";
          case CROSS -> "x";
          case PLUS -> "+";
        };
    look.append(", mark=").append(mark);
    if (!mark.equals("none")) {
      look.append(", mark size=").append(number(theme.markerSize() / 2)).append("pt");
      look.append(", mark options={solid}");
    }
    return look.append(series.mark() == Mark.POINTS ? ", only marks" : "").toString();
  }

  private static String fill(ChartSeries series, ChartTheme theme) {
    return color(theme.area(series));
  }

  static String color(Color color) {
    return "{rgb,255:red,"
        + color.getRed()
        + ";green,"
        + color.getGreen()
        + ";blue,"
        + color.getBlue()
        + "}";
  }

  private String at(double x, double y) {
    double across = frameless(frame.x()) ? frame.x().position(x) : x;
    double up = frameless(frame.y()) ? frame.y().position(y) : y;
    return "(" + number(across) + "," + number(up) + ")";
  }

  /** A value as high as the axis can show it: what is below a log axis stands on its floor. */
  private double shown(double y) {
    return Math.max(frame.floor(), y);
  }

  private void band(ChartSeries series) {
    for (List<ChartPoint> band : spread.bands(series)) {
      out.append("\\addplot[draw=none, forget plot, fill=").append(color(theme.color(series)));
      out.append(series.role() == Role.PINNED ? ", fill opacity=0.08" : ", fill opacity=0.17");
      out.append("] coordinates {");
      band.forEach(p -> out.append(at(p.x(), shown(p.high()))).append(' '));
      for (int i = band.size() - 1; i >= 0; i--) {
        out.append(at(band.get(i).x(), shown(band.get(i).low()))).append(' ');
      }
      out.append("} -- cycle;\n");
    }
  }

  private void curve(ChartSeries series) {
    whiskers(series);
    out.append("% ").append(series.name().replaceAll("\\s", " ")).append('\n');
    out.append("\\addplot[forget plot, unbounded coords=jump, ").append(look(series, theme));
    int symbols = Math.max(1, spread.spaced(series, series.points()).size());
    if (symbols < series.points().size()) {
      out.append(", mark repeat=").append((series.points().size() + symbols - 1) / symbols);
    }
    if (theme.color(series).getAlpha() < 255) {
      out.append(", opacity=0.35");
    }
    out.append("] coordinates {\n");
    for (ChartPoint p : series.points()) {
      boolean drawn = p.isPresent() && (p.y() > 0 || frame.floor() <= 0);
      out.append("  ")
          .append(drawn ? at(p.x() + model.shift(series), p.y()) : "(" + number(p.x()) + ",nan)");
      out.append('\n');
    }
    out.append("};\n");
  }

  /** Which colour of a surface is which value. */
  private void bar(Surface surface) {
    Shades shades = Shades.of(surface, theme);
    out.append("  colormap={gmrl}{");
    for (int i = 0; i <= SHADES; i++) {
      Color shade = shades.getPaint((double) shades.decades() * i / SHADES);
      out.append("rgb255(").append(i).append("cm)=(").append(shade.getRed()).append(',');
      out.append(shade.getGreen()).append(',').append(shade.getBlue()).append(") ");
    }
    out.append("},\n  colorbar, point meta min=0, point meta max=").append(shades.decades());
    List<String> places = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (String label : shades.labels()) {
      places.add(Integer.toString(places.size()));
      labels.add("{" + tex.apply(label) + "}");
    }
    out.append(",\n  colorbar style={width=").append(number(theme.fontSize() * 0.8));
    out.append(
        "pt, at={(1.06,1)}, anchor=north west, axis lines=box, axis line style={draw=none}, ytick"
            + " pos=right, yticklabel pos=right, ytick={");
    out.append(String.join(",", places)).append("}, yticklabels={");
    out.append(String.join(",", labels)).append("}, yticklabel style={font=\\fontsize{");
    out.append(number(theme.fontSize())).append("}{").append(number(1.2f * theme.fontSize()));
    out.append("}\\selectfont}},\n");
  }

  private void tiles(Surface surface) {
    Shades shades = Shades.of(surface, theme);
    for (Surface.Tile tile : surface.tiles(frame)) {
      rectangle(
          color(shades.color(tile.value())), tile.x(), tile.half(), tile.bottom(), tile.top());
    }
  }

  private void rectangle(String fill, double x, double half, double bottom, double top) {
    out.append("\\fill[fill=").append(fill).append("] (axis cs:");
    out.append(inner(at(x - half, bottom))).append(") rectangle (axis cs:");
    out.append(inner(at(x + half, top))).append(");\n");
  }

  private void bars(ChartSeries series) {
    double half = model.room(series) * Layers.BAR / 2;
    double base = Math.max(0, frame.floor());
    out.append("% ").append(series.name()).append('\n');
    for (ChartPoint p : series.points()) {
      if (p.isPresent()) {
        double x = p.x() + model.shift(series);
        rectangle(fill(series, theme), x, half, base, shown(p.y()));
      }
    }
    whiskers(series);
  }

  private void whiskers(ChartSeries series) {
    double shift = model.shift(series);
    for (ChartPoint p : spread.whiskers(series)) {
      out.append("\\draw[draw=").append(color(theme.whisker(series))).append(", line width=");
      out.append(number(theme.lineWidth() * 0.7))
          .append(p.low() < frame.floor() ? "pt, <-|] (axis cs:" : "pt, |-|] (axis cs:");
      out.append(inner(at(p.x() + shift, shown(p.low())))).append(") -- (axis cs:");
      out.append(inner(at(p.x() + shift, shown(p.high())))).append(");\n");
    }
  }

  private static String inner(String coordinates) {
    return coordinates.substring(1, coordinates.length() - 1);
  }

  private void line(ReferenceLine line) {
    boolean level = line.axis() == ReferenceLine.Axis.Y;
    double left = frame.x().value(frame.left());
    double right = frame.x().value(frame.right());
    double low = frame.y().value(frame.bottom());
    double high = frame.y().value(frame.top());
    double value = line.value();
    if (level ? value < low || value > high : value < left || value > right) {
      return;
    }
    boolean atTop = frame.y().position(value) > 0.9 * frame.top() + 0.1 * frame.bottom();
    String side = !level ? "below right" : atTop ? "below left" : "above left";
    out.append("\\draw[densely dotted, line width=").append(number(theme.lineWidth() * 0.55));
    out.append("pt] (axis cs:").append(inner(level ? at(left, value) : at(value, low)));
    out.append(") -- (axis cs:").append(inner(level ? at(right, value) : at(value, high)));
    out.append(") node[").append(side);
    out.append(", inner sep=1.5pt] {").append(tex.apply(line.label())).append("};\n");
  }

  /** Enough digits to read the value back, in a form that TeX reads. */
  private static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0")
        ? text.substring(0, text.length() - 2)
        : text.toLowerCase(Locale.ROOT);
  }

  private static String number(float value) {
    return Float.toString(value);
  }
}
