package gmrl.app.sweep;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.experiment.ShortNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures of the rows of a table. */
final class TableCharts {
  /** Rows that are drawn side by side at most: more are one dark cloud. */
  static final int MOST_LINES = 2000;

  /** Facets at most: as many as the panels of a large figure. */
  static final int MOST_FACETS = 12;

  /** The only group's name, where rows are not told apart. */
  private static final String WHOLE = "rows";

  private static final int MOST_GROUPS = 7;
  private static final int RANGES = 5;

  /** From how many times the smallest on a scale is logarithmic. */
  private static final double WIDE = 20;

  private TableCharts() {}

  /**
   * Groups of rows by the values of a column: by ranges where there are many numbers, the rest
   * together where there are many words. Every row is in one of them.
   *
   * @return rows by what they have in common; one group without a name if there is no column
   */
  static Map<String, int[]> groups(Optional<DataColumn> by, int[] rows, int most) {
    Map<String, int[]> groups = new LinkedHashMap<>();
    if (by.isEmpty()) {
      groups.put(WHOLE, rows);
      return groups;
    }
    DataColumn column = by.get();
    double[] distinct = column.distinct(rows);
    boolean many = distinct.length > most;
    int alone = !many ? distinct.length : column.isNumeric() ? 0 : most - 1;
    for (int i = 0; i < alone; i++) {
      groups.put(span(column, distinct[i], distinct[i]), part(column, rows, distinct, i, i));
    }
    int rest = !many ? 0 : column.isNumeric() ? RANGES : 1;
    for (int i = 0; i < rest; i++) {
      int from = alone + i * (distinct.length - alone) / rest;
      int to = alone + (i + 1) * (distinct.length - alone) / rest - 1;
      groups.put(
          column.isNumeric()
              ? span(column, distinct[from], distinct[to])
              : column.name() + ": " + (to - from + 1) + " others",
          part(column, rows, distinct, from, to));
    }
    int[] without =
        Arrays.stream(rows).filter(row -> !Double.isFinite(column.values()[row])).toArray();
    if (without.length > 0) {
      groups.put(without(column), without);
    }
    return groups;
  }

  private static String span(DataColumn column, double low, double high) {
    return column.name()
        + (low == high ? " = " : " " + column.word(low) + " … ")
        + column.word(high);
  }

  private static int[] part(DataColumn column, int[] rows, double[] distinct, int from, int to) {
    return Arrays.stream(rows)
        .filter(
            row -> column.values()[row] >= distinct[from] && column.values()[row] <= distinct[to])
        .toArray();
  }

  /** One column over another, a colour for each group; one picture for each facet. */
  static List<ChartModel> scatter(
      int[] rows,
      DataColumn x,
      DataColumn y,
      Optional<DataColumn> colour,
      Optional<DataColumn> facet) {
    List<ChartModel> charts = new ArrayList<>();
    Map<String, int[]> facets = groups(facet, rows, MOST_FACETS);
    boolean ordered = colour.isPresent() && colour.get().isNumeric();
    Map<String, int[]> all = ordered ? groups(colour, rows, MOST_GROUPS) : Map.of();
    List<String> names = ordered ? List.copyOf(all.keySet()) : names(colour, rows);
    boolean wideX = isWide(x, rows);
    boolean wideY = isWide(y, rows);
    facets.forEach(
        (title, part) -> {
          List<ChartSeries> series = new ArrayList<>();
          // What a facet has not takes no place among its colours.
          (ordered ? all : groups(colour, part, MOST_GROUPS))
              .forEach(
                  (name, group) -> {
                    List<ChartPoint> points = points(intersect(group, part), x, y);
                    int index = names.contains(name) ? names.indexOf(name) : names.size();
                    series.add(
                        new ChartSeries(
                            name,
                            Role.ESTIMATE,
                            Mark.POINTS,
                            style(colour, index, names.size()),
                            points,
                            ""));
                  });
          List<ChartSeries> seen = series.stream().filter(s -> !s.points().isEmpty()).toList();
          if (facet.isEmpty() || !seen.isEmpty()) {
            charts.add(
                ChartModel.of(
                    facet.isEmpty() ? "" : title,
                    axis(x, wideX || isWide(x, part)),
                    axis(y, wideY || isWide(y, part)),
                    seen));
          }
        });
    return charts;
  }

  /** How many rows have no place, since they have no number on either axis. */
  static int nowhere(int[] rows, DataColumn x, DataColumn y) {
    return (int) Arrays.stream(rows).filter(row -> !isPlaced(row, x, y)).count();
  }

  private static boolean isPlaced(int row, DataColumn x, DataColumn y) {
    return Double.isFinite(x.values()[row]) && Double.isFinite(y.values()[row]);
  }

  /** What groups of single values are called, in their order. */
  private static List<String> names(Optional<DataColumn> by, int[] rows) {
    if (by.isEmpty()) {
      return List.of(WHOLE);
    }
    DataColumn column = by.get();
    List<String> names = new ArrayList<>();
    Arrays.stream(column.distinct(rows)).forEach(value -> names.add(span(column, value, value)));
    if (Arrays.stream(rows).anyMatch(row -> !Double.isFinite(column.values()[row]))) {
      names.add(without(column));
    }
    return names;
  }

  private static String without(DataColumn column) {
    return "no " + column.name();
  }

  private static Style style(Optional<DataColumn> colour, int index, int count) {
    return colour.isPresent() && colour.get().isNumeric()
        ? Style.ordered(index, count)
        : Style.nth(index);
  }

  private static int[] intersect(int[] a, int[] b) {
    boolean[] in = new boolean[1 + Math.max(max(a), max(b))];
    Arrays.stream(b).forEach(row -> in[row] = true);
    return Arrays.stream(a).filter(row -> in[row]).toArray();
  }

  private static int max(int[] rows) {
    return Arrays.stream(rows).max().orElse(0);
  }

  private static List<ChartPoint> points(int[] rows, DataColumn x, DataColumn y) {
    List<ChartPoint> points = new ArrayList<>();
    for (int row : rows) {
      if (isPlaced(row, x, y)) {
        points.add(ChartPoint.of(x.values()[row], y.values()[row]));
      }
    }
    return points;
  }

  /** Logarithmic where all values are far apart, or those of one facet. */
  private static ChartAxis axis(DataColumn column, boolean wide) {
    return column.isNumeric()
        ? wide ? ChartAxis.log(column.name()) : ChartAxis.linear(column.name())
        : ChartAxis.categories(column.name(), column.words());
  }

  private static boolean isWide(DataColumn column, int[] rows) {
    double[] values = column.distinct(rows);
    return values.length > 1 && values[0] > 0 && values[values.length - 1] / values[0] > WIDE;
  }

  /**
   * Every row as a line across several columns, each from its smallest to its largest value.
   *
   * @param columns at least two
   */
  static ChartModel parallel(int[] rows, List<DataColumn> columns, Optional<DataColumn> colour) {
    int[] drawn = Arrays.copyOf(rows, Math.min(MOST_LINES, rows.length));
    List<String> heads = new ArrayList<>();
    double[][] ranges = new double[columns.size()][];
    for (int c = 0; c < ranges.length; c++) {
      DataColumn column = columns.get(c);
      double[] values = column.distinct(rows);
      ranges[c] =
          values.length == 0
              ? new double[] {Double.NaN, Double.NaN}
              : new double[] {values[0], values[values.length - 1]};
      heads.add(
          column.name()
              + (values.length == 0
                  ? ""
                  : " ("
                      + shortly(column, values[0])
                      + " … "
                      + shortly(column, values[values.length - 1])
                      + ")"));
    }
    Map<String, int[]> groups = groups(colour, drawn, MOST_GROUPS);
    List<ChartSeries> series = new ArrayList<>();
    int index = 0;
    for (Map.Entry<String, int[]> group : groups.entrySet()) {
      List<ChartPoint> path = new ArrayList<>();
      for (int row : group.getValue()) {
        for (int c = 0; c < columns.size(); c++) {
          path.add(
              ChartPoint.of(c, share(columns.get(c), ranges[c], columns.get(c).values()[row])));
        }
        path.add(ChartPoint.of(columns.size() - 1, Double.NaN)); // lifts the pen
      }
      series.add(
          ChartSeries.line(
              group.getKey(),
              Role.ESTIMATE,
              style(colour, index++, groups.size()).with(Style.Dash.SOLID).with(Style.Marker.NONE),
              path));
    }
    return ChartModel.of(
        "",
        ChartAxis.categories("", heads),
        ChartAxis.linear("share of the column’s range"),
        series);
  }

  private static String shortly(DataColumn column, double value) {
    return column.isNumeric() ? ShortNumber.of(value) : column.word(value);
  }

  private static double share(DataColumn column, double[] range, double value) {
    double low = range[0];
    double high = range[1];
    if (Double.isNaN(low) || !Double.isFinite(value)) {
      return Double.NaN;
    }
    if (!(high > low)) {
      return 0.5;
    }
    return low > 0 && high / low > WIDE && column.isNumeric()
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }
}
