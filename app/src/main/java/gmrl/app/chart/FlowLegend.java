package gmrl.app.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Legend entries in centred rows below the plot; what does not fit is counted, never overlaps. */
public final class FlowLegend {

  /** Largest share of a figure's height that the legend may take. */
  static final double ON_PAPER = 0.36;

  /** The same of many entries on screen, where a curve that is pointed at says its name. */
  static final double ON_SCREEN = 0.2;

  private static final int MANY = 8;

  /** More entries than these would be a list to study rather than a legend. */
  private static final int FEW = 4;

  /** By so much rows are narrowed to find some of about the same length. */
  private static final double NARROWER = 0.98;

  private final List<ChartSeries> entries;
  private final ChartTheme theme;
  private final double width;
  private final List<List<Cell>> rows;

  /**
   * As high as it needs.
   *
   * @param entries what it lists
   * @param theme colours and sizes
   * @param width room for its rows
   */
  public FlowLegend(List<ChartSeries> entries, ChartTheme theme, double width) {
    this(entries, theme, width, Double.MAX_VALUE, ON_PAPER);
  }

  /**
   * As much as fits into a chart of such a size.
   *
   * @param tallest share of the height that it may take
   */
  FlowLegend(
      List<ChartSeries> entries, ChartTheme theme, double width, double height, double tallest) {
    this.entries = entries;
    this.theme = theme;
    this.width = width;
    double share = entries.size() > MANY ? tallest : ON_PAPER;
    this.rows = rows(Math.max(1, height * share / rowHeight()));
  }

  /** How high all rows are. */
  public double height() {
    return rows.isEmpty() ? 0 : rows.size() * rowHeight() + theme.fontSize() * 0.3;
  }

  /** What the legend of a chart lists, in every format. */
  public static List<ChartSeries> entriesOf(ChartModel model) {
    return entriesOf(model, Limits.of(model));
  }

  static List<ChartSeries> entriesOf(ChartModel model, ChartFrame frame) {
    return entriesOf(EdgeSigns.listed(model, frame), frame.y());
  }

  /**
   * Single runs behind means share one entry, which gives way where there are many others; repeated
   * names appear once. A curve that lies under another says so, since nobody can see it.
   *
   * @param up what is in sight of the vertical axis, if the legend belongs to one plot
   */
  public static List<ChartSeries> entriesOf(List<ChartSeries> series, @Nullable Span up) {
    Map<String, String> names = new HashMap<>();
    List<ChartSeries> listed =
        series.stream().filter(s -> !s.points().isEmpty() && !marksPartOfALine(s, series)).toList();
    long others =
        listed.stream().filter(s -> !isBehindAMean(s)).map(ChartSeries::name).distinct().count();
    boolean alike =
        listed.stream()
                .filter(FlowLegend::isBehindAMean)
                .map(single -> single.style().hue())
                .distinct()
                .count()
            == 1;
    Map<String, ChartSeries> entries = new LinkedHashMap<>();
    for (ChartSeries s : listed) {
      if (!isBehindAMean(s)) {
        String under =
            entries.values().stream()
                .filter(e -> s.coincidesWith(e) || (up != null && s.isHiddenBy(e, up)))
                .findFirst()
                .map(above -> ", under " + names.getOrDefault(above.name(), above.name()))
                .orElse("");
        // In the name, since notes are left out where there is no room.
        entries.putIfAbsent(s.legendText(), s.withName(s.name() + under));
        names.put(s.name() + under, s.name());
      } else if (others < FEW) {
        ChartSeries shared = shared(s, alike);
        entries.putIfAbsent(shared.name(), shared);
      }
    }
    return List.copyOf(entries.values());
  }

  private static boolean isBehindAMean(ChartSeries series) {
    return series.role() == Role.SINGLE_RUN && series.whose().isPresent();
  }

  /** The point "A2C, at the end" belongs to the line "A2C" and looks like it. */
  private static boolean marksPartOfALine(ChartSeries points, List<ChartSeries> all) {
    return points.mark() == Mark.POINTS
        && all.stream().anyMatch(line -> line.mark() == Mark.LINE && points.belongsTo(line));
  }

  /**
   * "single seeds, A2C" is one of several "single seeds": in their colour where they have the same,
   * else it says that each has that of its own curve.
   */
  private static ChartSeries shared(ChartSeries series, boolean alike) {
    String name = "thin lines: " + series.name().split(", ", 2)[0];
    Style style = Style.neutral(Style.Dash.SOLID);
    return ChartSeries.line(
        alike ? name : name + ", in its curve’s colour",
        series.role(),
        alike ? new Style(series.style().hue(), style.dash(), style.marker()) : style,
        series.points());
  }

  private double rowHeight() {
    return theme.fontSize() * 1.42;
  }

  private double gap() {
    return theme.fontSize() * 1.3;
  }

  /**
   * One entry, or more of it, with the widths of its sample and of all; without one it is a note.
   */
  private record Cell(
      @Nullable ChartSeries series, MathText text, Font font, double sample, double width) {}

  private double width(List<Cell> row) {
    return row.stream().mapToDouble(Cell::width).sum() + gap() * (row.size() - 1);
  }

  /**
   * As few rows as possible of about equal width; those that are too many lose their notes and then
   * end with a count of the rest.
   */
  private List<List<Cell>> rows(double most) {
    List<Cell> cells = cells(entries.size(), ChartSeries::legendText);
    for (int shown = entries.size(); shown > 0 && rows(cells, width).size() > most; shown--) {
      cells = cells(shown, ChartSeries::name);
    }
    int needed = rows(cells, width).size();
    double narrow = width;
    while (needed > 1 && narrow > width / 2 && rows(cells, narrow * NARROWER).size() == needed) {
      narrow *= NARROWER;
    }
    return rows(cells, narrow);
  }

  private List<List<Cell>> rows(List<Cell> cells, double wide) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      List<Cell> last = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
      if (last.isEmpty() || width(last) + gap() + cell.width > wide) {
        rows.add(new ArrayList<>(List.of(cell)));
      } else {
        last.add(cell);
      }
    }
    return rows;
  }

  /** The first entries, and how many there are besides. */
  private List<Cell> cells(int shown, Function<ChartSeries, String> words) {
    List<Cell> cells = new ArrayList<>();
    for (ChartSeries entry : entries.subList(0, shown)) {
      double sample = theme.fontSize() * (entry.mark() == Mark.LINE ? 2.55 : 1.35);
      cells.addAll(cells(entry, words.apply(entry), sample));
    }
    if (shown < entries.size()) {
      cells.addAll(cells(null, "+ " + (entries.size() - shown) + " more", 0));
    }
    return cells;
  }

  /** What is longer than a row takes several below each other; a word that is longer is smaller. */
  private List<Cell> cells(@Nullable ChartSeries series, String words, double sample) {
    double room = width - sample;
    ToDoubleFunction<String> length = text -> ChartFonts.width(text, theme.fontSize());
    List<String> lines = MathText.lines(words, room, length);
    double wide = lines.stream().mapToDouble(length).max().orElse(0);
    Font font = ChartFonts.at((float) (theme.fontSize() * Math.min(1, room / wide)));
    return IntStream.range(0, lines.size())
        .mapToObj(
            i ->
                new Cell(
                    i == 0 ? series : null,
                    MathText.of(lines.get(i)),
                    font,
                    sample,
                    sample + Math.min(room, wide)))
        .toList();
  }

  /** Draws it with its upper left corner at a place. */
  public void draw(Graphics2D g2, double left, double top) {
    double em = theme.fontSize();
    double y = top + em * 0.3 + rowHeight() / 2;
    for (List<Cell> row : rows) {
      double x = left + Math.max(0, (width - width(row)) / 2);
      for (Cell cell : row) {
        if (cell.series != null) {
          sample(g2, cell.series, x, x + cell.sample - em * 0.45, y);
        }
        g2.setPaint(cell.sample == 0 ? theme.muted() : theme.foreground());
        cell.text.draw(g2, cell.font, x + cell.sample, y + em * 0.35);
        x += cell.width + gap();
      }
      y += rowHeight();
    }
  }

  private void sample(Graphics2D g2, ChartSeries series, double from, double to, double y) {
    double middle = (from + to) / 2;
    boolean bars = series.mark() == Mark.BARS;
    if (bars) {
      double side = theme.fontSize() * 0.8;
      g2.setPaint(theme.area(series));
      g2.fill(new Rectangle2D.Double(middle - side / 2, y - side / 2, side, side));
    } else if (series.mark() == Mark.LINE) {
      Look.of(series, theme).draw(g2, new Line2D.Double(from, y, to, y));
    }
    boolean marked = series.mark() == Mark.POINTS || series.style().marker() != Style.Marker.NONE;
    if (bars ? series.isBarBeside(entries) : marked) {
      Look.symbol(series, theme).draw(g2, middle, y);
    }
  }
}
