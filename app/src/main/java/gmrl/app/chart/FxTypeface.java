package gmrl.app.chart;

import javafx.scene.text.Font;

/** Makes the chart typeface known to JavaFX, so that canvas text matches its Java2D metrics. */
final class FxTypeface {

  private FxTypeface() {}

  static void load() {
    if (!Font.getFamilies().contains(ChartFonts.FAMILY)) {
      Font.loadFont(ChartFonts.FILE.toExternalForm(), 12);
    }
  }
}
