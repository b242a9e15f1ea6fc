package gmrl.app.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column of a table: numbers, or words that stand at the numbers of their first appearance.
 *
 * @param name its heading
 * @param cells as they are written
 * @param words distinct words in order; none where the column has numbers
 * @param values one for each row; NaN where nothing stands
 */
@SuppressWarnings("ArrayRecordComponent") // shown, compared by nobody
record DataColumn(String name, List<String> cells, List<String> words, double[] values) {

  /** Freezes the lists. */
  DataColumn {
    cells = List.copyOf(cells);
    words = List.copyOf(words);
  }

  static DataColumn of(String name, List<String> cells) {
    double[] values = new double[cells.size()];
    boolean numbers = cells.stream().anyMatch(cell -> !cell.isEmpty());
    for (int i = 0; i < values.length && numbers; i++) {
      try {
        values[i] = cells.get(i).isEmpty() ? Double.NaN : Double.parseDouble(cells.get(i));
      } catch (NumberFormatException e) {
        numbers = false;
      }
    }
    if (numbers) {
      return new DataColumn(name, cells, List.of(), values);
    }
    List<String> words = cells.stream().filter(cell -> !cell.isEmpty()).distinct().toList();
    double[] places =
        cells.stream()
            .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : words.indexOf(cell))
            .toArray();
    return new DataColumn(name, cells, words, places);
  }

  boolean isNumeric() {
    return words.isEmpty();
  }

  /** The different values of some rows in ascending order, what is missing left out. */
  double[] distinct(int[] rows) {
    return Arrays.stream(rows)
        .mapToDouble(row -> values[row])
        .filter(Double::isFinite)
        .sorted()
        .distinct()
        .toArray();
  }

  /** A value in words. */
  String word(double value) {
    return isNumeric()
        ? value == Math.rint(value) && Math.abs(value) < 1e15
            ? String.valueOf((long) value)
            : String.valueOf((float) value)
        : words.get((int) value);
  }

  /** Whether it says anything: two values or more. */
  boolean isVaried() {
    return distinct(IntStream.range(0, values.length).toArray()).length > 1;
  }

  /** Whether something stands in every row. */
  boolean isFull() {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  @Override
  public String toString() {
    return name;
  }
}
