package gmrl.experiment.file;

import java.util.Locale;

/** Recognises words that were meant to be another one. */
final class Slips {
  private Slips() {}

  /**
   * Whether a word differs from the one meant by letter case, or by one letter or two that changed
   * places, of four or more.
   */
  static boolean isSlip(String word, String meant) {
    String a = word.strip().toLowerCase(Locale.ROOT);
    String b = meant.toLowerCase(Locale.ROOT);
    if (a.equals(b)) {
      return true;
    }
    if (b.length() < 4 || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int head = 0;
    while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(a.length(), b.length()) - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    int differ = Math.max(a.length(), b.length()) - head - tail;
    boolean swapped =
        differ == 2
            && a.length() == b.length()
            && a.charAt(head) == b.charAt(head + 1)
            && a.charAt(head + 1) == b.charAt(head);
    return differ <= 1 || swapped;
  }
}
