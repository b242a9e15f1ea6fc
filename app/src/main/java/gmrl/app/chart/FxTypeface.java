package gmrl.app.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/** Makes the chart typeface known to JavaFX, so that canvas text matches its Java2D metrics. */
final class FxTypeface {

  private FxTypeface() {}

  static void load() {
    if (Font.getFamilies().contains(ChartFonts.FAMILY)) {
      return;
    }
    try (InputStream in = ChartFonts.open()) {
      Font.loadFont(in, 12);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
