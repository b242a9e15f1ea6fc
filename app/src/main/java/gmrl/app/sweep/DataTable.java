package gmrl.app.sweep;

import gmrl.app.chart.ChartData;
import gmrl.app.shelf.Document;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.EncodedText;
import gmrl.experiment.file.FileProblem;
import gmrl.experiment.file.LongReading;
import gmrl.experiment.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table to be looked at.
 *
 * @param title where it comes from
 * @param columns all of one length
 * @param rows how many there are
 */
record DataTable(String title, List<DataColumn> columns, int rows) {
  /** Behind the parameters of a sweep stands how a point ended. */
  private static final String STATUS = "status";

  private static final long MOST_BYTES = 200L << 20;

  /**
   * What a byte of a file of short cells becomes while it is read and shown, with room to spare.
   */
  private static final long MEMORY_OF_A_BYTE = 40;

  /** A window with more answers in seconds: choices, heads and filters are made for each. */
  private static final int MOST_COLUMNS = 300;

  /** Freezes the list. */
  DataTable {
    columns = List.copyOf(columns);
  }

  /**
   * Reads a table of comma-separated values, that of a run's folder, or the verdicts of a report of
   * claims.
   *
   * @throws IllegalArgumentException in one sentence if there is none
   */
  static DataTable read(Document document) {
    Path place = document.run().orElse(document.place());
    if (Files.isRegularFile(place) && VerdictTable.isOne(document)) {
      return VerdictTable.read(document);
    }
    if (!Files.isDirectory(place)) {
      return parse(place.toString(), text(place));
    }
    List<String> lines = StoredRun.open(place).metrics();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          place + " has no table yet, expected a run that has ended or got somewhere");
    }
    return parse(place.toString(), String.join("\n", lines));
  }

  private static String text(Path file) {
    try {
      long room = Runtime.getRuntime().maxMemory() / MEMORY_OF_A_BYTE;
      FileProblem.requireAtMost(file, Math.min(MOST_BYTES, room), "a table of");
      return EncodedText.decode(LongReading.bytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read, expected a table of comma-separated values", e);
    }
  }

  static DataTable parse(String title, String text) {
    CsvTable csv;
    try {
      csv = CsvTable.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(title + ": " + e.getMessage(), e);
    }
    if (csv.header().size() > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d columns, expected at most %d: those that are to be looked at",
              title,
              csv.header().size(),
              MOST_COLUMNS));
    }
    List<DataColumn> columns = new ArrayList<>();
    for (int c = 0; c < csv.header().size(); c++) {
      LongReading.goOn(title);
      int at = c;
      columns.add(
          DataColumn.of(csv.header().get(c), csv.rows().stream().map(row -> row.get(at)).toList()));
    }
    return new DataTable(title, columns, csv.rows().size());
  }

  /** A column by its heading. */
  Optional<DataColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The columns that say anything. */
  List<DataColumn> varied() {
    return columns.stream().filter(DataColumn::isVaried).toList();
  }

  /** What was varied: of a sweep its parameters, of any other table the first half. */
  List<DataColumn> parameters() {
    int status = column(STATUS).map(columns::indexOf).orElse(-1);
    List<DataColumn> before =
        columns.subList(status < 0 ? 0 : 1, status < 0 ? (columns.size() + 1) / 2 : status);
    return before.stream().filter(DataColumn::isVaried).toList();
  }

  /** The horizontal axis of a first picture. */
  Optional<DataColumn> across() {
    return isOfFigure()
        ? known("category").filter(DataColumn::isFull).or(() -> known("x"))
        : parameters().stream().findFirst();
  }

  /** Its vertical axis. */
  Optional<DataColumn> up() {
    return isOfFigure() ? known("y") : measures().stream().findFirst();
  }

  /** What its colours tell apart. */
  Optional<DataColumn> colour() {
    return isOfFigure() ? known("series") : parameters().stream().skip(1).findFirst();
  }

  /** What has plots of its own. */
  Optional<DataColumn> facet() {
    return isOfFigure() ? known("panel") : Optional.empty();
  }

  /** Whether it lay beside a figure: such a table says itself what its axes are. */
  private boolean isOfFigure() {
    return columns.stream().map(DataColumn::name).toList().containsAll(ChartData.COLUMNS);
  }

  private Optional<DataColumn> known(String name) {
    return column(name).filter(DataColumn::isVaried);
  }

  /** What was measured: the varied columns behind the parameters. */
  List<DataColumn> measures() {
    List<DataColumn> parameters = parameters();
    int status = column(STATUS).map(columns::indexOf).orElse(0);
    return varied().stream()
        .filter(c -> !parameters.contains(c) && columns.indexOf(c) > status && c.isNumeric())
        .toList();
  }
}
