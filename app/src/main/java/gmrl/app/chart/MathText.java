package gmrl.app.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** One line of text with superscripts ({@code ^{…}}) and subscripts ({@code _{…}}). */
final class MathText {

  private static final float SMALL = 0.72f;
  private static final String RAISED = "⁰⁻";
  private static final String LEVEL = "0−";

  /** Part of the line at one level: 0 on the baseline, 1 raised, −1 lowered. */
  private record Run(String text, int level) {}

  private final List<Run> runs;

  private MathText(List<Run> runs) {
    this.runs = runs;
  }

  static MathText of(String markup) {
    List<Run> runs = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < markup.length()) {
      char c = markup.charAt(i);
      if (c == '\\' && i + 1 < markup.length()) {
        plain.append(markup.charAt(i + 1));
        i += 2;
      } else if ((c == '^' || c == '_') && markup.startsWith("{", i + 1)) {
        flush(plain, runs);
        int close = markup.indexOf('}', i);
        int end = close < 0 ? markup.length() : close;
        runs.add(new Run(markup.substring(i + 2, end), c == '^' ? 1 : -1));
        i = end + 1;
      } else if (RAISED.indexOf(c) >= 0) {
        // The typeface has no such letter.
        flush(plain, runs);
        runs.add(new Run(String.valueOf(LEVEL.charAt(RAISED.indexOf(c))), 1));
        i++;
      } else {
        plain.append(c);
        i++;
      }
    }
    flush(plain, runs);
    return new MathText(runs);
  }

  private static void flush(StringBuilder plain, List<Run> runs) {
    if (plain.length() > 0) {
      runs.add(new Run(plain.toString(), 0));
      plain.setLength(0);
    }
  }

  /** The text without markup, for tables and screen readers. */
  String plain() {
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      text.append(run.level > 0 ? "^" : run.level < 0 ? "_" : "").append(run.text);
    }
    return text.toString();
  }

  double width(Graphics2D g2, Font font) {
    double width = 0;
    for (Run run : runs) {
      width += metrics(g2, font, run).stringWidth(run.text);
    }
    return width;
  }

  /** Draws with the left end of the baseline at (x, y). */
  void draw(Graphics2D g2, Font font, double x, double y) {
    double at = x;
    for (Run run : runs) {
      FontMetrics metrics = metrics(g2, font, run);
      g2.setFont(metrics.getFont());
      double shift = run.level > 0 ? -0.38 : run.level < 0 ? 0.18 : 0;
      g2.drawString(run.text, (float) at, (float) (y + shift * font.getSize2D()));
      at += metrics.stringWidth(run.text);
    }
  }

  void drawCentered(Graphics2D g2, Font font, double x, double y) {
    draw(g2, font, x - width(g2, font) / 2, y);
  }

  private static FontMetrics metrics(Graphics2D g2, Font font, Run run) {
    return g2.getFontMetrics(run.level == 0 ? font : font.deriveFont(font.getSize2D() * SMALL));
  }
}
