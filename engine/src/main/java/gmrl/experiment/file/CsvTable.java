package gmrl.experiment.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180, line feeds) that are written the same way everywhere: numbers
 * in full as Java prints them, whatever is missing or undefined as an empty cell.
 */
public final class CsvTable {
  /** Rows between two looks whether to go on. */
  private static final int BLOCK = 1024;

  private final List<String> header;

  /** Cells are numbers or texts; they are written down when somebody reads them. */
  private final List<List<Object>> rows = new ArrayList<>();

  private @Nullable List<List<String>> written;

  /** A table without rows. */
  public CsvTable(List<String> header) {
    this.header = List.copyOf(header);
  }

  /** A table without rows. */
  public CsvTable(String... header) {
    this(List.of(header));
  }

  /**
   * Reads a table back.
   *
   * @param text what {@link #text} has written, or another program in the same form
   * @throws IllegalArgumentException in one sentence if it is empty or a row has not as many cells
   *     as the header
   */
  public static CsvTable parse(String text) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(EncodedText.withoutMark(text))) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        throw new IllegalArgumentException("the table is empty, expected a header");
      }
      CsvTable table = new CsvTable(records.next().getFields());
      while (records.hasNext()) {
        List<String> cells = records.next().getFields();
        if (cells.size() != table.header.size()) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Row %d has %s, expected %d: %s",
                  table.rows.size() + 1,
                  cells.size() == 1 ? "1 cell" : cells.size() + " cells",
                  table.header.size(),
                  String.join(", ", table.header)));
        }
        table.row(cells);
        if (table.rows.size() % BLOCK == 0) {
          LongReading.goOn("the table");
        }
      }
      return table;
    } catch (CsvParseException e) {
      throw new IllegalArgumentException("not a table: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  /**
   * Adds a row.
   *
   * @param cells texts, numbers, or an empty optional for a missing one; as many as the header has
   * @throws IllegalArgumentException if there are more or fewer
   */
  public CsvTable row(List<?> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a row has %d cells, expected %d: %s",
              cells.size(),
              header.size(),
              header));
    }
    rows.add(cells.stream().map(CsvTable::plain).toList());
    written = null;
    return this;
  }

  /** The same. */
  public CsvTable row(Object... cells) {
    return row(List.of(cells));
  }

  /**
   * The same table with one more column behind the others.
   *
   * @param name of the column
   * @param cells one for each row
   */
  public CsvTable with(String name, List<?> cells) {
    if (cells.size() != rows.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the column %s has %d cells, expected %d",
              name,
              cells.size(),
              rows.size()));
    }
    List<String> wider = new ArrayList<>(header);
    wider.add(name);
    CsvTable table = new CsvTable(wider);
    for (int i = 0; i < cells.size(); i++) {
      List<Object> row = new ArrayList<>(rows.get(i));
      row.add(cells.get(i));
      table.row(row);
    }
    return table;
  }

  /** The same table with its first columns only. */
  public CsvTable first(int columns) {
    CsvTable table = new CsvTable(header.subList(0, columns));
    rows.forEach(row -> table.row(row.subList(0, columns)));
    return table;
  }

  private static Object plain(Object cell) {
    if (cell instanceof Optional<?> optional) {
      return optional.isPresent() ? plain(optional.get()) : "";
    }
    return cell instanceof Number ? cell : cell.toString();
  }

  private static String text(Object cell) {
    return cell instanceof Double d && d.isNaN() ? "" : cell.toString();
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }

  /** A cell as it is written. */
  public String text(int row, int column) {
    return text(rows.get(row).get(column));
  }

  /**
   * A cell as a number; NaN where it is empty.
   *
   * @throws NumberFormatException if it is something else
   */
  public double number(int row, int column) {
    Object cell = rows.get(row).get(column);
    if (cell instanceof Double || cell instanceof Integer || cell instanceof Long) {
      return ((Number) cell).doubleValue();
    }
    String text = cell.toString();
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  /** Names of the columns. */
  public List<String> header() {
    return header;
  }

  /** The cells as they are written. */
  public List<List<String>> rows() {
    List<List<String>> texts = written;
    if (texts == null) {
      texts = rows.stream().map(row -> row.stream().map(CsvTable::text).toList()).toList();
      written = texts;
    }
    return texts;
  }

  /** The header and the rows. */
  public String text() {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writer.writeRecord(header);
      for (List<Object> row : rows) {
        writer.writeRecord(row.stream().map(CsvTable::text).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be written", e);
    }
    return text.toString();
  }
}
