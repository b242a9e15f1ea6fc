package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
  private final double width;
  private final double height;
  private final UnaryOperator<String> tex;
  private final ChartFrame frame;
  private final Spread spread;
  private final StringBuilder out = new StringBuilder();

  /**
   * For one chart.
   *
   * @param model what to show
   * @param theme sizes in points
   * @param width of the plot in points
   * @param height of the plot in points
   * @param tex turns words into LaTeX
   */
  public PgfAxis(
      ChartModel model, ChartTheme theme, double width, double height, UnaryOperator<String> tex) {
    this.model = model;
    this.theme = theme;
    this.width = width;
    this.height = height;
    this.tex = tex;
    this.frame = Limits.of(model);
    this.spread = new Spread(model, frame, width / theme.markerSize());
  }

  /** Options of the axis, without brackets. */
  public String options() {
    out.setLength(0);
    side("x", model.x(), frame.x(), Grain.of(model), width / 3.6);
    side("y", model.y(), frame.y(), Grain.REAL, height / 2.2);
    out.append("  ylabel style={align=center, text width=%spt},\n".formatted(number(height)));
    out.append(model.x().isLike(model.y()) ? "  axis equal image,\n" : "");
    model.surface().ifPresent(this::bar);
    if (!model.title().isBlank()) {
      out.append("  title={%s},\n".formatted(tex.apply(model.title())));
    }
    return out.toString();
  }

  /** The curves, bands, bars and lines of the axis. */
  public String content() {
    out.setLength(0);
    model.surface().ifPresent(this::tiles);
    model.series().stream().filter(s -> s.mark() == Mark.LINE).forEach(this::band);
    model.series().stream().filter(s -> s.mark() == Mark.BARS).forEach(this::bars);
    List<ChartSeries> above = new ArrayList<>(model.series());
    Collections.reverse(above);
    above.stream().filter(s -> s.mark() != Mark.BARS).forEach(this::curve);
    model.lines().forEach(this::line);
    if (!model.mark().isEmpty()) {
      out.append("\\node[anchor=north east] at (rel axis cs:0.99,0.98) {");
      out.append(tex.apply(model.mark())).append("};\n");
    }
    return out.toString();
  }

  /**
   * Lines of a legend.
   *
   * @param series what it lists
   */
  public String legend(List<ChartSeries> series) {
    out.setLength(0);
    for (ChartSeries one : FlowLegend.entriesOf(series)) {
      boolean bars = one.mark() == Mark.BARS;
      String area = bars ? ", area legend, draw=none, fill=" + color(theme.area(one)) : "";
      out.append("\\addlegendimage{%s%s}".formatted(look(one), area));
      out.append("\\addlegendentry{%s}\n".formatted(tex.apply(one.legendText())));
    }
    return out.toString();
  }

  private void side(String side, ChartAxis axis, Span span, Grain grain, double room) {
    boolean spelt = span.scale() instanceof Scale.SymLog;
    if (span.scale() instanceof Scale.Log) {
      out.append("  %smode=log,\n".formatted(side));
    }
    String from = number(spelt ? span.from() : span.at(0));
    String to = number(spelt ? span.to() : span.at(1));
    out.append("  %1$smin=%2$s, %1$smax=%3$s,\n".formatted(side, from, to));
    Ticks ticks = Ticks.of(axis, span, room / theme.fontSize(), grain);
    String label = tex.apply(axis.label() + ticks.factor());
    String values = joined(ticks, true, tick -> coordinate(span, tick.value()));
    String labels = joined(ticks, true, tick -> "{" + tex.apply(tick.label() + axis.unit()) + "}");
    String minor = joined(ticks, false, tick -> coordinate(span, tick.value()));
    out.append(
        "  %1$slabel={%2$s},\n  %1$stick={%3$s}, %1$sticklabels={%4$s},\n"
            .formatted(side, label, values, labels));
    if (!minor.isEmpty()) {
      out.append("  minor %stick={%s},\n".formatted(side, minor));
    }
  }

  private static String joined(Ticks ticks, boolean major, Function<Ticks.Tick, String> text) {
    return ticks.list().stream()
        .filter(tick -> tick.isMajor() == major)
        .map(text)
        .collect(Collectors.joining(","));
  }

  private String look(ChartSeries series) {
    BasicStroke stroke = Markers.stroke(series, theme);
    String pen =
        "color=%s, line width=%spt"
            .formatted(color(theme.color(series)), number(stroke.getLineWidth()));
    float[] dash = stroke.getDashArray();
    String dashes =
        dash == null
            ? ""
            : ", dash pattern="
                + IntStream.range(0, dash.length / 2)
                    .mapToObj(
                        i ->
                            "on %spt off %spt"
                                .formatted(number(dash[2 * i]), number(dash[2 * i + 1])))
                    .collect(Collectors.joining(" "));
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
    String size =
        mark.equals("none")
            ? ""
            : ", mark size=%spt, mark options={solid}".formatted(number(theme.markerSize() / 2));
    String alone = series.mark() == Mark.POINTS ? ", only marks" : "";
    return pen + dashes + ", mark=" + mark + size + alone;
  }

  static String color(Color color) {
    return String.format(
        Locale.ROOT,
        "{rgb,255:red,%d;green,%d;blue,%d}",
        color.getRed(),
        color.getGreen(),
        color.getBlue());
  }

  private static String coordinate(Span span, double value) {
    return number(span.scale() instanceof Scale.SymLog ? span.position(value) : value);
  }

  /** Coordinates; what is below a log axis stands on its floor. */
  private String at(double x, double y) {
    return coordinate(frame.x(), x) + "," + coordinate(frame.y(), Math.max(frame.floor(), y));
  }

  private void band(ChartSeries series) {
    for (List<ChartPoint> band : spread.bands(series)) {
      out.append("\\addplot[draw=none, forget plot, fill=").append(color(theme.color(series)));
      out.append(", fill opacity=%s] coordinates {".formatted(theme.bandStrength(series.role())));
      band.forEach(p -> out.append("(%s) ".formatted(at(p.x(), p.high()))));
      for (int i = band.size() - 1; i >= 0; i--) {
        out.append("(%s) ".formatted(at(band.get(i).x(), band.get(i).low())));
      }
      out.append("} -- cycle;\n");
    }
  }

  private void curve(ChartSeries series) {
    whiskers(series);
    out.append("%% %s\n".formatted(series.name().replaceAll("\\s", " ")));
    out.append("\\addplot[forget plot, unbounded coords=jump, ").append(look(series));
    int symbols = Math.max(1, spread.spaced(series, series.points()).size());
    if (symbols < series.points().size()) {
      out.append(", mark repeat=").append((series.points().size() + symbols - 1) / symbols);
    }
    out.append(theme.color(series).getAlpha() < 255 ? ", opacity=0.35" : "");
    out.append("] coordinates {\n");
    for (ChartPoint p : series.points()) {
      boolean drawn = p.isPresent() && (p.y() > 0 || frame.floor() <= 0);
      String place = drawn ? at(p.x() + model.shift(series), p.y()) : number(p.x()) + ",nan";
      out.append("  (%s)\n".formatted(place));
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
    String[] words = shades.labels();
    String labels =
        Arrays.stream(words)
            .map(word -> "{" + tex.apply(word) + "}")
            .collect(Collectors.joining(","));
    String places =
        IntStream.range(0, words.length)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    out.append(",\n  colorbar style={width=").append(number(theme.fontSize() * 0.8));
    out.append(
        "pt, at={(1.06,1)}, anchor=north west, axis lines=box, axis line style={draw=none}, ytick"
            + " pos=right, yticklabel pos=right, ytick={");
    out.append("%s}, yticklabels={%s}, yticklabel style={font=".formatted(places, labels));
    out.append(
        "\\fontsize{%s}{%s}\\selectfont}},\n"
            .formatted(number(theme.fontSize()), number(1.2f * theme.fontSize())));
  }

  private void tiles(Surface surface) {
    Shades shades = Shades.of(surface, theme);
    for (Surface.Tile tile : surface.tiles(frame)) {
      Color shade = shades.color(tile.value());
      rectangle(shade, tile.x(), tile.half(), tile.bottom(), tile.top());
    }
  }

  private void rectangle(Color fill, double x, double half, double bottom, double top) {
    out.append(
        "\\fill[fill=%s] (axis cs:%s) rectangle (axis cs:%s);\n"
            .formatted(color(fill), at(x - half, bottom), at(x + half, top)));
  }

  private void bars(ChartSeries series) {
    double half = model.room(series) * Layers.BAR / 2;
    double base = Math.max(0, frame.floor());
    out.append("%% %s\n".formatted(series.name()));
    series.points().stream()
        .filter(ChartPoint::isPresent)
        .forEach(
            p -> rectangle(theme.area(series), p.x() + model.shift(series), half, base, p.y()));
    whiskers(series);
  }

  private void whiskers(ChartSeries series) {
    double shift = model.shift(series);
    for (ChartPoint p : spread.whiskers(series)) {
      String ends = p.low() < frame.floor() ? "<-|" : "|-|";
      String pen = number(theme.lineWidth() * 0.7);
      out.append(
          "\\draw[draw=%s, line width=%spt, %s] "
              .formatted(color(theme.whisker(series)), pen, ends));
      path(at(p.x() + shift, p.low()), at(p.x() + shift, p.high()));
      out.append(";\n");
    }
  }

  private void path(String from, String to) {
    out.append("(axis cs:%s) -- (axis cs:%s)".formatted(from, to));
  }

  private void line(ReferenceLine line) {
    boolean level = !line.isUpright();
    double value = line.value();
    if (!(level ? frame.y() : frame.x()).holds(value)) {
      return;
    }
    Corner corner = Corner.of(line, model, frame, theme, width, height);
    String end = level ^ corner.right() ? "right" : "left";
    out.append(
        "\\draw[densely dotted, line width=%spt] ".formatted(number(theme.lineWidth() * 0.55)));
    // Words hang on the end of the path.
    double near = corner.right() ? 0 : 1;
    if (level) {
      path(at(frame.x().at(near), value), at(frame.x().at(1 - near), value));
    } else {
      path(at(value, frame.y().at(0)), at(value, frame.y().at(1)));
    }
    out.append(
        " node[%s %s, inner sep=1.5pt] {%s};\n"
            .formatted(corner.above() ? "above" : "below", end, tex.apply(line.label())));
  }

  /** Enough digits to read the value back, in a form that TeX reads. */
  private static String number(double value) {
    return Double.toString(value).replaceFirst("\\.0$", "").toLowerCase(Locale.ROOT);
  }

  private static String number(float value) {
    return Float.toString(value);
  }
}
