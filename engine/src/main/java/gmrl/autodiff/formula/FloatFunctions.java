package gmrl.autodiff.formula;

/**
 * Functions of floats that the JDK computes slowly, in doubles: exact to far below half a unit of a
 * float, so that rounding gives what the JDK's doubles give.
 */
final class FloatFunctions {
  /** Below this the quotient of exponentials loses digits and the series needs few. */
  private static final double SMALL = 0.1;

  /** From here on tanh is closer to 1 than to the float before it. */
  private static final double LARGE = 10;

  private FloatFunctions() {}

  /** tanh x = 1 − 2/(e²ˣ + 1); near 0 x − x³/3 + 2x⁵/15 − 17x⁷/315 + …. */
  static float tanh(float x) {
    double a = Math.abs((double) x);
    if (a < SMALL) {
      double s = a * a;
      double series = 1382.0 / 155925 - s * (21844.0 / 6081075);
      series = 62.0 / 2835 - s * series;
      series = 17.0 / 315 - s * series;
      series = 2.0 / 15 - s * series;
      series = 1.0 / 3 - s * series;
      return (float) (x * (1 - s * series));
    }
    // Not a number fails both comparisons and comes out of exp.
    double t = a > LARGE ? 1 : 1 - 2 / (Math.exp(2 * a) + 1);
    return (float) (x < 0 ? -t : t);
  }
}
