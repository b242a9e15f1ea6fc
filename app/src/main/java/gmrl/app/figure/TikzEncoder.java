package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ChartTheme;
import gmrl.app.chart.PgfAxis;
import gmrl.app.chart.PgfPicture;
import gmrl.app.chart.PgfRoom;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
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

  /** Room for the bar of a surface. */
  private static final double BAR = 5.5;

  /** Room right of a plot for half of its last number. */
  private static final double RIGHT = 0.9;

  /** Room above a heading and, half of it, below, in sizes of type. */
  private static final double HEAD = 0.9;

  /** Share of a width that words fill. */
  private static final double FILLED = 0.97;

  /** Points of TeX in one of every other program, of which an inch has 72. */
  private static final double TEX = 72.27 / 72;

  private TikzEncoder() {}

  static byte[] encode(FigurePainter painter, FigureOptions options, Figure planned) {
    Figure figure = painter.figure();
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
    int columns = painter.columns();
    int rows = painter.rows();
    double size = theme.fontSize();
    double all = painter.width() * TEX;
    double cell = all / columns;
    double words = FILLED * cell;
    double title = heading(figure.panels(), size, words);
    double below = most(axes(figure, theme, cell, cell), room -> room.below(words));
    double height = Math.max(20, painter.plotHeight() - below - title);
    double left = most(axes(figure, theme, cell, height), PgfRoom::beside);
    boolean bars = figure.panels().stream().anyMatch(panel -> panel.surface().isPresent());
    double right = (RIGHT + (bars ? BAR : 0)) * size;
    double width = Math.max(20, cell - left - right);
    double legends = figure.sharedLegend() ? 0 : painter.legendHeight();
    List<List<ChartSeries>> listed = painter.listed();
    List<PgfAxis> axes = axes(figure, theme, width, height);
    String type = format("font=\\fontsize{%.1f}{%.1f}\\selectfont", size, PgfRoom.LINE * size);
    out.append("\\begin{tikzpicture}[every node/.append style={").append(type).append("}]\n");
    int begin = out.length();
    out.append(format("\\begin{groupplot}[group style={group size=%d by %d,", columns, rows));
    out.append(format(" horizontal sep=%.2fpt,", cell - width));
    out.append(format(" vertical sep=%.2fpt},\n", below + title + legends));
    out.append(
        format(
            "  scale only axis, width=%.2fpt, height=%.2fpt, axis lines=left,"
                + " axis line style={-},\n",
            width, height));
    double tick = axes.get(0).room().tick();
    out.append(
        format("  major tick length=%.2fpt, minor tick length=%.2fpt,\n", tick, 0.55 * tick));
    out.append(format("  tick label style={inner sep=%.1fpt, ", PgfRoom.APART)).append(type);
    out.append("},\n");
    out.append(
        format(
            "  label style={inner sep=%.1fpt, font=\\fontsize{%.1f}{%.1f}\\selectfont},\n",
            PgfRoom.APART, theme.labelSize(), PgfRoom.LINE * theme.labelSize()));
    out.append(
        format(
            "  every axis title/.style={at={(0,1)}, anchor=north west, xshift=-%.2fpt, text width=%.2fpt,"
                + " align=flush left, inner sep=0pt, ",
            left, words));
    out.append(type).append("},\n");
    out.append("  scaled ticks=false, grid=major,");
    out.append(" grid style={black!10, line width=0.3pt}, tick align=outside]\n");
    for (int i = 0; i < axes.size(); i++) {
      out.append("\\nextgroupplot[\n");
      out.append(figure.panels().get(i).picture().isPresent() ? "  hide axis,\n" : "");
      out.append(
          format(
              "  xlabel style={xshift=-%.2fpt, text width=%.2fpt, align=center},"
                  + " title style={yshift=%.2fpt},\n",
              axes.get(i).room().beyond(cell - left, words),
              words,
              heading(painter.row(figure.panels(), i / columns), size, words) - HEAD / 2 * size));
      out.append(axes.get(i).options()).append("]\n");
      out.append(axes.get(i).content());
    }
    out.append("\\end{groupplot}\n");
    for (int i = 0; i < axes.size(); i++) {
      String corner = format("group c%dr%d.south west", i % columns + 1, i / columns + 1);
      drawing(out, figure.panels().get(i), theme, corner, 0.9 * left, 0.9 * below, width, height);
      if (!figure.sharedLegend()) {
        String at = format("[xshift=%.2fpt,yshift=-%.2fpt]%s", cell / 2 - left, below, corner);
        legend(out, at, words, axes.get(i).legend(listed.get(i), words));
      }
    }
    String middle = format("[xshift=%.2fpt]group c1r1.south west", all / 2 - left);
    if (figure.sharedLegend()) {
      double room = FILLED * all;
      String at = middle + " |- current bounding box.south";
      legend(out, at, room, axes.get(0).legend(listed.get(0), room));
    }
    // As wide as was asked for, whatever the paper's own type makes of the words.
    out.append(
        """
        \\coordinate (gmrl low) at (current bounding box.south);
        \\coordinate (gmrl high) at (current bounding box.north);
        \\pgfresetboundingbox
        """);
    out.append(
        format(
            "\\path[use as bounding box] ([xshift=-%.2fpt]group c1r1.south west |- gmrl low)"
                + " rectangle ([xshift=%.2fpt]group c1r1.south west |- gmrl high);\n",
            left, all - left));
    // Without a sign the end of the line would be a space beside the picture.
    out.append("\\end{tikzpicture}%\n");
    Set<String> marks = new LinkedHashSet<>();
    axes.forEach(axis -> marks.addAll(axis.marks()));
    out.insert(begin, String.join("", marks));
  }

  private static List<PgfAxis> axes(Figure figure, ChartTheme theme, double width, double height) {
    return figure.panels().stream()
        .map(panel -> new PgfAxis(panel, theme, width, height, TexText::of))
        .toList();
  }

  /** Room above plots for the highest of their headings. */
  private static double heading(List<ChartModel> panels, double size, double width) {
    return panels.stream()
        .filter(panel -> !panel.title().isBlank())
        .mapToDouble(
            panel -> (HEAD + PgfRoom.LINE * PgfRoom.rows(panel.title(), size, width)) * size)
        .reduce(HEAD / 2 * size, Math::max);
  }

  private static double most(List<PgfAxis> axes, ToDoubleFunction<PgfRoom> part) {
    return axes.stream().map(PgfAxis::room).mapToDouble(part).max().orElse(0);
  }

  /** A paragraph below a plot, or below all. */
  private static void legend(StringBuilder out, String at, double width, String entries) {
    if (!entries.isBlank()) {
      out.append(
          format(
              "\\node[anchor=north, inner xsep=0pt, text width=%.2fpt, align=center] at (%s) {%%\n",
              width, at));
      out.append(entries).append("};\n");
    }
  }

  /** A drawing has no labels: it takes their room, too. */
  private static void drawing(
      StringBuilder out,
      ChartModel panel,
      ChartTheme theme,
      String corner,
      double left,
      double below,
      double width,
      double height) {
    if (panel.picture().isEmpty()) {
      return;
    }
    out.append("\\begin{scope}[");
    out.append(format("shift={([xshift=-%.1fpt,yshift=-%.1fpt]%s)}", left, below, corner));
    out.append(", x=1pt, y=1pt]\n");
    out.append(
        PgfPicture.of(panel.picture().get(), theme, width + left, height + below, TexText::of));
    out.append("\\end{scope}\n");
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
