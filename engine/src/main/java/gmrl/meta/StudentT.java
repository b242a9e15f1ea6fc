package gmrl.meta;

/** Quantiles of Student's t distribution for 95 % intervals. */
final class StudentT {
  private static final double Z = 1.959963984540054;

  private StudentT() {}

  /**
   * The 97.5 % quantile, within 0.2 %: closed forms for 1 and 2 degrees of freedom, then the
   * expansion in 1/ν (Abramowitz and Stegun 26.7.5).
   *
   * @param degreesOfFreedom ν ≥ 1
   */
  static double quantile975(int degreesOfFreedom) {
    if (degreesOfFreedom == 1) {
      return Math.tan(Math.PI * 0.475);
    }
    if (degreesOfFreedom == 2) {
      return 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95));
    }
    double n = degreesOfFreedom;
    double z2 = Z * Z;
    double first = (z2 + 1) / 4;
    double second = ((5 * z2 + 16) * z2 + 3) / 96;
    double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return Z * (1 + (first + (second + (third + fourth / n) / n) / n) / n);
  }
}
