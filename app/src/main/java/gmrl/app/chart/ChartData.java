package gmrl.app.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a chart as rows, for the data table and for CSV files that lie beside figures.
 *
 * @param rows one per point, series by series
 */
public record ChartData(List<Row> rows) {

  /** First line of the CSV form. */
  public static final String HEADER = "series,role,x,category,y,low,high,trials";

  /**
   * One point.
   *
   * @param series name of its series
   * @param role what the series stands for
   * @param x position
   * @param category name of the position on a categorical axis, else empty
   * @param y value, NaN for a gap
   * @param low lower end of the interval
   * @param high upper end of the interval
   * @param trials how many trials the value rests on; 0 where nothing was counted
   */
  public record Row(
      String series,
      Role role,
      double x,
      String category,
      double y,
      double low,
      double high,
      long trials) {

    /**
     * One line of CSV in the order of {@link #HEADER}, without a line break.
     *
     * @return the cells
     */
    public String toCsv() {
      return String.join(
          ",",
          quoted(series),
          role.name(),
          Double.toString(x),
          quoted(category),
          Double.toString(y),
          Double.toString(low),
          Double.toString(high),
          trials > 0 ? Long.toString(trials) : "");
    }
  }

  /** Copies the rows. */
  public ChartData {
    rows = List.copyOf(rows);
  }

  /**
   * All points of a chart.
   *
   * @param model the chart
   * @return its rows
   */
  public static ChartData of(ChartModel model) {
    List<Row> rows = new ArrayList<>();
    for (ChartSeries s : model.series()) {
      for (ChartPoint p : s.points()) {
        String category = model.x().categories().isEmpty() ? "" : Readout.x(model, p);
        rows.add(
            new Row(s.name(), s.role(), p.x(), category, p.y(), p.low(), p.high(), p.trials()));
      }
    }
    return new ChartData(rows);
  }

  /**
   * As CSV (RFC 4180, full precision, decimal points, UTF-8 names).
   *
   * @return header and one line per row
   */
  public String toCsv() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    rows.forEach(row -> text.append(row.toCsv()).append('\n'));
    return text.toString();
  }

  /**
   * Reads what {@link #toCsv} wrote.
   *
   * @param csv header and rows
   * @return the rows
   * @throws IllegalArgumentException naming the line that does not fit
   */
  public static ChartData parse(String csv) {
    List<List<String>> table = split(csv);
    if (table.isEmpty() || !String.join(",", table.get(0)).equals(HEADER)) {
      throw new IllegalArgumentException("Chart data must start with the line " + HEADER + ".");
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < table.size(); i++) {
      List<String> cells = table.get(i);
      try {
        rows.add(
            new Row(
                cells.get(0),
                Role.valueOf(cells.get(1)),
                Double.parseDouble(cells.get(2)),
                cells.get(3),
                Double.parseDouble(cells.get(4)),
                Double.parseDouble(cells.get(5)),
                Double.parseDouble(cells.get(6)),
                cells.get(7).isEmpty() ? 0 : Long.parseLong(cells.get(7))));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalArgumentException(
            "Row " + i + " of the chart data does not fit " + HEADER + ": " + cells + ".", e);
      }
    }
    return new ChartData(rows);
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static List<List<String>> split(String csv) {
    List<List<String>> table = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        boolean escaped = c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        if (c != '"') {
          cell.append(c);
        } else if (escaped) {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          table.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (cell.length() > 0 || !row.isEmpty()) {
      row.add(cell.toString());
      table.add(row);
    }
    return table;
  }
}
