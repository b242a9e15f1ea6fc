package gmrl.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Columns of text, padded to their widest entry; what is not known is a dash everywhere. */
final class TextTable {
  /** Numbers of this size are not written out. */
  private static final double LONG = 1e9;

  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... header) {
    rows.add(header);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  /** A number by a format such as {@code %.4g}; one that would fill the line has a power of ten. */
  static String number(String format, double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    String text = String.format(Locale.ROOT, Math.abs(value) < LONG ? format : "%.3g", value);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }

  /** A mean with its standard error, which is left away where there is one sample only. */
  static String mean(String format, String errorFormat, MeanEstimate estimate) {
    String mean = number(format, estimate.mean());
    return Double.isFinite(estimate.mean()) && Double.isFinite(estimate.standardError())
        ? mean + " ± " + number(errorFormat, estimate.standardError())
        : mean;
  }

  /**
   * The table in the form asked for; as JSON a list of objects with the headings as keys, one a
   * line as lines.
   */
  String as(OutputOptions.Format format) {
    List<String[]> body = rows.subList(1, rows.size());
    return switch (format) {
      case table -> toString();
      case csv -> {
        CsvTable csv = new CsvTable(rows.get(0));
        body.forEach(row -> csv.row(List.of(row)));
        yield csv.text();
      }
      case json, jsonl -> {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String[] row : body) {
          ObjectNode object = list.addObject();
          for (int i = 0; i < row.length; i++) {
            object.put(rows.get(0)[i], row[i]);
          }
        }
        yield format == OutputOptions.Format.json
            ? Json.pretty(list)
            : list.valueStream().map(Json::line).collect(Collectors.joining("\n", "", "\n"));
      }
    };
  }

  @Override
  public String toString() {
    int columns = rows.get(0).length;
    int[] width = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        width[i] = Math.max(width[i], row[i].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row[i]).append(" ".repeat(width[i] - row[i].length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
