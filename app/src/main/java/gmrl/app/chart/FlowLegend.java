package gmrl.app.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Legend entries in centred rows below the plot; what does not fit is counted, never overlaps. */
final class FlowLegend {

  /** Largest share of the chart's height that the legend may take. */
  private static final double TALLEST = 0.36;

  /** What the symbols of bars are. */
  private static final String FEET = "(symbol: at the bar’s foot)";

  private final List<ChartSeries> entries;
  private final ChartTheme theme;
  private final double width;
  private final List<List<Cell>> rows;

  /** As much as fits into a chart of such a size. */
  FlowLegend(
      List<ChartSeries> series, ChartTheme theme, Graphics2D g2, double width, double height) {
    this.entries = entriesOf(series);
    this.theme = theme;
    this.width = width;
    List<Cell> cells = cells(g2, false);
    if (height < LOW * theme.fontSize()) {
      // A low chart needs its height for the curves: names alone, if that saves a row.
      List<Cell> brief = cells(g2, true);
      cells = rows(brief, width).size() < rows(cells, width).size() ? brief : cells;
    }
    this.rows = rows(g2, cells, (int) Math.max(1, height * TALLEST / rowHeight()));
  }

  double height() {
    return rows.isEmpty() ? 0 : rows.size() * rowHeight() + theme.fontSize() * 0.3;
  }

  /** Below this height, in letters, a chart is low. */
  private static final double LOW = 14;

  /** More entries than these would be a list to study rather than a legend. */
  private static final int FEW = 4;

  /** Widths that are tried to find rows of about the same length. */
  private static final int STEPS = 128;

  /**
   * Single runs behind means share one entry, which gives way where there are many others; repeated
   * names appear once. A curve that lies under another says so, since nobody can see it.
   */
  static List<ChartSeries> entriesOf(List<ChartSeries> series) {
    List<ChartSeries> entries = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    List<ChartSeries> listed = series.stream().filter(s -> !marksPartOfALine(s, series)).toList();
    boolean crowded =
        listed.stream().filter(s -> !isBehindAMean(s)).map(ChartSeries::name).distinct().count()
            >= FEW;
    for (ChartSeries each : listed) {
      ChartSeries s = isBehindAMean(each) ? shared(each) : each;
      if (isBehindAMean(each) && crowded) {
        continue;
      }
      if (!seen.contains(s.legendText()) && !s.points().isEmpty()) {
        seen.add(s.legendText());
        entries.add(
            entries.stream()
                .filter(s::coincidesWith)
                .findFirst()
                .map(above -> s.withNote((s.note() + "  under " + above.name()).strip()))
                .orElse(s));
      }
    }
    return entries;
  }

  private static boolean isBehindAMean(ChartSeries series) {
    return series.role() == Role.SINGLE_RUN && series.whose().isPresent();
  }

  /** The point "A2C, at the end" belongs to the line "A2C" and looks like it. */
  private static boolean marksPartOfALine(ChartSeries points, List<ChartSeries> all) {
    return points.mark() == Mark.POINTS
        && all.stream().anyMatch(line -> line.mark() == Mark.LINE && points.belongsTo(line));
  }

  /** "single seeds, A2C" is one of several "single seeds". */
  private static ChartSeries shared(ChartSeries series) {
    return ChartSeries.line(
        "thin lines: " + series.name().split(", ", 2)[0],
        series.role(),
        Style.neutral(Style.Dash.SOLID),
        series.points());
  }

  private double rowHeight() {
    return theme.fontSize() * 1.42;
  }

  private double sampleWidth(Mark mark) {
    return theme.fontSize() * (mark == Mark.LINE ? 2.1 : 0.9);
  }

  private double gap() {
    return theme.fontSize() * 1.3;
  }

  /** One entry with its width; without a series it is a note. */
  private record Cell(@Nullable ChartSeries series, String text, double width) {}

  private double width(List<Cell> row) {
    return row.stream().mapToDouble(Cell::width).sum() + gap() * (row.size() - 1);
  }

  /**
   * Rows of about equal width: the narrowest that still need no more rows than the widest; too many
   * end with a count of the rest.
   */
  private List<List<Cell>> rows(Graphics2D g2, List<Cell> cells, int maximum) {
    List<List<Cell>> rows = rows(cells, width);
    if (rows.size() <= maximum) {
      // One row stays as it is.
      return IntStream.range(rows.size() > 1 ? STEPS / 2 : STEPS, STEPS)
          .mapToObj(i -> rows(cells, width * i / STEPS))
          .filter(narrower -> narrower.size() <= rows.size())
          .findFirst()
          .orElse(rows);
    }
    List<List<Cell>> kept = rows.subList(0, maximum);
    List<Cell> last = kept.get(maximum - 1);
    int shown = kept.stream().mapToInt(List::size).sum();
    last.add(note(g2, "+ " + (cells.size() - shown) + " more"));
    // The count of the others needs room, too.
    while (last.size() > 2 && width(last) > width) {
      last.subList(last.size() - 2, last.size()).clear();
      last.add(note(g2, "+ " + (cells.size() - --shown) + " more"));
    }
    return kept;
  }

  private List<List<Cell>> rows(List<Cell> cells, double width) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      List<Cell> last = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
      if (last.isEmpty() || width(last) + gap() + cell.width > width) {
        rows.add(new ArrayList<>(List.of(cell)));
      } else {
        last.add(cell);
      }
    }
    return rows;
  }

  private Cell note(Graphics2D g2, String text) {
    return new Cell(null, text, width(g2, text));
  }

  /** All entries, or the names alone of those that are needed. */
  private List<Cell> cells(Graphics2D g2, boolean brief) {
    List<Cell> cells = new ArrayList<>();
    for (ChartSeries entry : entries) {
      if (!brief || entry.role() != Role.SINGLE_RUN) {
        String text = brief ? entry.name() : entry.legendText();
        double width = sampleWidth(entry.mark()) + theme.fontSize() * 0.45 + width(g2, text);
        cells.add(new Cell(entry, text, width));
      }
    }
    if (!brief && entries.stream().anyMatch(entry -> entry.isBarBeside(entries))) {
      cells.add(note(g2, FEET));
    }
    return cells;
  }

  private double width(Graphics2D g2, String text) {
    return MathText.of(text).width(g2, ChartFonts.at(theme.fontSize()));
  }

  /** Draws it with its upper left corner at a place. */
  void draw(Graphics2D g2, double left, double top) {
    Font font = ChartFonts.at(theme.fontSize());
    double y = top + theme.fontSize() * 0.3 + rowHeight() / 2;
    for (List<Cell> row : rows) {
      double x = left + Math.max(0, (width - width(row)) / 2);
      for (Cell cell : row) {
        double textAt = x;
        if (cell.series != null) {
          sample(g2, cell.series, x, y);
          textAt = x + sampleWidth(cell.series.mark()) + theme.fontSize() * 0.45;
        }
        g2.setPaint(cell.series == null ? theme.muted() : theme.foreground());
        MathText.of(cell.text).draw(g2, font, textAt, y + theme.fontSize() * 0.35);
        x += cell.width + gap();
      }
      y += rowHeight();
    }
  }

  private void sample(Graphics2D g2, ChartSeries series, double x, double y) {
    double length = sampleWidth(series.mark());
    double middle = x + length / 2;
    boolean bars = series.mark() == Mark.BARS;
    if (bars) {
      double side = theme.fontSize() * 0.8;
      g2.setPaint(theme.area(series));
      g2.fill(new Rectangle2D.Double(middle - side / 2, y - side / 2, side, side));
    } else if (series.mark() == Mark.LINE) {
      g2.setPaint(theme.color(series));
      g2.setStroke(Look.pen(series, theme));
      g2.draw(new Line2D.Double(x, y, x + length, y));
    }
    Style.Marker marker = series.style().marker();
    boolean marked = series.mark() == Mark.POINTS || marker != Style.Marker.NONE;
    if (bars ? series.isBarBeside(entries) : marked) {
      Color color = bars ? theme.whisker(series) : theme.color(series);
      Look.of(marker, color, theme).draw(g2, middle, y);
    }
  }
}
