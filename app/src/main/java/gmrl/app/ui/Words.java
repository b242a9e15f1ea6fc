package gmrl.app.ui;

import gmrl.experiment.file.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Small matters of spelling. */
public final class Words {
  private static final List<String> SEPARATORS = List.of(" · ", "; ", ", ", "   ");

  private static final int QUOTED = 20;

  /** The space before a unit that is no word. */
  private static final Pattern UNIT =
      Pattern.compile("(?<=\\d) (?=(?:s|ms|min|dpi|MB|GB)(?![\\p{L}\\p{N}]))");

  /** Within a word, or after one that ends on s. */
  private static final Pattern APOSTROPHE =
      Pattern.compile("(?<=\\p{L})'(?=\\p{L})|(?<=\\p{L}s)'(?=[\\s,.;:)]|$)");

  private Words() {}

  /** The same text with a capital first letter. */
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A whole number as an exponent, such as ⁻¹². */
  public static String raised(int number) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(number).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }

  /** The same text with a small first letter. */
  public static String small(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** A few of somebody's words in quotation marks: enough to know them again. */
  public static String quote(String text) {
    return "“" + PlainText.line(text.strip(), QUOTED) + "”";
  }

  /**
   * A reason as a sentence of its own: with a capital, unless a file's name begins it, and an end.
   */
  public static String sentence(String reason) {
    boolean named = reason.split(" ", 2)[0].matches(".*[./\\\\].+");
    return (named ? reason : capital(reason))
        + (reason.isEmpty() || reason.endsWith(".") ? "" : ".");
  }

  /** The text, and what is left of it without its last part, the last two …, nothing. */
  static List<String> shorter(String text) {
    List<String> all = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty()) {
      all.add(rest);
      int end = 0;
      for (String separator : SEPARATORS) {
        end = Math.max(end, rest.lastIndexOf(separator));
      }
      rest = rest.substring(0, end);
    }
    all.add("");
    return all;
  }

  /** Words whose numbers have the sign of print; hyphens stay. */
  public static String minus(String words) {
    return words.replaceAll("(?<![\\p{L}\\p{N}])-(?=[0-9.])", "−");
  }

  /**
   * Words as a printer sets them: lines do not break between a number and its name, its sign or its
   * unit, and apostrophes are curved.
   */
  public static String typeset(String words) {
    String unbroken =
        words
            .replace(" %", "\u00a0%")
            .replace(" ± ", "\u00a0±\u00a0")
            .replace(" = ", "\u00a0=\u00a0")
            .replace("(now ", "(now\u00a0");
    return APOSTROPHE.matcher(UNIT.matcher(unbroken).replaceAll("\u00a0")).replaceAll("’");
  }
}
