package gmrl.app.board;

import gmrl.app.chart.ChartTheme;
import javafx.scene.paint.Color;

/** Colours and sizes of what is painted on the board, in a theme. */
record Inks(ChartTheme theme) {
  /** A size of text, larger before a hall. */
  double sized(double pixels) {
    return pixels * theme.fontSize() / ChartTheme.light().fontSize();
  }

  private static Color fx(java.awt.Color c, double alpha) {
    return Color.rgb(c.getRed(), c.getGreen(), c.getBlue(), alpha);
  }

  Color ink() {
    return fx(theme.foreground(), 1);
  }

  Color quiet() {
    return fx(theme.muted(), 1);
  }

  Color colour(Row row) {
    return fx(theme.paint(row.style().hue()), 1);
  }
}
