package gmrl.app.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Colour, dashes and marker of a series: never colour alone, so that figures survive grey print and
 * colour-blind eyes.
 *
 * @param hue colour
 * @param dash line pattern
 * @param marker point symbol
 */
public record Style(Hue hue, Dash dash, Marker marker) {

  /** Line patterns. */
  public enum Dash {
    /** Unbroken line. */
    SOLID,
    /** Long dashes. */
    DASHED,
    /** Dash and dot. */
    DASH_DOT,
    /** Dots. */
    DOTTED;

    /** The index-th dash, from 0; after the last comes the first again. */
    public static Dash nth(int index) {
      return values()[Math.floorMod(index, values().length)];
    }
  }

  /** Point symbols. */
  public enum Marker {
    /** No symbol. */
    NONE,
    /** Filled circle. */
    CIRCLE,
    /** Filled square. */
    SQUARE,
    /** Filled triangle. */
    TRIANGLE,
    /** Filled diamond. */
    DIAMOND,
    /** Hollow circle. */
    RING,
    /** Diagonal cross. */
    CROSS,
    /** Upright cross. */
    PLUS;

    /** The index-th symbol, from 0; after the last comes the first again. */
    static Marker nth(int index) {
      return values()[1 + Math.floorMod(index, values().length - 1)];
    }
  }

  /**
   * A style for the i-th category: a colour that is neither of the two biases', its own dashes and
   * marker. Colours come again after six, with other dashes and markers.
   *
   * @param index position in the list of categories, from 0
   * @return the style
   */
  public static Style nth(int index) {
    int i = Math.floorMod(index, Colours.OTHERS.size());
    int round = Math.floorDiv(index, Colours.OTHERS.size());
    int pattern = (i / 2) % 2 + (i >= 4 ? 2 : 0) + round;
    return new Style(new Hue.Category(Colours.OTHERS.get(i)), Dash.nth(pattern), Marker.nth(index));
  }

  /**
   * A style for the i-th of n ordered values (such as K): viridis.
   *
   * @param index position, from 0
   * @param count number of ordered values, at least 1
   * @return the style
   */
  public static Style ordered(int index, int count) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "An ordered style needs 0 ≤ index < count, not " + index + " of " + count + ".");
    }
    double fraction = count == 1 ? 0.5 : index / (count - 1.0);
    return new Style(new Hue.Ordered(fraction), Dash.SOLID, Marker.nth(index));
  }

  /**
   * Whether curves are told apart by values of one number, such as {@code K = 2}.
   *
   * @param names of the curves
   */
  public static boolean isOrdered(List<String> names) {
    return names.stream().allMatch(name -> name.matches(".* = [0-9.]+"));
  }

  /**
   * Styles of curves: in order where {@link #isOrdered}, else one for each category.
   *
   * @param names of the curves
   * @return one style for each
   */
  public static List<Style> among(List<String> names) {
    boolean ordered = isOrdered(names);
    return IntStream.range(0, names.size())
        .mapToObj(i -> ordered ? ordered(i, names.size()) : nth(i))
        .toList();
  }

  /**
   * Black on light, white on dark, without a marker: for exact values and bounds.
   *
   * @param dash line pattern
   * @return the style
   */
  public static Style neutral(Dash dash) {
    return new Style(new Hue.Neutral(), dash, Marker.NONE);
  }

  /**
   * The same colour with another line.
   *
   * @param other line pattern
   * @return the style
   */
  public Style with(Dash other) {
    return new Style(hue, other, marker);
  }

  /**
   * The same colour with another symbol.
   *
   * @param other point symbol
   * @return the style
   */
  public Style with(Marker other) {
    return new Style(hue, dash, other);
  }
}
