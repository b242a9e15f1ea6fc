package gmrl.app.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Words as they fit into a place: without the explanation in brackets at their end, then in two
 * rows, then smaller, and at last cut at a word; who points at the plot reads them in full.
 *
 * @param rows from the top
 * @param font of all rows
 */
record Fitted(List<MathText> rows, Font font) {
  static final float SMALLEST = 0.75f;
  private static final double ROUNDING = 1.02;

  /** Copies the rows. */
  Fitted {
    rows = List.copyOf(rows);
  }

  /**
   * Fits words.
   *
   * @param words with the markup of {@link MathText}
   * @param tail what follows them in any case, may be empty
   * @param room width of a row
   * @param most rows, 1 or 2
   */
  static Fitted of(String words, String tail, Font font, double room, int most) {
    MathText all = MathText.of(words + tail);
    if (all.width(font) <= room) {
      return new Fitted(List.of(all), font);
    }
    String text = Readout.withoutBrackets(words) + tail;
    List<String> rows = most > 1 && width(font, text) > room ? halves(text) : List.of(text);
    double widest = rows.stream().mapToDouble(row -> width(font, row)).max().orElse(0);
    Font fitting = font.deriveFont(font.getSize2D() * share(widest, room));
    return new Fitted(
        rows.stream().map(row -> MathText.of(cut(row, fitting, room))).toList(), fitting);
  }

  /** Share of their size that words of a width have in a room. */
  static float share(double width, double room) {
    return (float) Math.max(SMALLEST, Math.min(1, room / Math.max(1, width)));
  }

  /** Whether words fit into one row with none of them cut. */
  static boolean isOneRow(String words, String tail, Font font, double room) {
    String text = Readout.withoutBrackets(words) + tail;
    return SMALLEST * width(font, text) <= room * ROUNDING;
  }

  /** Width of the widest row. */
  double width() {
    return rows.stream().mapToDouble(row -> row.width(font)).max().orElse(0);
  }

  /** Draws the rows around {@code x}, the first one's baseline at {@code y}. */
  void draw(Graphics2D g2, double x, double y, double leading) {
    for (int i = 0; i < rows.size(); i++) {
      MathText row = rows.get(i);
      row.draw(g2, font, x - row.width(font) / 2, y + i * leading);
    }
  }

  /** All of them as small as the smallest. */
  static List<Fitted> alike(List<Fitted> all) {
    return all.stream()
        .map(Fitted::font)
        .min(Comparator.comparing(Font::getSize2D))
        .map(font -> all.stream().map(each -> new Fitted(each.rows, font)).toList())
        .orElse(List.of());
  }

  private static double width(Font font, String markup) {
    return MathText.of(markup).width(font);
  }

  /** Two rows of about the same length. */
  private static List<String> halves(String text) {
    return IntStream.range(0, text.length())
        .filter(i -> text.charAt(i) == ' ' && text.indexOf('}', i) <= text.indexOf('{', i))
        .boxed()
        .min((a, b) -> Math.abs(2 * a - text.length()) - Math.abs(2 * b - text.length()))
        .map(i -> List.of(text.substring(0, i), text.substring(i + 1).replaceFirst("^· ", "")))
        .orElse(List.of(text));
  }

  private static String cut(String row, Font font, double room) {
    String kept = row;
    // Rounding must not cost a word of what was just made to fit.
    while (width(font, kept) > room * ROUNDING && kept.contains(" ")) {
      kept = kept.substring(0, kept.lastIndexOf(' ')).replaceAll("…?$", "…");
    }
    return kept;
  }
}
