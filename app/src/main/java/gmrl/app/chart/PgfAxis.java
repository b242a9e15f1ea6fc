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
  /** Share of a category's room that its bars fill, as on screen. */
  private static final double GROUP = 0.78;

  /** Colours that a bar is mixed of. */
  private static final int SHADES = 8;

  private final ChartModel model;
  private final ChartTheme theme;
  private final ChartFrame frame;
  private final UnaryOperator<String> tex;
  private final StringBuilder out = new StringBuilder();

  private PgfAxis(ChartModel model, ChartTheme theme, UnaryOperator<String> tex) {
    this.model = model;
    this.theme = theme;
    this.frame = Limits.of(model);
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
    PgfAxis axis = new PgfAxis(model, theme, tex);
    axis.side("x", frameless(axis.frame.x()), axis.frame.left(), axis.frame.right());
    axis.ticks("x", model.x(), axis.frame.x(), axis.frame.left(), axis.frame.right(), width / 3.6);
    axis.side("y", frameless(axis.frame.y()), axis.frame.bottom(), axis.frame.top());
    axis.ticks("y", model.y(), axis.frame.y(), axis.frame.bottom(), axis.frame.top(), height / 2.2);
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
   * @param tex turns words into LaTeX
   */
  public static String content(ChartModel model, ChartTheme theme, UnaryOperator<String> tex) {
    PgfAxis axis = new PgfAxis(model, theme, tex);
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
    for (ChartSeries one : series) {
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
    BasicStroke stroke = (BasicStroke) Markers.stroke(series, theme);
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
        };
    look.append(", mark=").append(mark);
    if (!mark.equals("none")) {
      look.append(", mark size=").append(number(theme.markerSize() / 2)).append("pt");
      look.append(", mark options={solid}");
    }
    return look.append(series.mark() == Mark.POINTS ? ", only marks" : "").toString();
  }

  private static String fill(ChartSeries series, ChartTheme theme) {
    return color(Palette.mix(theme.color(series), theme.background(), 0.25));
  }

  private static String color(Color color) {
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
    double floor = frame.y().value(frame.bottom());
    return frame.y() instanceof Scale.Log && y < floor ? floor : y;
  }

  private void band(ChartSeries series) {
    List<ChartPoint> all = series.points();
    int start = 0;
    while (start < all.size()) {
      int end = start;
      boolean wide = false;
      while (end < all.size() && all.get(end).isPresent()) {
        wide |= all.get(end).hasInterval();
        end++;
      }
      if (wide && end - start > 1) {
        out.append("\\addplot[draw=none, forget plot, fill=").append(color(theme.color(series)));
        out.append(series.role() == Role.PINNED ? ", fill opacity=0.08" : ", fill opacity=0.17");
        out.append("] coordinates {");
        for (int i = start; i < end; i++) {
          out.append(at(all.get(i).x(), shown(all.get(i).high()))).append(' ');
        }
        for (int i = end - 1; i >= start; i--) {
          out.append(at(all.get(i).x(), shown(all.get(i).low()))).append(' ');
        }
        out.append("} -- cycle;\n");
      }
      start = end + 1;
    }
  }

  private void curve(ChartSeries series) {
    double shift = series.mark() == Mark.POINTS ? shift(series) : 0;
    if (series.mark() == Mark.POINTS) {
      whiskers(series, shift, theme.color(series));
    }
    out.append("% ").append(series.name().replaceAll("\\s", " ")).append('\n');
    out.append("\\addplot[forget plot, unbounded coords=jump, ").append(look(series, theme));
    if (theme.color(series).getAlpha() < 255) {
      out.append(", opacity=0.35");
    }
    out.append("] coordinates {\n");
    for (ChartPoint p : series.points()) {
      boolean drawn = p.isPresent() && !(frame.y() instanceof Scale.Log && p.y() <= 0);
      out.append("  ").append(drawn ? at(p.x() + shift, p.y()) : "(" + number(p.x()) + ",nan)");
      out.append('\n');
    }
    out.append("};\n");
  }

  private double shift(ChartSeries series) {
    List<ChartSeries> same =
        model.series().stream().filter(s -> s.mark() == series.mark()).toList();
    return model.x().categories().isEmpty()
        ? 0
        : (same.indexOf(series) - (same.size() - 1) / 2.0) * GROUP / same.size();
  }

  /** Which colour of a surface is which value. */
  private void bar(Surface surface) {
    double[] decades = surface.decades();
    out.append("  colormap={gmrl}{");
    for (int i = 0; i <= SHADES; i++) {
      double power = decades[0] + (decades[1] - decades[0]) * i / SHADES;
      Color shade = SurfaceMark.of(surface, theme, Math.pow(10, power));
      out.append("rgb255(").append(i).append("cm)=(").append(shade.getRed()).append(',');
      out.append(shade.getGreen()).append(',').append(shade.getBlue()).append(") ");
    }
    out.append("},\n  colorbar, point meta min=").append(number(decades[0]));
    out.append(", point meta max=").append(number(decades[1]));
    List<String> places = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (double power = decades[0]; power <= decades[1]; power++) {
      places.add(number(power));
      labels.add("{" + tex.apply(SurfaceMark.label(surface, power)) + "}");
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
    double[] across = edges(surface.x(), frame.x(), frame.left(), frame.right());
    double[] up = edges(surface.y(), frame.y(), frame.bottom(), frame.top());
    for (int row = 0; row + 1 < up.length; row++) {
      for (int column = 0; column + 1 < across.length; column++) {
        double z = surface.z().get(row).get(column);
        if (z > 0 && Double.isFinite(z)) {
          out.append("\\fill[fill=").append(color(SurfaceMark.of(surface, theme, z)));
          out.append("] (axis cs:").append(inner(at(across[column], up[row])));
          out.append(") rectangle (axis cs:").append(inner(at(across[column + 1], up[row + 1])));
          out.append(");\n");
        }
      }
    }
  }

  /** Edges of tiles as values, within the axis. */
  private static double[] edges(List<Double> places, Scale scale, double from, double to) {
    double[] at = SurfaceMark.between(places.stream().mapToDouble(scale::position).toArray());
    return java.util.Arrays.stream(at)
        .map(edge -> scale.value(Math.max(from, Math.min(to, edge))))
        .toArray();
  }

  private void bars(ChartSeries series) {
    long count = model.series().stream().filter(s -> s.mark() == Mark.BARS).count();
    double half = 0.46 * GROUP / count;
    double shift = shift(series);
    double base = frame.y() instanceof Scale.Log ? frame.y().value(frame.bottom()) : 0;
    out.append("% ").append(series.name()).append('\n');
    for (ChartPoint p : series.points()) {
      if (p.isPresent()) {
        out.append("\\fill[fill=").append(fill(series, theme)).append("] (axis cs:");
        out.append(inner(at(p.x() + shift - half, base))).append(") rectangle (axis cs:");
        out.append(inner(at(p.x() + shift + half, shown(p.y())))).append(");\n");
      }
    }
    whiskers(series, shift, Palette.mix(theme.color(series), theme.foreground(), 0.45));
  }

  private void whiskers(ChartSeries series, double shift, Color color) {
    for (ChartPoint p : series.points()) {
      if (p.isPresent() && p.hasInterval()) {
        out.append("\\draw[draw=").append(color(color)).append(", line width=");
        out.append(number(theme.lineWidth() * 0.7)).append("pt, |-|] (axis cs:");
        out.append(inner(at(p.x() + shift, shown(p.low())))).append(") -- (axis cs:");
        out.append(inner(at(p.x() + shift, shown(p.high())))).append(");\n");
      }
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
    out.append("\\draw[densely dotted, line width=").append(number(theme.lineWidth() * 0.55));
    out.append("pt] (axis cs:").append(inner(level ? at(left, value) : at(value, low)));
    out.append(") -- (axis cs:").append(inner(level ? at(right, value) : at(value, high)));
    out.append(") node[").append(level ? "above left" : "below right");
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
