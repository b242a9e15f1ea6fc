package gmrl.app.chart;

import java.util.List;

/**
 * One axis.
 *
 * @param label text with maths in Unicode; {@code ^{…}} raises, {@code _{…}} lowers, a backslash
 *     keeps the next character as it is
 * @param scale linear, log or symmetric log
 * @param low lower limit, or NaN to follow the data
 * @param high upper limit, or NaN to follow the data
 * @param categories tick labels of the positions 0, 1, 2 …; empty for a numeric axis
 * @param unit what follows each tick label, such as " %"; may be empty
 */
public record ChartAxis(
    String label, Scale scale, double low, double high, List<String> categories, String unit) {

  /** Validates limits and copies the categories. */
  public ChartAxis {
    if (low >= high) {
      throw new IllegalArgumentException(
          "Axis \"" + label + "\" must have low < high, but was [" + low + ", " + high + "].");
    }
    if (scale instanceof Scale.Log && low <= 0) {
      throw new IllegalArgumentException(
          "Log axis \"" + label + "\" must start above 0, not at " + low + ".");
    }
    categories = List.copyOf(categories);
  }

  /**
   * The same axis with a unit at each tick.
   *
   * @param text what follows each tick label
   * @return the axis
   */
  public ChartAxis in(String text) {
    return new ChartAxis(label, scale, low, high, categories, text);
  }

  /**
   * A linear axis that follows the data.
   *
   * @param label text
   * @return the axis
   */
  public static ChartAxis linear(String label) {
    return new ChartAxis(label, new Scale.Linear(), Double.NaN, Double.NaN, List.of(), "");
  }

  /**
   * A log axis that follows the data.
   *
   * @param label text
   * @return the axis
   */
  public static ChartAxis log(String label) {
    return new ChartAxis(label, new Scale.Log(), Double.NaN, Double.NaN, List.of(), "");
  }

  /**
   * An axis of named categories at 0, 1, 2 ….
   *
   * @param label text
   * @param categories names in order
   * @return the axis
   */
  public static ChartAxis categories(String label, List<String> categories) {
    return new ChartAxis(label, new Scale.Linear(), Double.NaN, Double.NaN, categories, "");
  }

  /**
   * The same axis with fixed limits.
   *
   * @param from lower limit, or NaN to follow the data
   * @param to upper limit, or NaN to follow the data
   * @return the axis
   */
  public ChartAxis between(double from, double to) {
    return new ChartAxis(label, scale, from, to, categories, unit);
  }

  /**
   * The same axis with something beside its label, in brackets, which give way where there is no
   * room.
   *
   * @param words what is said; empty for nothing
   * @return the axis
   */
  public ChartAxis noted(String words) {
    String noted = words.isEmpty() ? label : label + " (" + words + ")";
    return new ChartAxis(noted, scale, low, high, categories, unit);
  }

  /** Whether two axes count the same, so that a length means the same along both. */
  boolean isLike(ChartAxis other) {
    return scale instanceof Scale.Linear
        && scale.equals(other.scale)
        && low < high
        && low == other.low
        && high == other.high;
  }

  /**
   * The same axis with another scale; limits return to following the data.
   *
   * @param other the scale
   * @return the axis
   */
  public ChartAxis on(Scale other) {
    return new ChartAxis(label, other, Double.NaN, Double.NaN, categories, unit);
  }
}
