package gmrl.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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

  /** A symbol's curves become pieces that are too short to be seen. */
  private static final double SCALE = 20;

  private static final AffineTransform FINE = AffineTransform.getScaleInstance(SCALE, SCALE);

  /** The ground of words over curves. */
  private static final String VEIL = "fill=white, fill opacity=0.8, text opacity=1";

  private final PlotGeometry plot;
  private final ChartModel model;
  private final ChartTheme theme;
  private final ChartFrame frame;
  private final UnaryOperator<String> tex;
  private final PgfRoom room;
  private final Set<String> marks = new LinkedHashSet<>();

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
    room = new PgfRoom(plot);
  }

  /** Options of the axis, without brackets. */
  public String options() {
    return side(true)
        + side(false)
        + String.format(
            Locale.ROOT,
            "  ylabel style={overlay, xshift=-%.1fpt, align=center, text width=%.1fpt},\n",
            room.down(),
            room.upright())
        + (model.x().categories().isEmpty() ? "" : "  xmajorgrids=false,\n")
        + (model.x().isLike(model.y()) ? "  axis equal image,\n" : "")
        + model.surface().map(this::bar).orElse("")
        + (model.title().isBlank() ? "" : "  title={%s},\n".formatted(tex.apply(model.title())))
        // Words would be clipped with the curves.
        + "  extra description/.code={%s},\n".formatted(all(model.lines().stream(), this::words));
  }

  /** The room that its numbers and words need. */
  public PgfRoom room() {
    return room;
  }

  /** What the axis holds, from the bottom up. */
  public String content() {
    Strands strands = new Strands(plot);
    List<ChartSeries> upwards = strands.upwards();
    return all(strands.tiles(), this::boxes)
        + all(upwards.stream().flatMap(strands::bands), this::band)
        + all(
            upwards.stream().filter(s -> s.mark() == Mark.BARS),
            s -> "%% %s\n".formatted(s.name()) + all(strands.bars(s), this::boxes))
        + all(upwards.stream().map(strands::whiskers), this::whiskers)
        + all(upwards.stream().filter(s -> s.mark() == Mark.LINE), s -> curve(s, strands.curve(s)))
        + all(strands.symbols(), this::symbols)
        + all(model.lines().stream(), this::line)
        + (model.mark().isEmpty()
            ? ""
            : "\\node[anchor=north east, inner sep=1.5pt, %s] at (rel axis cs:0.99,0.98) {%s};\n"
                .formatted(VEIL, tex.apply(model.mark())));
  }

  /**
   * A legend as words of a paragraph, which LaTeX sets in rows of its own type.
   *
   * @param entries what it lists
   * @param width of a row in points; what is longer may be broken
   */
  public String legend(List<ChartSeries> entries, double width) {
    return entries.stream()
        .map(
            one -> {
              String sample = one.mark() == Mark.BARS ? bar(one, entries) : sample(one);
              String entry = sample + "\\," + tex.apply(one.legendText());
              double wide = PgfRoom.width(one.legendText(), theme.fontSize());
              return wide + 3 * theme.fontSize() > width ? entry : "\\mbox{" + entry + "}";
            })
        .collect(Collectors.joining("\\quad\n", "", "\n"));
  }

  private String sample(ChartSeries one) {
    boolean alone = one.mark() == Mark.POINTS;
    boolean marked = alone || one.style().marker() != Style.Marker.NONE;
    return "\\tikz[baseline=-0.6ex]\\draw[%s] plot[%s] coordinates {%s};"
        .formatted(
            pen(Look.of(one, theme)),
            (alone ? "only marks, " : "mark repeat=2, mark phase=2, ")
                + (marked ? mark(Look.symbol(one, theme)) : "mark=none"),
            alone ? "(0,0)" : "(0,0) (0.3cm,0) (0.6cm,0)");
  }

  /** What declares the symbols of content and legend; the same of every axis of a picture. */
  public Set<String> marks() {
    return marks;
  }

  private String bar(ChartSeries bars, List<ChartSeries> all) {
    String place = "\\path plot[%s] coordinates {(0.15cm,0.03cm)};";
    String symbol = bars.isBarBeside(all) ? place.formatted(mark(Look.symbol(bars, theme))) : "";
    return "\\tikz[baseline=-0.6ex]{\\fill[fill=%s] (0cm,-0.1cm) rectangle (0.3cm,0.16cm);%s}"
        .formatted(color(theme.area(bars)), symbol);
  }

  /** A symbol of the shape that it has everywhere. */
  private String mark(Look look) {
    double[] at = Pen.corners(FINE.createTransformedShape(look.shape()));
    String path =
        IntStream.range(0, at.length / 2)
            .mapToObj(i -> point(i == 0 ? "move" : "line", at[2 * i], at[2 * i + 1]))
            .collect(Collectors.joining());
    String name = "gmrl-" + Integer.toHexString(path.hashCode());
    marks.add(
        "\\pgfdeclareplotmark{%s}{%s\\pgfpathclose\\pgfusepathqfillstroke}\n"
            .formatted(name, path));
    return "mark=%s, mark options={solid, fill=%s, draw=%s, %s}"
        .formatted(
            name, color(Objects.requireNonNull(look.fill())), color(look.rim()), pen(look.pen()));
  }

  private static String point(String how, double x, double y) {
    return "\\pgfpath%sto{\\pgfpoint{%spt}{%spt}}"
        .formatted(how, PgfPicture.number(x / SCALE), PgfPicture.number(-y / SCALE));
  }

  private static <T> String all(Stream<T> parts, Function<T, String> text) {
    return parts.map(text).collect(Collectors.joining());
  }

  private static <T> String listed(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining(","));
  }

  private String side(boolean level) {
    String side = level ? "x" : "y";
    ChartAxis axis = plot.axis(level);
    Span span = plot.span(level);
    Ticks ticks = Ticks.along(plot, level, plot.grain(level), plot.length(level));
    boolean spelt = span.scale() instanceof Scale.SymLog;
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

  private static String pen(Look look) {
    return ink(look.rim()) + ", " + pen(look.pen());
  }

  static String ink(Color color) {
    String through = color.getAlpha() < 255 ? ", opacity=" + opacity(color) : "";
    return "color=" + color(color) + through;
  }

  static String pen(BasicStroke pen) {
    float[] dashes = pen.getDashArray() == null ? new float[0] : pen.getDashArray();
    return "line width=%spt".formatted(pen.getLineWidth())
        + (dashes.length > 0 ? ", dash pattern=" : "")
        + IntStream.range(0, dashes.length)
            .mapToObj(i -> (i % 2 == 0 ? "on " : "off ") + dashes[i] + "pt")
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
    String fill = "draw=none, fill=%s, fill opacity=%s".formatted(color(color), opacity(color));
    return addplot(fill, Spread.outline(band.points()), "(%s) ", "} -- cycle");
  }

  private String addplot(String options, List<ChartPoint> points, String each, String end) {
    return "\\addplot[forget plot, %s] coordinates {%s%s;\n"
        .formatted(options, all(points.stream(), p -> each.formatted(at(p.x(), p.y()))), end);
  }

  private String curve(ChartSeries series, Strand curve) {
    String options = "unbounded coords=jump, no marks, " + pen(curve.look());
    return "%% %s\n".formatted(series.name().replaceAll("\\s", " "))
        + addplot(options, curve.points(), "\n  (%s)", "\n}");
  }

  /** Whiskers have arrows for what is open. */
  private String symbols(Strand strand) {
    return strand.points().isEmpty() || strand.look().fill() == null
        ? ""
        : addplot("only marks, " + mark(strand.look()), strand.points(), "(%s) ", "}");
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
            theme.fontSize(),
            1.2f * theme.fontSize());
  }

  private static String shade(Shades shades, int place) {
    Color shade = shades.getPaint((double) shades.decades() * place / SHADES);
    return "rgb255(%scm)=(%s,%s,%s) "
        .formatted(place, shade.getRed(), shade.getGreen(), shade.getBlue());
  }

  private String boxes(Strand strand) {
    String color = color(strand.look().rim());
    String fill = "\\fill[fill=" + color + "] (axis cs:%s) rectangle (axis cs:%s);\n";
    double half = strand.half();
    return all(
        strand.points().stream(),
        p -> fill.formatted(at(p.x() - half, p.low()), at(p.x() + half, p.high())));
  }

  private String whiskers(Strand whiskers) {
    String draw = "\\draw[" + pen(whiskers.look()) + ", %s] %s;\n";
    return all(
        whiskers.points().stream(),
        p -> {
          String path = path(at(p.x(), p.low()), at(p.x(), p.high()));
          return draw.formatted(p.low() > frame.floor() ? "|-|" : "<-|", path);
        });
  }

  private static String path(String from, String to) {
    return "(axis cs:%s) -- (axis cs:%s)".formatted(from, to);
  }

  private String line(ReferenceLine line) {
    double value = line.value();
    String path =
        line.isUpright()
            ? path(at(value, frame.y().at(0)), at(value, frame.y().at(1)))
            : path(at(frame.x().at(0), value), at(frame.x().at(1), value));
    return frame.holds(line) ? "\\draw[%s] %s;\n".formatted(pen(Look.of(line, theme)), path) : "";
  }

  /** What a line in sight is called, in shares of the plot. */
  private String words(ReferenceLine whole) {
    ReferenceLine line = Corner.fitting(whole, plot);
    if (!frame.holds(line) || line.label().isEmpty()) {
      return "";
    }
    Corner corner = Corner.of(line, plot);
    boolean level = !line.isUpright();
    double size = corner.box().getHeight();
    double wide = corner.box().getWidth();
    String text = tex.apply(line.label());
    boolean small = size < 0.99 * Corner.WORDS * theme.fontSize();
    // The paper's own type has other widths: only LaTeX can make it fit.
    String fitting = small ? "\\resizebox{%.1fpt}{!}{%s}" : "%2$s";
    return String.format(
        Locale.ROOT,
        "\\node[%s %s, inner sep=1.5pt%s, font=\\fontsize{%.1f}{%.1f}\\selectfont] at (axis description cs:%s) {%s};",
        level == corner.upper() ? "above" : "below",
        level ^ corner.right() ? "right" : "left",
        wide < plot.area().getWidth() ? ", " + VEIL : "",
        size,
        PgfRoom.LINE * size,
        PgfPicture.number(level ? corner.share(plot, true) : frame.x().share(line.value()))
            + ","
            + PgfPicture.number(level ? frame.y().share(line.value()) : corner.share(plot, false)),
        String.format(Locale.ROOT, fitting, wide, text));
  }

  /** Enough digits to read the value back, in a form that TeX reads. */
  private static String number(double value) {
    return Double.toString(value).replaceFirst("\\.0$", "").toLowerCase(Locale.ROOT);
  }
}
