package gmrl;

import java.math.BigDecimal;

/** Numbers in sentences, as people write them. */
public final class Digits {
  /** From this power of ten on zeros would have to be counted. */
  private static final int LARGE = 15;

  private static final int SMALL = -9;

  private Digits() {}

  /**
   * The shortest decimal digits that stand for a number: 3, 0.07, 1e307. What is not finite is
   * named as Java does.
   */
  public static String of(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    int power = exact.precision() - exact.scale() - 1;
    return power >= LARGE || power < SMALL
        ? exact.scaleByPowerOfTen(-power).toPlainString() + "e" + power
        : exact.toPlainString();
  }
}
