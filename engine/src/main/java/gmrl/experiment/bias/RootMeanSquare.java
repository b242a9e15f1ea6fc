package gmrl.experiment.bias;

/**
 * The root of the mean of squares that are estimated, with its interval: as their estimates may lie
 * below zero, so may their mean, and its root is 0 then.
 */
public final class RootMeanSquare {
  private double squares;
  private double variance;
  private int count;

  /**
   * Adds one.
   *
   * @param square unbiased estimate of it
   * @param halfWidth half of its interval, of the confidence that all have
   */
  public void add(double square, double halfWidth) {
    squares += square;
    variance += halfWidth * halfWidth;
    count++;
  }

  /** The mean of the squares; NaN where there are none. */
  public double meanSquare() {
    return squares / count;
  }

  /** The root of the mean. */
  public double value() {
    return Math.sqrt(Math.max(0, meanSquare()));
  }

  /** Half the length of the root's interval. */
  public double halfWidth() {
    double half = Math.sqrt(variance) / count;
    double low = Math.sqrt(Math.max(0, meanSquare() - half));
    double high = Math.sqrt(Math.max(0, meanSquare() + half));
    return (high - low) / 2;
  }
}
