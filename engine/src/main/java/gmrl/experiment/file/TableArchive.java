package gmrl.experiment.file;

import gmrl.numpy.NamedArray;
import gmrl.numpy.Npz;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tables as NumPy's archives: one array for each column, int64, float64 or text; a missing number
 * is NaN.
 */
public final class TableArchive {
  private TableArchive() {}

  /**
   * The bytes of a file with a table.
   *
   * @param table cells as texts
   * @param texts columns that are text whatever is in them
   */
  public static byte[] write(CsvTable table, Set<String> texts) {
    List<NamedArray> arrays = new ArrayList<>();
    for (int c = 0; c < table.header().size(); c++) {
      int at = c;
      String name = table.header().get(c);
      List<String> cells = table.rows().stream().map(row -> row.get(at)).toList();
      arrays.add(array(name, cells, ArrowColumn.of(name, cells, texts.contains(name))));
    }
    return Npz.write(arrays);
  }

  private static NamedArray array(String name, List<String> cells, ArrowColumn column) {
    return switch (column.kind()) {
      case TEXT -> NamedArray.Texts.of(name, cells);
      case WHOLE ->
          column.missing() > 0
              ? doubles(name, cells)
              : NamedArray.Longs.of(name, cells.stream().mapToLong(Long::parseLong).toArray());
      case NUMBER -> doubles(name, cells);
    };
  }

  private static NamedArray doubles(String name, List<String> cells) {
    return NamedArray.Doubles.of(
        name,
        cells.stream()
            .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
            .toArray());
  }
}
