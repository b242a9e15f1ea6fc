package gmrl.app.chart;

/**
 * The map from values to axis positions.
 *
 * <p>Positions are real numbers in which the axis is linear; an axis only ever needs {@link
 * #position} and its inverse {@link #value}.
 */
public sealed interface Scale {

  /**
   * Position of a value.
   *
   * @param value a value of the axis
   * @return its position; negative infinity where a log scale has none
   */
  double position(double value);

  /**
   * Value at a position; the inverse of {@link #position}.
   *
   * @param position a position
   * @return the value there
   */
  double value(double position);

  /** Equal steps for equal differences. */
  record Linear() implements Scale {
    @Override
    public double position(double value) {
      return value;
    }

    @Override
    public double value(double position) {
      return position;
    }
  }

  /** Equal steps for equal ratios; values at or below zero have no place and sit on the floor. */
  record Log() implements Scale {
    @Override
    public double position(double value) {
      return value <= 0 ? Double.NEGATIVE_INFINITY : Math.log10(value);
    }

    @Override
    public double value(double position) {
      return Math.pow(10, position);
    }
  }

  /**
   * Logarithmic on both sides of zero and smooth through it: {@code asinh(value / (2 threshold)) /
   * ln 10}. For estimates that may be negative, such as a bias² corrected for Monte-Carlo noise.
   *
   * @param threshold size below which the scale is about linear; 0 lets the chart choose it from
   *     the data's noise
   */
  record SymLog(double threshold) implements Scale {
    private static final double LN10 = Math.log(10);

    /** Validates the threshold. */
    public SymLog {
      if (!Double.isFinite(threshold) || threshold < 0) {
        throw new IllegalArgumentException(
            "A symmetric log scale needs a finite threshold of at least 0, not " + threshold + ".");
      }
    }

    @Override
    public double position(double value) {
      double t = value / (2 * threshold);
      double a = Math.abs(t);
      return Math.signum(t) * Math.log(a + Math.sqrt(a * a + 1)) / LN10;
    }

    @Override
    public double value(double position) {
      return 2 * threshold * Math.sinh(position * LN10);
    }
  }
}
