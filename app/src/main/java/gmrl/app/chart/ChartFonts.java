package gmrl.app.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The one typeface of all charts: Liberation Sans (SIL Open Font License), as PDFBox ships it. The
 * same file on every system gives the same figures everywhere, on screen and embedded in PDF.
 */
public final class ChartFonts {

  /** Family name under which the typeface is known to Java2D and JavaFX. */
  public static final String FAMILY = "Liberation Sans";

  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private ChartFonts() {}

  /**
   * The font at a size.
   *
   * @param size in pixels or points
   * @return the font
   */
  public static Font at(float size) {
    return Holder.BASE.deriveFont(size);
  }

  /** Width of words in a size, wherever they are drawn. */
  static double width(String text, double size) {
    FontRenderContext paper = new FontRenderContext(null, true, true);
    return at((float) size).getStringBounds(text, paper).getWidth();
  }

  /**
   * The TrueType file.
   *
   * @return a new stream; the caller closes it
   */
  public static InputStream open() {
    InputStream in = PDDocument.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new IllegalStateException("The chart typeface is missing from the class path.");
    }
    return in;
  }

  /** Loads the typeface on first use only. */
  private static final class Holder {
    static final Font BASE = load();

    private static Font load() {
      try (InputStream in = open()) {
        return Font.createFont(Font.TRUETYPE_FONT, in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("The chart typeface cannot be read.", e);
      }
    }
  }
}
