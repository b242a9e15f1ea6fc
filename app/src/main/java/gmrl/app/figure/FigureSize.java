package gmrl.app.figure;

import gmrl.Digits;
import gmrl.experiment.PlainNumber;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How wide a figure is and how finely its bitmap is drawn.
 *
 * @param widthInches width on paper, 1 to 40 inches
 * @param dpi pixels per inch of the PNG, 36 to 1200
 */
public record FigureSize(double widthInches, int dpi) {

  /** Points per inch. */
  static final double POINTS = 72;

  /** Default resolution: sharp in print. */
  public static final int PRINT_DPI = 300;

  /** As wide as the text of a conference paper. */
  public static final FigureSize FULL_WIDTH = new FigureSize(5.5, PRINT_DPI);

  /** Two side by side across a paper's text. */
  public static final FigureSize HALF_WIDTH = new FigureSize(2.65, PRINT_DPI);

  private static final Pattern LENGTH = Pattern.compile("(.*?)\\s*(in|cm|mm|pt)?");

  /** Validates both numbers. */
  public FigureSize {
    if (!(widthInches >= 1 && widthInches <= 40)) {
      throw new IllegalArgumentException(
          "a figure's width is " + Digits.of(widthInches) + " inches, expected 1 to 40");
    }
    if (dpi < 36 || dpi > 1200) {
      throw new IllegalArgumentException(
          "a figure's resolution is " + dpi + " dpi, expected 36 to 1200");
    }
  }

  /**
   * Reads a width such as {@code 5.5in}, {@code 14cm}, {@code 140mm} or {@code 396pt}.
   *
   * @param width a number with its unit; inches without one
   * @param dpi resolution of bitmaps
   * @return the size
   * @throws IllegalArgumentException quoting what cannot be read
   */
  public static FigureSize parse(String width, int dpi) {
    return new FigureSize(inches(width), dpi);
  }

  /**
   * Reads a length such as {@code 5.5in}, {@code 14cm}, {@code 140mm} or {@code 396pt}.
   *
   * @param length a number with its unit; inches without one
   * @return inches
   * @throws IllegalArgumentException quoting what cannot be read
   */
  public static double inches(String length) {
    Matcher m = LENGTH.matcher(length.strip().toLowerCase(Locale.ROOT));
    try {
      if (m.matches()) {
        double number = PlainNumber.finite(m.group(1));
        String unit = m.group(2) == null ? "in" : m.group(2);
        return switch (unit) {
          case "cm" -> number / 2.54;
          case "mm" -> number / 25.4;
          case "pt" -> number / POINTS;
          default -> number;
        };
      }
    } catch (NumberFormatException e) {
      throw unreadable(length, e);
    }
    throw unreadable(length, null);
  }

  double widthPoints() {
    return widthInches * POINTS;
  }

  private static IllegalArgumentException unreadable(
      String length, @org.jspecify.annotations.Nullable Exception cause) {
    return new IllegalArgumentException(
        "the length is \"" + length + "\", expected something like 5.5in or 14cm", cause);
  }
}
