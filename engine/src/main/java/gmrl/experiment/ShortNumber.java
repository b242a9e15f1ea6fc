package gmrl.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
public final class ShortNumber {
  private static final int DIGITS = 3;

  private ShortNumber() {}

  /** Three significant digits, with a minus sign and an exponent only where it is needed. */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return "no number";
    }
    double size = Math.abs(value);
    String text =
        size != 0 && (size < 1e-3 || size >= 1e5)
            ? String.format(Locale.ROOT, "%.2e", value)
            : new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    return text.replace('-', '−');
  }
}
