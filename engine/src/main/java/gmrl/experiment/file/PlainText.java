package gmrl.experiment.file;

/**
 * Text that came from a file or a link, made fit for a terminal, a notice or a drawing: one line of
 * bounded length, without characters that steer the device or the writing direction.
 */
public final class PlainText {
  /** As long as a sentence about a problem may be, with the names it quotes. */
  public static final int SENTENCE = 1000;

  /** As long as a title or the name of a curve may be. */
  public static final int LABEL = 200;

  private PlainText() {}

  /**
   * The text as one line: line breaks and tabs become blanks; control characters, marks and
   * overrides of the writing direction, halves of a character pair and byte-order marks are
   * dropped; what is longer ends in an ellipsis.
   *
   * @param text anything
   * @param longest most characters of the result, 1 or more
   */
  public static String line(String text, int longest) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), longest));
    int at = 0;
    boolean blank = true; // so that no blank comes first
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (isBlank(c)) {
        if (!blank) {
          line.append(' ');
          blank = true;
        }
      } else if (isShown(c)) {
        line.appendCodePoint(c);
        blank = false;
      }
      if (line.length() > longest) {
        line.setLength(longest - (Character.isLowSurrogate(line.charAt(longest - 1)) ? 2 : 1));
        return line.append('…').toString();
      }
    }
    return line.toString().stripTrailing();
  }

  private static boolean isBlank(int c) {
    return c == '\n'
        || c == '\r'
        || c == '\t'
        || c == ' '
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  private static boolean isShown(int c) {
    boolean steersDirection =
        c == 0x061C
            || c == 0x200E
            || c == 0x200F
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2066 && c <= 0x2069);
    boolean noCharacter =
        Character.isISOControl(c)
            || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
            || (c & 0xFFFE) == 0xFFFE
            || c == 0xFEFF;
    return !steersDirection && !noCharacter;
  }
}
