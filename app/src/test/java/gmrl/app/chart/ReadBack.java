package gmrl.app.chart;

import gmrl.experiment.file.CsvTable;
import java.util.List;

/** Reads the table of a chart as a spreadsheet would: nothing may be lost on the way. */
public final class ReadBack {
  private ReadBack() {}

  /** The rows of a table that {@link ChartData#table} wrote. */
  public static List<ChartData.Row> of(String csv) {
    return CsvTable.parse(csv).rows().stream().map(ReadBack::row).toList();
  }

  private static ChartData.Row row(List<String> cells) {
    return new ChartData.Row(
        cells.get(0),
        Role.valueOf(cells.get(1)),
        cells.get(3),
        new ChartPoint(
            number(cells.get(2)),
            number(cells.get(4)),
            number(cells.get(5)),
            number(cells.get(6)),
            cells.get(7).isEmpty() ? 0 : Long.parseLong(cells.get(7))));
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
