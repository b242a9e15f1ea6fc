package gmrl.experiment.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A column of a table in the memory layout of Arrow.
 *
 * @param name its heading
 * @param kind what its cells are
 * @param missing how many are not there
 * @param buffers which of them are there, one bit each; where a text begins; the values
 */
record ArrowColumn(String name, Kind kind, int missing, List<byte[]> buffers) {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  /** What the cells of a column are. */
  enum Kind {
    WHOLE,
    NUMBER,
    TEXT
  }

  /** Freezes the list. */
  ArrowColumn {
    buffers = List.copyOf(buffers);
  }

  static ArrowColumn of(String name, List<String> cells, boolean text) {
    Kind kind = text ? Kind.TEXT : kind(cells);
    byte[] there = new byte[(cells.size() + 7) / 8];
    int missing = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isEmpty()) {
        missing++;
      } else {
        there[i / 8] = (byte) (there[i / 8] | 1 << (i % 8));
      }
    }
    return kind == Kind.TEXT
        ? new ArrowColumn(name, kind, missing, List.of(there, offsets(cells), texts(cells)))
        : new ArrowColumn(name, kind, missing, List.of(there, numbers(kind, cells)));
  }

  private static Kind kind(List<String> cells) {
    boolean whole = cells.stream().anyMatch(cell -> !cell.isEmpty());
    for (String cell : cells) {
      if (!cell.isEmpty() && !WHOLE.matcher(cell).matches()) {
        whole = false;
        try {
          Double.parseDouble(cell);
        } catch (NumberFormatException e) {
          return Kind.TEXT;
        }
      }
    }
    return whole ? Kind.WHOLE : Kind.NUMBER;
  }

  private static byte[] numbers(Kind kind, List<String> cells) {
    ByteBuffer values =
        ByteBuffer.allocate(cells.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (String cell : cells) {
      if (kind == Kind.WHOLE) {
        values.putLong(cell.isEmpty() ? 0 : Long.parseLong(cell));
      } else {
        values.putDouble(cell.isEmpty() ? Double.NaN : Double.parseDouble(cell));
      }
    }
    return values.array();
  }

  private static byte[] offsets(List<String> cells) {
    ByteBuffer offsets =
        ByteBuffer.allocate((cells.size() + 1) * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    offsets.putInt(at);
    for (String cell : cells) {
      at += cell.getBytes(StandardCharsets.UTF_8).length;
      offsets.putInt(at);
    }
    return offsets.array();
  }

  private static byte[] texts(List<String> cells) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    cells.forEach(cell -> all.writeBytes(cell.getBytes(StandardCharsets.UTF_8)));
    return all.toByteArray();
  }
}
