package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.PgfAxis;
import gmrl.app.chart.PgfPicture;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Figures as PGFPlots: a picture to {@code \input} whose text is set by the paper's own LaTeX, with
 * every number in it as a coordinate, and what made it as comments.
 */
final class TikzEncoder {
  /** What every such file begins with. */
  private static final String FIRST_LINE = "% A figure of GMRL Lab for PGFPlots";

  private static final String BEGIN = "% begin specification";
  private static final String END = "% end specification";

  /** Room beside and below a plot for its labels, in sizes of type. */
  private static final double BESIDE = 5.8;

  /** The same for a second line of a label. */
  private static final double LINE = 1.3;

  /** A letter's usual width. */
  private static final double LETTER = 0.5;

  private static final double BELOW = 4.3;

  /** The sample of a line in a legend, with room around. */
  private static final double SAMPLE = 4;

  /** Room for the bar of a surface. */
  private static final double BAR = 5.5;

  private TikzEncoder() {}

  static byte[] encode(FigurePainter painter, FigureOptions options, Figure planned) {
    Figure figure = Layout.of(planned, options);
    ChartTheme theme = options.theme();
    StringBuilder out = new StringBuilder(FIRST_LINE).append('\n');
    out.append("% \\usepackage{pgfplots} \\usepgfplotslibrary{groupplots}");
    out.append(" \\pgfplotsset{compat=1.17}, then \\input{this file}\n");
    out.append("% ").append(figure.provenance().software()).append('\n');
    out.append(BEGIN).append('\n');
    planned
        .provenance()
        .document(options)
        .lines()
        .forEach(line -> out.append("% ").append(line).append('\n'));
    out.append(END).append('\n');
    picture(out, painter, figure, theme);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void picture(
      StringBuilder out, FigurePainter painter, Figure figure, ChartTheme theme) {
    int columns = Math.min(figure.columns(), figure.panels().size());
    int rows = (figure.panels().size() + columns - 1) / columns;
    double size = theme.fontSize();
    double title = figure.panels().stream().allMatch(p -> p.title().isBlank()) ? 0.4 : 1.9;
    boolean bars = figure.panels().stream().anyMatch(panel -> panel.surface().isPresent());
    double height = painter.plotHeight() - (BELOW + title) * size;
    boolean two =
        figure.panels().stream()
            .anyMatch(p -> p.y().label().length() * LETTER * theme.labelSize() > height);
    double beside = BESIDE + (bars ? BAR : 0) + (two ? LINE : 0);
    double width = painter.width() / columns - beside * size;
    double legends = figure.sharedLegend() ? 0 : painter.legendHeight();
    String type = format("font=\\fontsize{%.1f}{%.1f}\\selectfont", size, 1.2 * size);
    out.append("\\begin{tikzpicture}[every node/.append style={").append(type).append("}]\n");
    int begin = out.length();
    Set<String> marks = new LinkedHashSet<>();
    out.append(format("\\begin{groupplot}[group style={group size=%d by %d,", columns, rows));
    out.append(format(" horizontal sep=%.1fpt,", beside * size));
    out.append(format(" vertical sep=%.1fpt},\n", (BELOW + title) * size + legends));
    out.append(
        format(
            "  scale only axis, width=%.1fpt, height=%.1fpt, axis lines=left,"
                + " axis line style={-},\n",
            Math.max(width, 20), Math.max(height, 20)));
    out.append("  tick label style={").append(type).append("},\n");
    out.append(
        format(
            "  label style={font=\\fontsize{%.1f}{%.1f}\\selectfont},\n",
            theme.labelSize(), 1.2 * theme.labelSize()));
    out.append("  title style={at={(0,1)}, anchor=south west, inner xsep=0pt, ").append(type);
    out.append("},\n");
    out.append("  grid=major, grid style={black!10, line width=0.3pt}, tick align=outside,\n");
    out.append("  legend style={").append(type);
    out.append(", draw=none, fill=none, /tikz/every even column/.append style=");
    out.append("{column sep=6pt}}, legend cell align=left]\n");
    for (int i = 0; i < figure.panels().size(); i++) {
      ChartModel panel = figure.panels().get(i);
      out.append("\\nextgroupplot[\n").append(panel.picture().isPresent() ? "  hide axis,\n" : "");
      PgfAxis axis = new PgfAxis(panel, theme, width, height, TexText::of);
      out.append(axis.options());
      boolean listed = !figure.sharedLegend() || i == 0;
      List<ChartSeries> series = figure.sharedLegend() ? figure.legend() : panel.series();
      if (listed) {
        out.append(
            legendStyle(
                figure,
                series,
                figure.sharedLegend() ? painter.width() : painter.width() / columns,
                size));
      }
      out.append("]\n");
      out.append(axis.content());
      if (listed) {
        out.append(axis.legend(series));
      }
      marks.addAll(axis.marks());
    }
    out.append("\\end{groupplot}\n").insert(begin, String.join("", marks));
    for (int i = 0; i < figure.panels().size(); i++) {
      String corner = format("group c%dr%d.south west", i % columns + 1, i / columns + 1);
      drawing(out, figure.panels().get(i), theme, corner, width, height);
    }
    if (figure.sharedLegend()) {
      out.append(
          format(
              "\\node[anchor=north] at ([yshift=-%.1fpt]current bounding box.south)"
                  + " {\\pgfplotslegendfromname{%s}};\n",
              0.4 * size, label(figure)));
    }
    out.append("\\end{tikzpicture}\n");
  }

  /** A drawing has no labels: it takes their room, too. */
  private static void drawing(
      StringBuilder out,
      ChartModel panel,
      ChartTheme theme,
      String corner,
      double width,
      double height) {
    if (panel.picture().isEmpty()) {
      return;
    }
    double left = 0.9 * BESIDE * theme.fontSize();
    double below = 0.9 * BELOW * theme.fontSize();
    out.append("\\begin{scope}[");
    out.append(format("shift={([xshift=-%.1fpt,yshift=-%.1fpt]%s)}", left, below, corner));
    out.append(", x=1pt, y=1pt]\n");
    out.append(
        PgfPicture.of(panel.picture().get(), theme, width + left, height + below, TexText::of));
    out.append("\\end{scope}\n");
  }

  /** A legend under its own plot, or put away under a name for all of them. */
  private static String legendStyle(
      Figure figure, List<ChartSeries> series, double room, double size) {
    int across = Math.max(1, series.size());
    while (across > 1 && width(series, across) * size > room) {
      across--;
    }
    return figure.sharedLegend()
        ? format("  legend to name=%s, legend columns=%d,\n", label(figure), across)
        : format(
            "  legend columns=%d, legend style={at={(0.5,0)}, anchor=north, yshift=-%.1fpt},\n",
            across, 0.85 * BELOW * size);
  }

  /** About how wide a legend is, in sizes of type: each column is as wide as its widest entry. */
  private static double width(List<ChartSeries> series, int across) {
    double[] columns = new double[across];
    for (int i = 0; i < series.size(); i++) {
      double entry = SAMPLE + LETTER * series.get(i).legendText().length();
      columns[i % across] = Math.max(columns[i % across], entry);
    }
    return Arrays.stream(columns).sum();
  }

  private static String label(Figure figure) {
    return "gmrl-" + figure.id().replaceAll("[^A-Za-z0-9-]", "-");
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  /** What {@link #encode} wrote into its comments. */
  static Optional<String> document(byte[] tex) {
    List<String> lines = new String(tex, StandardCharsets.UTF_8).lines().toList();
    int begin = lines.indexOf(BEGIN);
    int end = lines.indexOf(END);
    return begin < 0 || end < begin
        ? Optional.empty()
        : Optional.of(
            lines.subList(begin + 1, end).stream()
                .map(line -> line.startsWith("% ") ? line.substring(2) : line)
                .collect(Collectors.joining("\n")));
  }
}
