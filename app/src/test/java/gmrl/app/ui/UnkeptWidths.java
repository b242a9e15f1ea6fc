package gmrl.app.ui;

import java.util.Map;

/** Widths of columns for windows that keep nothing. */
public final class UnkeptWidths {
  private UnkeptWidths() {}

  /** None are known, and none are taken. */
  public static ColumnWidths none() {
    return new ColumnWidths(Map.of(), (table, widths) -> {});
  }
}
