package gmrl.app.text;

import java.awt.Color;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * A typeset formula as outlines, for a font of size 1.
 *
 * <p>{@code \key{alpha}{…}} names a part, so that it can be lit up and coloured by itself.
 *
 * @param width of the whole
 * @param ascent above the baseline
 * @param descent below the baseline
 * @param parts outlines in units of {@link #UNIT} a font size, with the baseline at y = ascent
 */
record FormulaOutline(double width, double ascent, double descent, List<Part> parts) {
  /** JavaFX rounds small path coordinates; outlines are kept at this size. */
  static final float UNIT = 40;

  private static final Pattern KEY = Pattern.compile("\\\\key\\{([^{}]+)\\}");

  /** Colours are only labels here: this one and those above it stand for the keys of a formula. */
  private static final int FIRST_LABEL = 0x0A0000;

  private static final Map<String, FormulaOutline> KNOWN = new ConcurrentHashMap<>();

  /**
   * What shares a key.
   *
   * @param key empty for what has none
   * @param path SVG path data
   */
  record Part(String key, String path) {}

  /**
   * Typesets a formula; the same one is set only once.
   *
   * @param tex the formula
   * @param display whether sums stand tall, as in a line of their own
   * @throws IllegalArgumentException naming the formula that is not TeX
   */
  static FormulaOutline of(String tex, boolean display) {
    return KNOWN.computeIfAbsent((display ? "d" : "t") + tex, known -> set(tex, display));
  }

  /** One at a time: JLaTeXMath keeps what it knows in common maps that are not made for threads. */
  private static synchronized FormulaOutline set(String tex, boolean display) {
    requirePairs(tex);
    List<String> keys = new ArrayList<>();
    Matcher named = KEY.matcher(tex);
    String coloured =
        named.replaceAll(
            found -> {
              keys.add(found.group(1));
              int label = FIRST_LABEL + keys.size() - 1;
              return Matcher.quoteReplacement(
                  String.format(Locale.ROOT, "\\textcolor{#%06X}", label));
            });
    TeXIcon icon;
    try {
      icon =
          new TeXFormula(coloured)
              .createTeXIcon(display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, UNIT);
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "the formula \"" + tex + "\" cannot be set, expected TeX: " + e.getMessage(), e);
    }
    icon.setInsets(new Insets(0, 0, 0, 0), true);
    icon.setForeground(Color.BLACK);
    OutlineGraphics graphics = new OutlineGraphics();
    icon.paintIcon(null, graphics, 0, 0);
    List<Part> parts = new ArrayList<>();
    graphics
        .paths()
        .forEach(
            (colour, path) -> {
              int label = colour - FIRST_LABEL;
              parts.add(new Part(label >= 0 && label < keys.size() ? keys.get(label) : "", path));
            });
    return new FormulaOutline(
        icon.getTrueIconWidth() / UNIT,
        (icon.getTrueIconHeight() - icon.getTrueIconDepth()) / UNIT,
        icon.getTrueIconDepth() / UNIT,
        List.copyOf(parts));
  }

  /** JLaTeXMath closes an open brace at the end without a word, and so sets something else. */
  private static void requirePairs(String tex) {
    int open = 0;
    for (int i = 0; i < tex.length() && open >= 0; i++) {
      char c = tex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open++;
      } else if (c == '}') {
        open--;
      }
    }
    if (open != 0) {
      throw new IllegalArgumentException(
          "the formula \"" + tex + "\" cannot be set, expected its braces in pairs");
    }
  }
}
