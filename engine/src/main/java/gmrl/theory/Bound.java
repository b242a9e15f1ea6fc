package gmrl.theory;

/**
 * A non-negative upper bound, kept as its logarithm because (1 + αc₂)^K soon leaves the range of a
 * double.
 *
 * @param log natural logarithm; −∞ is a bound of zero
 */
public record Bound(double log) {
  /** The bound 0. */
  static final Bound ZERO = new Bound(Double.NEGATIVE_INFINITY);

  /** Rejects NaN. */
  public Bound {
    if (Double.isNaN(log)) {
      throw new IllegalArgumentException("logarithm of the bound is NaN, expected a number");
    }
  }

  static Bound of(double value) {
    return new Bound(Math.log(value));
  }

  /** The bound itself; infinite where it exceeds a double (then {@link #log10} still holds). */
  double value() {
    return Math.exp(log);
  }

  /** Decimal logarithm, for axes and for bounds beyond a double. */
  double log10() {
    return log / Math.log(10);
  }

  Bound times(Bound other) {
    // 0 · ∞ cannot arise: every finite factor has a finite logarithm.
    return isZero() || other.isZero() ? ZERO : new Bound(log + other.log);
  }

  Bound power(int exponent) {
    return exponent == 0 ? new Bound(0) : new Bound(exponent * log);
  }

  Bound plus(Bound other) {
    double high = Math.max(log, other.log);
    double low = Math.min(log, other.log);
    return low == Double.NEGATIVE_INFINITY
        ? new Bound(high)
        : new Bound(high + Math.log1p(Math.exp(low - high)));
  }

  /** This minus a smaller one, without the cancellation that plain subtraction has. */
  Bound minus(Bound smaller) {
    double ratio = smaller.log - log;
    return isZero() || ratio >= 0 ? ZERO : new Bound(log + Math.log(-Math.expm1(ratio)));
  }

  private boolean isZero() {
    return log == Double.NEGATIVE_INFINITY;
  }
}
