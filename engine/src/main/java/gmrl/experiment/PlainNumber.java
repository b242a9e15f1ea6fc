package gmrl.experiment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: decimal digits, a point, an exponent. What Java's own source may
 * add to them, such as {@code 3f} or {@code 0x1p1}, is a slip of the keyboard here.
 *
 * <p>The message of what is thrown says what was expected, as the end of a sentence.
 */
public final class PlainNumber {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  /** Refused as too small or too large, which tells more than that they are no numbers. */
  private static final Pattern BEYOND = Pattern.compile("[+-]?(?:NaN|Infinity)");

  private static final String BLANK = "[ \u00a0\u2009\u202f]";
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?[0-9]{1,3}(?:" + BLANK + "[0-9]{3})+(?:[.,][0-9]*)?");

  /** A comma that may stand between thousands, unless nothing but a zero is before it. */
  private static final Pattern AMBIGUOUS = Pattern.compile("([+-]?[1-9][0-9]{0,2}),([0-9]{3})");

  private static final String EXPECTED = "expected a number";
  private static final String NEARER = "expected a number nearer to zero";

  private PlainNumber() {}

  /**
   * Reads a number.
   *
   * @throws NumberFormatException "expected a number", or one "nearer to zero"
   */
  public static double parse(String text) {
    double number = read(text);
    if (Double.isInfinite(number) && DECIMAL.matcher(text.strip()).matches()) {
      throw new NumberFormatException(NEARER);
    }
    return number;
  }

  private static double read(String text) {
    String bare = text.strip();
    if (!DECIMAL.matcher(bare).matches() && !BEYOND.matcher(bare).matches()) {
      throw new NumberFormatException(EXPECTED);
    }
    return Double.parseDouble(bare);
  }

  /**
   * Reads a number that was typed into a field: a comma may be its decimal point, blanks may part
   * its thousands, and the typographic minus sign counts.
   *
   * @throws NumberFormatException saying what was expected; where a comma could part thousands as
   *     well, both ways to write what was meant
   */
  public static double typed(String text) {
    String bare = text.strip().replace('−', '-');
    if (GROUPED.matcher(bare).matches()) {
      bare = bare.replaceAll(BLANK, "");
    }
    Matcher ambiguous = AMBIGUOUS.matcher(bare);
    if (ambiguous.matches()) {
      String whole = ambiguous.group(1);
      String rest = ambiguous.group(2);
      throw new NumberFormatException("expected " + whole + rest + " or " + whole + "." + rest);
    }
    return read(bare.replace(',', '.'));
  }

  /**
   * As {@link #typed}, but neither infinite nor NaN.
   *
   * @throws NumberFormatException saying what was expected
   */
  public static double finite(String text) {
    double number = typed(text);
    if (Double.isNaN(number)) {
      throw new NumberFormatException(EXPECTED);
    }
    if (Double.isInfinite(number)) {
      throw new NumberFormatException(NEARER);
    }
    return number;
  }
}
