package gmrl.app.ui;

import java.util.Locale;

/** Shares in words: percent where that says something, a multiple where a percentage would not. */
public final class Percent {
  /** From this share on a multiple is easier to grasp than a percentage. */
  private static final double FOLD = 10;

  private static final double POWERS = 1e5;

  /** Less is not told apart from nothing. */
  private static final double SMALLEST = 0.001;

  private Percent() {}

  /**
   * A share such as 12 %, 0.4 %, 35-fold, 10¹³-fold.
   *
   * @param share 0 or more
   */
  public static String of(double share) {
    if (!Double.isFinite(share)) {
      return "beyond all numbers";
    }
    if (share >= POWERS) {
      return powerBelow(share) + "-fold";
    }
    if (share >= FOLD) {
      return String.format(Locale.ROOT, "%.0f-fold", share);
    }
    double p = 100 * share;
    if (p >= 9.95) {
      return String.format(Locale.ROOT, "%.0f %%", p);
    }
    return p >= 0.095 || p == 0
        ? String.format(Locale.ROOT, "%.1f %%", p).replace(".0 ", " ")
        : "less than 0.1 %";
  }

  /**
   * A share with half of its interval, both to the same place: 12.0 % ± 0.1, 35-fold ± 2; without
   * it where it would not be read.
   *
   * @param share 0 or more
   * @param halfWidth of its 95 % interval
   */
  public static String of(double share, double halfWidth) {
    boolean fold = share >= FOLD;
    double scale = fold ? 1 : 100;
    double half = scale * halfWidth;
    if (share >= POWERS || !(half >= 0.05)) {
      return of(share);
    }
    String form = half >= 0.95 ? "%.0f" : "%.1f";
    return String.format(
        Locale.ROOT, form + (fold ? "-fold" : " %%") + " ± " + form, scale * share, half);
  }

  /**
   * An estimated share with half of its interval, such as 12.0 % ± 0.4 or below 3 %; without where
   * a formula gives it.
   *
   * @param share 0 or more
   * @param halfWidth of its 95 % interval
   */
  public static String estimate(double share, double halfWidth) {
    if (halfWidth == 0) {
      return of(share);
    }
    if (share <= halfWidth || (halfWidth > 0 && share < SMALLEST)) {
      return "below " + of(Math.max(share + halfWidth, SMALLEST));
    }
    return of(share, share < FOLD ? Math.max(halfWidth, SMALLEST) : halfWidth);
  }

  /** The largest power of ten that a positive number reaches, such as 10⁻² or 10¹³. */
  public static String powerBelow(double x) {
    return "10" + Words.raised((int) Math.floor(Math.log10(x)));
  }
}
