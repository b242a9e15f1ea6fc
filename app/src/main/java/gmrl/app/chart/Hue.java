package gmrl.app.chart;

/** A colour that each theme resolves for its own background. */
public sealed interface Hue {

  /**
   * One of the colours of categories.
   *
   * @param index position in the palette, from 0
   */
  record Category(int index) implements Hue {
    /** Validates the index. */
    public Category {
      if (index < 0 || index >= Palette.CATEGORIES) {
        throw new IllegalArgumentException(
            "A category's colour is 0 to " + (Palette.CATEGORIES - 1) + ", not " + index + ".");
      }
    }
  }

  /**
   * A place on the viridis scale, for ordered values.
   *
   * @param fraction 0 (dark violet) to 1 (yellow)
   */
  record Ordered(double fraction) implements Hue {
    /** Validates the fraction. */
    public Ordered {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new IllegalArgumentException(
            "An ordered colour needs a fraction in [0, 1], not " + fraction + ".");
      }
    }
  }

  /** The theme's text colour. */
  record Neutral() implements Hue {}

  /** The theme's colour of what stands back. */
  record Muted() implements Hue {}
}
