package gmrl.app.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** File formats of figures. */
public enum FigureFormat {
  /** Bitmap with its resolution. */
  PNG,
  /** Vector drawing with text as text. */
  SVG,
  /** Vector drawing with the typeface embedded. */
  PDF,
  /** PGFPlots, set by the paper's own LaTeX. */
  TIKZ;

  /** The file ending, without a dot. */
  public String extension() {
    return this == TIKZ ? "tex" : name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a list such as {@code png,svg}.
   *
   * @param text names separated by commas
   * @return the formats, each once
   * @throws IllegalArgumentException naming what is not a format
   */
  public static List<FigureFormat> parseList(String text) {
    return Arrays.stream(text.split(",", -1)).map(FigureFormat::parse).distinct().toList();
  }

  /** The name of a file without the ending of one of the formats. */
  public static String bare(String name) {
    return Arrays.stream(values())
        .map(format -> "." + format.extension())
        .filter(ending -> name.toLowerCase(Locale.ROOT).endsWith(ending))
        .findFirst()
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .orElse(name);
  }

  private static FigureFormat parse(String name) {
    for (FigureFormat format : values()) {
      if (format.extension().equals(name.strip().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "\"" + name.strip() + "\" is not a figure format, expected png, svg, pdf or tex.");
  }
}
