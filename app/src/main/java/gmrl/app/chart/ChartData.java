package gmrl.app.chart;

import gmrl.experiment.file.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The numbers of a chart as rows, one per point, series by series: for the data table and for CSV
 * files that lie beside figures.
 */
public final class ChartData {

  /** Heads of the columns of a table, before which that of the chart's number may stand. */
  public static final List<String> COLUMNS =
      List.of("series", "role", "x", "category", "y", "low", "high", "trials");

  private static final Set<Role> CERTAIN =
      Set.of(Role.EXACT, Role.BOUND, Role.FIT, Role.SINGLE_RUN);

  /**
   * One point.
   *
   * @param series name of its series
   * @param role what the series stands for
   * @param category name of the position on a categorical axis, else empty
   * @param point its numbers
   */
  public record Row(String series, Role role, String category, ChartPoint point) {

    /**
     * Whether its interval is known; a formula's has no length. An interval of no length would
     * claim of an estimate that nothing is uncertain.
     */
    private boolean hasInterval() {
      return point.exact() || point.hasLength() || CERTAIN.contains(role);
    }

    /** What the number is: among estimates some may be exact. */
    private Role worth() {
      return role == Role.ESTIMATE && point.exact()
          ? Role.EXACT
          : role == Role.POINT_ESTIMATE ? Role.ESTIMATE : role;
    }

    /** The cells in the order of the columns. */
    List<Object> cells() {
      Object low = hasInterval() ? point.known().low() : "";
      Object high = hasInterval() ? point.known().high() : "";
      // Nothing was counted, or a formula gives the number.
      Object trials = point.exact() || point.trials() == 0 ? "" : point.trials();
      return List.of(series, worth().name(), point.x(), category, point.y(), low, high, trials);
    }
  }

  private ChartData() {}

  /**
   * All points of a chart.
   *
   * @param model the chart
   * @return its rows
   */
  public static List<Row> rows(ChartModel model) {
    List<Row> rows = new ArrayList<>(model.surface().map(ChartData::rows).orElse(List.of()));
    for (ChartSeries s : model.series()) {
      for (ChartPoint p : s.points()) {
        String category = model.x().categories().isEmpty() ? "" : Readout.x(model, p);
        rows.add(new Row(s.name(), s.role(), category, p));
      }
    }
    return rows;
  }

  /** Each row of a surface as a series over the horizontal axis. */
  private static List<Row> rows(Surface surface) {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < surface.y().size(); row++) {
      for (int column = 0; column < surface.x().size(); column++) {
        ChartPoint p = ChartPoint.of(surface.x().get(column), surface.z().get(row).get(column));
        rows.add(new Row(surface.rows().get(row), Role.ESTIMATE, "", p));
      }
    }
    return rows;
  }

  /**
   * Rows of charts as a table.
   *
   * @param charts their models; with several of them each row starts with its chart's number
   * @return the table
   */
  public static CsvTable table(List<ChartModel> charts) {
    List<String> columns = new ArrayList<>(COLUMNS);
    boolean several = charts.size() > 1;
    if (several) {
      columns.add(0, "panel");
    }
    CsvTable table = new CsvTable(columns);
    for (int i = 0; i < charts.size(); i++) {
      for (Row row : rows(charts.get(i))) {
        List<Object> cells = new ArrayList<>(several ? List.of(i + 1) : List.of());
        cells.addAll(row.cells());
        table.row(cells);
      }
    }
    return table;
  }
}
