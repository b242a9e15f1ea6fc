package gmrl.app.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The one typeface of all charts: Liberation Sans (SIL Open Font License), as PDFBox ships it. The
 * same file on every system gives the same figures everywhere, on screen and embedded in PDF.
 */
public final class ChartFonts {

  /** Family name under which the typeface is known to Java2D and JavaFX. */
  public static final String FAMILY = "Liberation Sans";

  /** The TrueType file. */
  public static final URL FILE =
      Objects.requireNonNull(
          PDDocument.class.getResource(
              "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
          "The chart typeface is missing from the class path.");

  private static final Font BASE = load();

  private ChartFonts() {}

  /**
   * The font at a size.
   *
   * @param size in pixels or points
   * @return the font
   */
  public static Font at(float size) {
    return BASE.deriveFont(size);
  }

  /** Loads what type is measured with, on any thread, for the case that there is time before it. */
  public static void ahead() {
    width("0", 12);
  }

  /** Width of words in a size, wherever they are drawn. */
  static double width(String text, double size) {
    return MathText.of(text).width(at((float) size));
  }

  private static Font load() {
    try (InputStream in = FILE.openStream()) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("The chart typeface cannot be read.", e);
    }
  }
}
