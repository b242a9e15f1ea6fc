package gmrl.app.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.VerticalAlignment;
import org.jspecify.annotations.Nullable;

/** Legend entries in centred rows below the plot; what does not fit is counted, never overlaps. */
@SuppressWarnings("serial")
final class FlowLegend extends Title {

  /** Largest share of the chart's height that the legend may take. */
  private static final double TALLEST = 0.36;

  /** What the symbols of bars are. */
  private static final String FEET = "(symbol: at the bar’s foot)";

  private final transient List<ChartSeries> entries;
  private final transient ChartTheme theme;
  private transient @Nullable List<Cell> measured;

  /** Whether names alone are written: a low chart needs its height for the curves. */
  private transient boolean brief;

  FlowLegend(List<ChartSeries> series, ChartTheme theme) {
    super(
        RectangleEdge.BOTTOM,
        HorizontalAlignment.CENTER,
        VerticalAlignment.CENTER,
        RectangleInsets.ZERO_INSETS);
    this.entries = entriesOf(series);
    this.theme = theme;
  }

  /** Below this height, in letters, a chart is low. */
  private static final double LOW = 14;

  /** More entries than these would be a list to study rather than a legend. */
  private static final int FEW = 4;

  /**
   * Single runs behind means share one entry, which gives way where there are many others; repeated
   * names appear once. A curve that lies under another says so, since nobody can see it.
   */
  static List<ChartSeries> entriesOf(List<ChartSeries> series) {
    List<ChartSeries> entries = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    boolean crowded =
        series.stream()
                .filter(s -> !isBehindAMean(s) && !marksPartOfALine(s, series))
                .map(ChartSeries::name)
                .distinct()
                .count()
            >= FEW;
    for (ChartSeries each : series) {
      ChartSeries s = isBehindAMean(each) ? shared(each) : each;
      if ((isBehindAMean(each) && crowded) || marksPartOfALine(each, series)) {
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
    return series.role() == Role.SINGLE_RUN && series.name().contains(", ");
  }

  /** The point "A2C, at the end" belongs to the line "A2C" and looks like it. */
  private static boolean marksPartOfALine(ChartSeries points, List<ChartSeries> all) {
    return points.mark() == Mark.POINTS
        && all.stream()
            .anyMatch(
                line -> line.mark() == Mark.LINE && points.name().startsWith(line.name() + ", "));
  }

  /** "single seeds, A2C" is one of several "single seeds". */
  private static ChartSeries shared(ChartSeries series) {
    String what = series.name().substring(0, series.name().indexOf(", "));
    return ChartSeries.line(
        "thin lines: " + what, series.role(), Style.neutral(Style.Dash.SOLID), series.points());
  }

  @Override
  public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
    double width =
        constraint.getWidthRange() == null
            ? constraint.getWidth()
            : constraint.getWidthRange().getUpperBound();
    double height =
        constraint.getHeightRange() == null
            ? constraint.getHeight()
            : constraint.getHeightRange().getUpperBound();
    brief = height < LOW * theme.fontSize();
    measured = null;
    int rows = rows(g2, width, maximumRows(height)).size();
    return new Size2D(width, rows == 0 ? 0 : rows * rowHeight() + theme.fontSize() * 0.3);
  }

  private int maximumRows(double chartHeight) {
    return Math.max(1, (int) (chartHeight * TALLEST / rowHeight()));
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
  private record Cell(@Nullable ChartSeries series, String text, double width) {
    boolean countsRest() {
      return series == null && !text.equals(FEET);
    }
  }

  /** Rows of about equal width: the narrowest that still need no more rows than the widest. */
  private List<List<Cell>> rows(Graphics2D g2, double width, int maximum) {
    List<List<Cell>> widest = greedy(g2, width, maximum);
    boolean cut = widest.stream().flatMap(List::stream).anyMatch(Cell::countsRest);
    if (widest.size() < 2 || cut) {
      return widest;
    }
    double low = width / 2;
    double high = width;
    List<List<Cell>> best = widest;
    for (int i = 0; i < 6; i++) {
      double middle = (low + high) / 2;
      List<List<Cell>> narrower = greedy(g2, middle, maximum + 1);
      if (narrower.size() <= widest.size()) {
        best = narrower;
        high = middle;
      } else {
        low = middle;
      }
    }
    return best;
  }

  private List<List<Cell>> greedy(Graphics2D g2, double width, int maximum) {
    List<Cell> cells = cells(g2);
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> row = new ArrayList<>();
    double used = 0;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      boolean full = !row.isEmpty() && used + gap() + cell.width > width;
      if (full && rows.size() + 1 == maximum) {
        Cell rest = rest(g2, cells.size() - i);
        // The count of the others needs room, too.
        while (row.size() > 1 && used + gap() + rest.width > width) {
          used -= row.remove(row.size() - 1).width + gap();
          rest = rest(g2, cells.size() - i + 1);
          i--;
        }
        row.add(rest);
        break;
      }
      if (full) {
        rows.add(row);
        row = new ArrayList<>();
        used = 0;
      }
      row.add(cell);
      used += cell.width + (row.size() > 1 ? gap() : 0);
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    return rows;
  }

  private Cell rest(Graphics2D g2, int many) {
    String text = "+ " + many + " more";
    return new Cell(null, text, width(g2, text));
  }

  /** All entries measured; measuring text is the slow part, so once is enough. */
  private List<Cell> cells(Graphics2D g2) {
    if (measured == null) {
      List<Cell> cells = new ArrayList<>();
      for (ChartSeries entry : entries) {
        String text = brief ? entry.name() : entry.legendText();
        double width = sampleWidth(entry.mark()) + theme.fontSize() * 0.45 + width(g2, text);
        cells.add(new Cell(entry, text, width));
      }
      if (!brief && entries.stream().anyMatch(entry -> entry.isBarBeside(entries))) {
        cells.add(new Cell(null, FEET, width(g2, FEET)));
      }
      measured = cells;
    }
    return measured;
  }

  private double width(Graphics2D g2, String text) {
    return MathText.of(text).width(g2, ChartFonts.at(theme.fontSize()));
  }

  @Override
  public void draw(Graphics2D g2, Rectangle2D area) {
    draw(g2, area, rows(g2, area.getWidth(), Integer.MAX_VALUE));
  }

  @Override
  public @Nullable Object draw(Graphics2D g2, Rectangle2D area, Object parameters) {
    int fitting = (int) Math.max(1, Math.round(area.getHeight() / rowHeight()));
    draw(g2, area, rows(g2, area.getWidth(), fitting));
    return null;
  }

  private void draw(Graphics2D g2, Rectangle2D area, List<List<Cell>> rows) {
    Font font = ChartFonts.at(theme.fontSize());
    double y = area.getY() + theme.fontSize() * 0.3 + rowHeight() / 2;
    for (List<Cell> row : rows) {
      double total = gap() * (row.size() - 1);
      for (Cell cell : row) {
        total += cell.width;
      }
      double x = area.getX() + Math.max(0, (area.getWidth() - total) / 2);
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
    g2.setPaint(theme.color(series));
    if (series.mark() == Mark.BARS) {
      double side = theme.fontSize() * 0.8;
      g2.setPaint(theme.area(series));
      g2.fill(new Rectangle2D.Double(middle - side / 2, y - side / 2, side, side));
      if (series.isBarBeside(entries)) {
        Markers.of(series.style().marker(), theme.whisker(series), theme).draw(g2, middle, y);
      }
      return;
    }
    if (series.mark() == Mark.LINE) {
      g2.setStroke(Markers.stroke(series, theme));
      g2.draw(new Line2D.Double(x, y, x + length, y));
    }
    if (series.mark() == Mark.POINTS || series.style().marker() != Style.Marker.NONE) {
      Markers.of(series.style().marker(), theme.color(series), theme).draw(g2, middle, y);
    }
  }
}
