package gmrl.experiment;

import java.util.List;
import java.util.Locale;

/** How many there are of something, in sentences. */
public final class Counted {
  private static final long MILLION = 1_000_000;

  private Counted() {}

  /** In the singular where it is one; whole millions in words. */
  public static String of(long count, String what) {
    String digits =
        count >= MILLION && count % (MILLION / 10) == 0
            ? Setting.number((double) count / MILLION) + " million"
            : Long.toString(count);
    return digits + " " + what + (count == 1 ? "" : "s");
  }

  /** The same, with a word for none. */
  public static String orNo(long count, String what) {
    return count == 0 ? "no " + what : of(count, what);
  }

  /** In groups of three digits. */
  public static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
  }

  /** As many as are read, and how many there are besides. */
  public static String some(List<String> all, int most) {
    String shown = String.join(", ", all.subList(0, Math.min(most, all.size())));
    return all.size() > most ? shown + " and " + (all.size() - most) + " more" : shown;
  }
}
