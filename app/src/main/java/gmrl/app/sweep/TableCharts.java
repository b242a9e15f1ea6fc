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

  /** Facets at most. */
  static final int MOST_FACETS = 6;

  private static final int MOST_GROUPS = 7;
  private static final int RANGES = 5;

  /** From how many times the smallest on a scale is logarithmic. */
  private static final double WIDE = 20;

  private TableCharts() {}

  /**
   * Groups of rows by the values of a column, or by ranges of them where there are many.
   *
   * @return rows by what they have in common; one group without a name if there is no column
   */
  static Map<String, int[]> groups(Optional<DataColumn> by, int[] rows, int most) {
    Map<String, int[]> groups = new LinkedHashMap<>();
    if (by.isEmpty()) {
      groups.put("rows", rows);
      return groups;
    }
    DataColumn column = by.get();
    double[] distinct = column.distinct(rows);
    if (distinct.length <= most || !column.isNumeric()) {
      for (double value : Arrays.copyOf(distinct, Math.min(most, distinct.length))) {
        groups.put(
            column.name() + " = " + column.word(value),
            Arrays.stream(rows).filter(row -> column.values()[row] == value).toArray());
      }
      return groups;
    }
    for (int i = 0; i < RANGES; i++) {
      double low = distinct[i * distinct.length / RANGES];
      boolean last = i == RANGES - 1;
      double high =
          last ? distinct[distinct.length - 1] : distinct[(i + 1) * distinct.length / RANGES];
      groups.put(
          column.name() + " " + column.word(low) + " … " + column.word(high),
          Arrays.stream(rows)
              .filter(
                  row ->
                      column.values()[row] >= low
                          && (last ? column.values()[row] <= high : column.values()[row] < high))
              .toArray());
    }
    return groups;
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
    List<String> names = List.copyOf(groups(colour, rows, MOST_GROUPS).keySet());
    facets.forEach(
        (title, part) -> {
          List<ChartSeries> series = new ArrayList<>();
          groups(colour, rows, MOST_GROUPS)
              .forEach(
                  (name, group) -> {
                    List<ChartPoint> points = points(intersect(group, part), x, y);
                    int index = names.indexOf(name);
                    series.add(
                        new ChartSeries(
                            name,
                            Role.ESTIMATE,
                            Mark.POINTS,
                            style(colour, index, names.size()),
                            points,
                            ""));
                  });
          charts.add(
              ChartModel.of(
                  facet.isEmpty() ? "" : title,
                  axis(x, rows),
                  axis(y, rows),
                  series.stream().filter(s -> !s.points().isEmpty()).toList()));
        });
    return charts;
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
      double at = x.values()[row];
      double value = y.values()[row];
      if (Double.isFinite(at) && Double.isFinite(value)) {
        points.add(ChartPoint.of(at, value));
      }
    }
    return points;
  }

  private static ChartAxis axis(DataColumn column, int[] rows) {
    if (!column.isNumeric()) {
      return ChartAxis.categories(column.name(), column.words());
    }
    double[] values = column.distinct(rows);
    boolean wide =
        values.length > 1 && values[0] > 0 && values[values.length - 1] / values[0] > WIDE;
    return wide ? ChartAxis.log(column.name()) : ChartAxis.linear(column.name());
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
        ChartAxis.linear("share of the column's range"),
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
