package gmrl.app.chart;

/**
 * A thin straight line across the plot at one value, with a short text at its end.
 *
 * @param axis the axis whose value it marks
 * @param value where
 * @param label short text, may be empty
 * @param cursor whether it only marks where something in the window stands, so that paper can do
 *     without it
 */
public record ReferenceLine(Axis axis, double value, String label, boolean cursor) {

  /** Which axis a line belongs to. */
  public enum Axis {
    /** A vertical line. */
    X,
    /** A horizontal line. */
    Y
  }

  /** Validates the value. */
  public ReferenceLine {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "A reference line needs a finite value, not " + value + ".");
    }
  }

  boolean isUpright() {
    return axis == Axis.X;
  }

  /**
   * A vertical line.
   *
   * @param value position on the x axis
   * @param label short text
   * @return the line
   */
  public static ReferenceLine atX(double value, String label) {
    return new ReferenceLine(Axis.X, value, label, false);
  }

  /**
   * A horizontal line.
   *
   * @param value position on the y axis
   * @param label short text
   * @return the line
   */
  public static ReferenceLine atY(double value, String label) {
    return new ReferenceLine(Axis.Y, value, label, false);
  }

  /**
   * A vertical line where something in the window stands, such as a slider.
   *
   * @param value position on the x axis
   * @param label short text
   * @return the line
   */
  public static ReferenceLine cursor(double value, String label) {
    return new ReferenceLine(Axis.X, value, label, true);
  }
}
