package gmrl.app.ui;

import java.util.Locale;

/** Small matters of spelling. */
public final class Words {
  private Words() {}

  /** The same text with a capital first letter. */
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
