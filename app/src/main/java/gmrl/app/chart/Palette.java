package gmrl.app.chart;

import java.awt.Color;

/**
 * Colour tables: Okabe and Ito (2008) for categories, with olive for their amber, which reads as
 * orange, and violet and wine besides; viridis for ordered values.
 */
final class Palette {

  static final int CATEGORIES = 8;

  private static final int[] AREAS = {
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x7F7A14, 0x56B4E9, 0x7A6FB0, 0x8F2D56
  };

  /** The same hues, deep enough for thin lines and words on a light background. */
  private static final int[] ON_LIGHT = {
    0x0072B2, 0xD55E00, 0x009E73, 0xC873A1, 0x7E7914, 0x4390C0, 0x786DAF, 0x8F2D56
  };

  /** The same hues, lifted where they would sink into a dark background. */
  private static final int[] ON_DARK = {
    0x3D9BDC, 0xEE7733, 0x22B98B, 0xDD95BC, 0xC2BC4E, 0x7CC8F2, 0xA79CD8, 0xE06C8A
  };

  /** Brightness of each category without its hue. */
  private static final double[] GREYS = {0.08, 0.48, 0.29, 0.58, 0.18, 0.39, 0.535, 0.24};

  private static final int[] VIRIDIS = {
    0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B,
    0xFDE725
  };

  private Palette() {}

  /** A category as a line or a word: a contrast of 3 or more to the background. */
  static Color category(int index, boolean dark, boolean grey) {
    return grey ? grey(GREYS[index], dark) : new Color((dark ? ON_DARK : ON_LIGHT)[index]);
  }

  /** A category as an area. */
  static Color filling(int index, boolean dark) {
    return new Color((dark ? ON_DARK : AREAS)[index]);
  }

  /** A curve's colour: of viridis what has a contrast of 3 or more to the background. */
  static Color ordered(double fraction, boolean dark, boolean grey) {
    return grey
        ? grey(0.08 + 0.5 * fraction, dark)
        : viridis(dark ? 0.34 + 0.66 * fraction : 0.59 * fraction);
  }

  /** An area's colour, which lies behind curves: nearly all of viridis. */
  static Color shade(double fraction, boolean dark) {
    return viridis(dark ? 0.22 + 0.78 * fraction : 0.88 * fraction);
  }

  private static Color viridis(double share) {
    double place = share * (VIRIDIS.length - 1);
    int below = (int) Math.min(Math.floor(place), VIRIDIS.length - 2);
    return mix(new Color(VIRIDIS[below]), new Color(VIRIDIS[below + 1]), place - below);
  }

  /** For grey print: dark to light, or light to dark on a dark background. */
  private static Color grey(double brightness, boolean dark) {
    float level = (float) (dark ? 1 - brightness : brightness);
    return new Color(level, level, level);
  }

  /** Linear mixture: {@code amount} 0 gives {@code a}, 1 gives {@code b}. */
  static Color mix(Color a, Color b, double amount) {
    return new Color(
        channel(a.getRed(), b.getRed(), amount),
        channel(a.getGreen(), b.getGreen(), amount),
        channel(a.getBlue(), b.getBlue(), amount));
  }

  static Color withAlpha(Color color, double alpha) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * alpha));
  }

  private static int channel(int a, int b, double amount) {
    return (int) Math.round(a + (b - a) * amount);
  }
}
