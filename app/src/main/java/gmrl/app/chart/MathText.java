package gmrl.app.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One line of text with superscripts ({@code ^{…}}) and subscripts ({@code _{…}}). */
final class MathText {

  private static final float SMALL = 0.72f;

  /** The typeface has not all of these, and the others are not alike. */
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

  private static final String LEVEL = "0123456789−";

  private static final Pattern SPECIAL =
      Pattern.compile("\\\\(?<kept>.)|[\\^_]\\{(?<text>[^}]*)}?|[" + RAISED + "]");

  /** Words are as wide on every screen and paper as they are here. */
  private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);

  /** Part of the line at one level: 0 on the baseline, 1 raised, −1 lowered. */
  private record Run(String text, int level, String plain) {
    Font in(Font font) {
      return level == 0 ? font : font.deriveFont(font.getSize2D() * SMALL);
    }

    double width(Font font) {
      return in(font).getStringBounds(text, PAPER).getWidth();
    }
  }

  private final List<Run> runs;

  private MathText(List<Run> runs) {
    this.runs = runs;
  }

  /** Words in rows of a width, each of one word at least. */
  static List<String> lines(String words, double width, ToDoubleFunction<String> length) {
    if (length.applyAsDouble(words) <= width) {
      return List.of(words);
    }
    List<String> lines = new ArrayList<>();
    for (String word : words.split(" (?!%)", -1)) {
      int last = lines.size() - 1;
      String longer = last < 0 ? word : lines.get(last) + " " + word;
      if (last < 0 || length.applyAsDouble(longer) > width) {
        lines.add(word);
      } else {
        lines.set(last, longer);
      }
    }
    return lines;
  }

  static MathText of(String markup) {
    List<Run> runs = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    // The typeface's double bar looks like two letters.
    Matcher special = SPECIAL.matcher(markup.replace("‖", "||"));
    while (special.find()) {
      String kept = special.group("kept");
      special.appendReplacement(plain, kept == null ? "" : Matcher.quoteReplacement(kept));
      if (kept == null) {
        runs.add(new Run(plain.toString(), 0, plain.toString()));
        plain.setLength(0);
        String whole = special.group();
        int sign = RAISED.indexOf(whole);
        runs.add(
            sign < 0
                ? new Run(
                    special.group("text"),
                    whole.startsWith("_") ? -1 : 1,
                    whole.replaceAll("[{}]", ""))
                : new Run(LEVEL.substring(sign, sign + 1), 1, whole));
      }
    }
    runs.add(new Run(special.appendTail(plain).toString(), 0, plain.toString()));
    return new MathText(runs.stream().filter(run -> !run.text.isEmpty()).toList());
  }

  /** The text without markup, for tables and screen readers. */
  String plain() {
    return runs.stream().map(Run::plain).collect(Collectors.joining());
  }

  double width(Font font) {
    return runs.stream().mapToDouble(run -> run.width(font)).sum();
  }

  /** Draws with the left end of the baseline at (x, y). */
  void draw(Graphics2D g2, Font font, double x, double y) {
    double at = x;
    for (Run run : runs) {
      g2.setFont(run.in(font));
      double shift = run.level > 0 ? -0.38 : run.level < 0 ? 0.18 : 0;
      g2.drawString(run.text, (float) at, (float) (y + shift * font.getSize2D()));
      at += run.width(font);
    }
  }
}
