package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
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

  private final PlotGeometry plot;
  private final ChartModel model;
  private final ChartTheme theme;
  private final ChartFrame frame;
  private final UnaryOperator<String> tex;
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
    this.frame = Limits.of(model);
    this.plot = new PlotGeometry(model, theme, frame, new Rectangle2D.Double(0, 0, width, height));
    this.tex = tex;
  }

  /** Options of the axis, without brackets. */
  public String options() {
    out.setLength(0);
    double height = plot.area().getHeight();
    side("x", model.x(), frame.x(), Grain.of(model), plot.area().getWidth() / 3.6);
    side("y", model.y(), frame.y(), Grain.REAL, height / 2.2);
    put("  ylabel style={align=center, text width=%spt},\n".formatted(number(height)));
    put(model.x().isLike(model.y()) ? "  axis equal image,\n" : "");
    model.surface().ifPresent(this::bar);
    if (!model.title().isBlank()) {
      put("  title={%s},\n".formatted(tex.apply(model.title())));
    }
    return out.toString();
  }

  /** What the axis holds, from the bottom up. */
  public String content() {
    out.setLength(0);
    Strands strands = new Strands(plot);
    List<ChartSeries> upwards = new ArrayList<>(model.series());
    Collections.reverse(upwards);
    strands.tiles().forEach(this::boxes);
    upwards.stream().flatMap(strands::bands).forEach(this::band);
    for (ChartSeries series : upwards) {
      put((series.mark() == Mark.BARS ? "%% %s\n" : "").formatted(series.name()));
      strands.bars(series).forEach(this::boxes);
    }
    upwards.stream().map(strands::whiskers).forEach(this::whiskers);
    for (ChartSeries series : upwards) {
      if (series.mark() != Mark.BARS) {
        curve(series, strands.curve(series).points(), strands.every(series));
      }
    }
    model.lines().forEach(this::line);
    if (!model.mark().isEmpty()) {
      put(
          "\\node[anchor=north east] at (rel axis cs:0.99,0.98) {%s};\n"
              .formatted(tex.apply(model.mark())));
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
      put("\\addlegendimage{%s%s}".formatted(look(one), area));
      put("\\addlegendentry{%s}\n".formatted(tex.apply(one.legendText())));
    }
    return out.toString();
  }

  private void put(String text) {
    out.append(text);
  }

  private void side(String side, ChartAxis axis, Span span, Grain grain, double room) {
    boolean spelt = span.scale() instanceof Scale.SymLog;
    put((span.scale() instanceof Scale.Log ? "  %smode=log,\n" : "").formatted(side));
    String from = number(spelt ? span.from() : span.at(0));
    String to = number(spelt ? span.to() : span.at(1));
    put("  %1$smin=%2$s, %1$smax=%3$s,\n".formatted(side, from, to));
    Ticks ticks = Ticks.of(axis, span, room / theme.fontSize(), grain);
    put("  %slabel={%s},\n".formatted(side, tex.apply(axis.label() + ticks.factor())));
    List<Ticks.Tick> major = ticks.list().stream().filter(Ticks.Tick::isMajor).toList();
    String values = joined(major, tick -> coordinate(span, tick.value()));
    String labels = joined(major, tick -> "{" + tex.apply(tick.label() + axis.unit()) + "}");
    put("  %1$stick={%2$s}, %1$sticklabels={%3$s},\n".formatted(side, values, labels));
    List<Ticks.Tick> minor = ticks.list().stream().filter(tick -> !tick.isMajor()).toList();
    if (!minor.isEmpty()) {
      String places = joined(minor, tick -> coordinate(span, tick.value()));
      put("  minor %stick={%s},\n".formatted(side, places));
    }
  }

  private static <T> String joined(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining(","));
  }

  private String look(ChartSeries series) {
    BasicStroke pen = Look.pen(series, theme);
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
    return pen(Look.line(theme.color(series), pen)) + ", mark=" + mark + size + alone;
  }

  private static String pen(Look look) {
    String pen =
        "color=%s, line width=%spt".formatted(color(look.rim()), number(look.pen().getLineWidth()));
    float[] dashes = look.pen().getDashArray();
    if (dashes == null) {
      return pen;
    }
    StringBuilder pattern = new StringBuilder(pen).append(", dash pattern=");
    for (int i = 0; i < dashes.length; i++) {
      pattern.append(i % 2 == 0 ? "on " : "off ").append(number(dashes[i])).append("pt ");
    }
    return pattern.toString().strip();
  }

  static String color(Color color) {
    return "{rgb,255:red,%s;green,%s;blue,%s}"
        .formatted(color.getRed(), color.getGreen(), color.getBlue());
  }

  private static String coordinate(Span span, double value) {
    return number(span.scale() instanceof Scale.SymLog ? span.position(value) : value);
  }

  private String at(double x, double y) {
    return coordinate(frame.x(), x) + "," + coordinate(frame.y(), y);
  }

  private void band(Strand band) {
    String fill = color(band.look().rim());
    String opacity = opacity(band.look().rim());
    put(
        "\\addplot[draw=none, forget plot, fill=%s, fill opacity=%s] coordinates {"
            .formatted(fill, opacity));
    Spread.outline(band.points()).forEach(p -> put("(%s) ".formatted(at(p.x(), p.y()))));
    put("} -- cycle;\n");
  }

  private void curve(ChartSeries series, List<ChartPoint> points, int every) {
    Color color = theme.color(series);
    put("%% %s\n".formatted(series.name().replaceAll("\\s", " ")));
    put("\\addplot[forget plot, unbounded coords=jump, %s".formatted(look(series)));
    put((every > 1 ? ", mark repeat=%s" : "").formatted(every));
    put((color.getAlpha() < 255 ? ", opacity=%s" : "").formatted(opacity(color)));
    put("] coordinates {\n");
    points.forEach(p -> put("  (%s)\n".formatted(at(p.x(), p.y()))));
    put("};\n");
  }

  private static String opacity(Color color) {
    return number(Math.rint(color.getAlpha() / 2.55) / 100);
  }

  /** Where the colours of a surface are told. */
  private void bar(Surface surface) {
    Shades shades = Shades.of(surface, theme);
    put("  colormap={gmrl}{");
    for (int i = 0; i <= SHADES; i++) {
      Color shade = shades.getPaint((double) shades.decades() * i / SHADES);
      put(
          "rgb255(%scm)=(%s,%s,%s) "
              .formatted(i, shade.getRed(), shade.getGreen(), shade.getBlue()));
    }
    put("},\n  colorbar, point meta min=0, point meta max=%s,\n".formatted(shades.decades()));
    put("  colorbar style={width=%spt,".formatted(number(theme.fontSize() * 0.8)));
    put(" at={(1.06,1)}, anchor=north west, axis lines=box, axis line style={draw=none},");
    put(" ytick pos=right, yticklabel pos=right,");
    List<String> words = shades.labels();
    List<Integer> places = IntStream.range(0, words.size()).boxed().toList();
    put(" ytick={%s},".formatted(joined(places, Object::toString)));
    put(" yticklabels={%s},".formatted(joined(words, word -> "{" + tex.apply(word) + "}")));
    String size = number(theme.fontSize());
    String leading = number(1.2f * theme.fontSize());
    put(" yticklabel style={font=\\fontsize{%s}{%s}\\selectfont}},\n".formatted(size, leading));
  }

  private void boxes(Strand strand) {
    String fill = color(strand.look().rim());
    for (ChartPoint p : strand.points()) {
      String from = at(p.x() - strand.half(), p.low());
      String to = at(p.x() + strand.half(), p.high());
      put("\\fill[fill=%s] (axis cs:%s) rectangle (axis cs:%s);\n".formatted(fill, from, to));
    }
  }

  private void whiskers(Strand whiskers) {
    for (ChartPoint p : whiskers.points()) {
      String ends = p.low() > frame.floor() ? "|-|" : "<-|";
      put("\\draw[%s, %s] ".formatted(pen(whiskers.look()), ends));
      path(at(p.x(), p.low()), at(p.x(), p.high()));
      put(";\n");
    }
  }

  private void path(String from, String to) {
    put("(axis cs:%s) -- (axis cs:%s)".formatted(from, to));
  }

  private void line(ReferenceLine line) {
    boolean level = !line.isUpright();
    double value = line.value();
    if (!(level ? frame.y() : frame.x()).holds(value)) {
      return;
    }
    Corner corner = Corner.of(line, plot);
    String end = level ^ corner.right() ? "right" : "left";
    put("\\draw[densely dotted, line width=%spt] ".formatted(number(theme.lineWidth() * 0.55)));
    // Words hang on the end of the path.
    double near = corner.right() ? 0 : 1;
    if (level) {
      path(at(frame.x().at(near), value), at(frame.x().at(1 - near), value));
    } else {
      path(at(value, frame.y().at(0)), at(value, frame.y().at(1)));
    }
    String side = corner.above() ? "above" : "below";
    put(" node[%s %s, inner sep=1.5pt] {%s};\n".formatted(side, end, tex.apply(line.label())));
  }

  /** Enough digits to read the value back, in a form that TeX reads. */
  private static String number(double value) {
    return Double.toString(value).replaceFirst("\\.0$", "").toLowerCase(Locale.ROOT);
  }

  private static String number(float value) {
    return Float.toString(value);
  }
}
