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
import java.util.stream.Stream;
import org.jfree.chart.axis.TickType;

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
    double height = plot.area().getHeight();
    return side("x", model.x(), frame.x(), Grain.of(model), plot.area().getWidth())
        + side("y", model.y(), frame.y(), Grain.REAL, height)
        + "  ylabel style={align=center, text width=%spt},\n".formatted(number(height))
        + (model.x().isLike(model.y()) ? "  axis equal image,\n" : "")
        + model.surface().map(this::bar).orElse("")
        + (model.title().isBlank() ? "" : "  title={%s},\n".formatted(tex.apply(model.title())));
  }

  /** What the axis holds, from the bottom up. */
  public String content() {
    Strands strands = new Strands(plot);
    List<ChartSeries> upwards = new ArrayList<>(model.series());
    Collections.reverse(upwards);
    return all(strands.tiles(), this::boxes)
        + all(upwards.stream().flatMap(strands::bands), this::band)
        + all(
            upwards.stream().filter(s -> s.mark() == Mark.BARS),
            s -> "%% %s\n".formatted(s.name()) + all(strands.bars(s), this::boxes))
        + all(upwards.stream().map(strands::whiskers), this::whiskers)
        + all(
            upwards.stream().filter(s -> s.mark() != Mark.BARS),
            s -> curve(s, strands.curve(s).points(), strands.every(s)))
        + all(model.lines().stream(), this::line)
        + (model.mark().isEmpty()
            ? ""
            : "\\node[anchor=north east] at (rel axis cs:0.99,0.98) {%s};\n"
                .formatted(tex.apply(model.mark())));
  }

  /**
   * Lines of a legend.
   *
   * @param series what it lists
   */
  public String legend(List<ChartSeries> series) {
    return all(
        FlowLegend.entriesOf(series, null).stream(),
        one -> {
          boolean bars = one.mark() == Mark.BARS;
          String area = bars ? ", area legend, draw=none, fill=" + color(theme.area(one)) : "";
          return "\\addlegendimage{%s%s}\\addlegendentry{%s}\n"
              .formatted(look(one), area, tex.apply(one.legendText()));
        });
  }

  private static <T> String all(Stream<T> parts, Function<T, String> text) {
    return parts.map(text).collect(Collectors.joining());
  }

  private static <T> String listed(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining(","));
  }

  private String side(String side, ChartAxis axis, Span span, Grain grain, double length) {
    boolean spelt = span.scale() instanceof Scale.SymLog;
    Ticks ticks = Ticks.along(axis, span, grain, length, side.equals("x"), theme.fontSize());
    List<Ticks.Tick> major = ticks.majors();
    List<Ticks.Tick> fine =
        ticks.list().stream().filter(tick -> TickType.MINOR.equals(tick.getTickType())).toList();
    String minor = listed(fine, tick -> coordinate(span, tick.getValue()));
    return (span.scale() instanceof Scale.Log ? "  %smode=log,\n".formatted(side) : "")
        + "  %1$smin=%2$s, %1$smax=%3$s,\n  %1$slabel={%4$s},\n  %1$stick={%5$s}, %1$sticklabels={%6$s},\n"
            .formatted(
                side,
                number(spelt ? span.from() : span.at(0)),
                number(spelt ? span.to() : span.at(1)),
                tex.apply(axis.label() + ticks.factor()),
                listed(major, tick -> coordinate(span, tick.getValue())),
                listed(major, tick -> "{" + tex.apply(tick.getText() + axis.unit()) + "}"))
        + (minor.isEmpty() ? "" : "  minor %stick={%s},\n".formatted(side, minor));
  }

  private String look(ChartSeries series) {
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
    Look line = Look.line(theme.color(series), Look.pen(series, theme));
    return pen(line) + ", mark=" + mark + size + alone;
  }

  private static String pen(Look look) {
    return "color=%s, %s".formatted(color(look.rim()), pen(look.pen()));
  }

  static String pen(BasicStroke pen) {
    float[] dashes = pen.getDashArray() == null ? new float[0] : pen.getDashArray();
    return "line width=%spt".formatted(number(pen.getLineWidth()))
        + (dashes.length > 0 ? ", dash pattern=" : "")
        + IntStream.range(0, dashes.length)
            .mapToObj(i -> (i % 2 == 0 ? "on " : "off ") + number(dashes[i]) + "pt")
            .collect(Collectors.joining(" "));
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

  private String band(Strand band) {
    Color color = band.look().rim();
    return "\\addplot[draw=none, forget plot, fill=%s, fill opacity=%s] coordinates {%s} -- cycle;\n"
        .formatted(
            color(color),
            opacity(color),
            all(Spread.outline(band.points()).stream(), p -> "(%s) ".formatted(at(p.x(), p.y()))));
  }

  private String curve(ChartSeries series, List<ChartPoint> points, int every) {
    Color color = theme.color(series);
    return "%% %s\n\\addplot[forget plot, unbounded coords=jump, %s%s%s] coordinates {\n%s};\n"
        .formatted(
            series.name().replaceAll("\\s", " "),
            look(series),
            every > 1 ? ", mark repeat=" + every : "",
            color.getAlpha() < 255 ? ", opacity=" + opacity(color) : "",
            all(points.stream(), p -> "  (%s)\n".formatted(at(p.x(), p.y()))));
  }

  private static String opacity(Color color) {
    return number(Math.rint(color.getAlpha() / 2.55) / 100);
  }

  /** Where the colours of a surface are told. */
  private String bar(Surface surface) {
    Shades shades = Shades.of(surface, theme);
    List<String> words = shades.labels();
    return """
      colormap={gmrl}{%s},
      colorbar, point meta min=0, point meta max=%s,
      colorbar style={width=%spt, at={(1.06,1)}, anchor=north west, axis lines=box,\
     axis line style={draw=none}, ytick pos=right, yticklabel pos=right, ytick={%s},\
     yticklabels={%s}, yticklabel style={font=\\fontsize{%s}{%s}\\selectfont}},
    """
        .formatted(
            all(IntStream.rangeClosed(0, SHADES).boxed(), i -> shade(shades, i)),
            shades.decades(),
            number(theme.fontSize() * 0.8),
            listed(IntStream.range(0, words.size()).boxed().toList(), Object::toString),
            listed(words, word -> "{" + tex.apply(word) + "}"),
            number(theme.fontSize()),
            number(1.2f * theme.fontSize()));
  }

  private static String shade(Shades shades, int place) {
    Color shade = shades.getPaint((double) shades.decades() * place / SHADES);
    return "rgb255(%scm)=(%s,%s,%s) "
        .formatted(place, shade.getRed(), shade.getGreen(), shade.getBlue());
  }

  private String boxes(Strand strand) {
    double half = strand.half();
    return all(
        strand.points().stream(),
        p ->
            "\\fill[fill=%s] (axis cs:%s) rectangle (axis cs:%s);\n"
                .formatted(
                    color(strand.look().rim()),
                    at(p.x() - half, p.low()),
                    at(p.x() + half, p.high())));
  }

  private String whiskers(Strand whiskers) {
    return all(
        whiskers.points().stream(),
        p ->
            "\\draw[%s, %s] %s;\n"
                .formatted(
                    pen(whiskers.look()),
                    p.low() > frame.floor() ? "|-|" : "<-|",
                    path(at(p.x(), p.low()), at(p.x(), p.high()))));
  }

  private static String path(String from, String to) {
    return "(axis cs:%s) -- (axis cs:%s)".formatted(from, to);
  }

  private String line(ReferenceLine line) {
    boolean level = !line.isUpright();
    double value = line.value();
    if (!frame.holds(line)) {
      return "";
    }
    Corner corner = Corner.of(line, plot);
    // Words hang on the end of the path.
    double near = corner.right() ? 0 : 1;
    double up = corner.above() ? 1 : 0;
    return "\\draw[%s] %s node[%s %s, inner sep=1.5pt, fill=white, fill opacity=0.8, text opacity=1] {%s};\n"
        .formatted(
            pen(Look.of(line, theme)),
            level
                ? path(at(frame.x().at(near), value), at(frame.x().at(1 - near), value))
                : path(at(value, frame.y().at(up)), at(value, frame.y().at(1 - up))),
            corner.above() ? "above" : "below",
            level ^ corner.right() ? "right" : "left",
            tex.apply(line.label()));
  }

  /** Enough digits to read the value back, in a form that TeX reads. */
  private static String number(double value) {
    return Double.toString(value).replaceFirst("\\.0$", "").toLowerCase(Locale.ROOT);
  }

  private static String number(float value) {
    return Float.toString(value);
  }
}
