package gmrl.app.chart;

import java.awt.Color;

/**
 * Colours and sizes of a chart. Lengths are pixels on screen and points (1/72 inch) on paper.
 *
 * @param onDark whether the background is dark; picks the palette
 * @param tone colour or shades of grey
 * @param background behind everything; transparent leaves what is below
 * @param foreground text and neutral curves
 * @param muted tick labels and axis lines
 * @param grid grid lines
 * @param fontSize size of tick and legend text
 * @param labelSize size of axis labels
 * @param titleSize size of the title
 * @param lineWidth width of an estimate's line
 * @param markerSize diameter of a marker
 */
public record ChartTheme(
    boolean onDark,
    Tone tone,
    Color background,
    Color foreground,
    Color muted,
    Color grid,
    float fontSize,
    float labelSize,
    float titleSize,
    float lineWidth,
    float markerSize) {

  /** What hues become. */
  public enum Tone {
    /** The colours of the palette. */
    COLOUR,
    /** Greys that are as far apart as they can be; dashes and markers tell the rest. */
    GREY
  }

  /** How much larger text stands on a projector. */
  public static final float PROJECTED = 1.5f;

  private static final float PROJECTED_LINE = 1.8f;

  /**
   * For the light window theme.
   *
   * @return the theme
   */
  public static ChartTheme light() {
    return screen(false, 0xFFFFFF, 0x24292F, 0x57606A, 0xE6EAEE);
  }

  /**
   * For the dark window theme.
   *
   * @return the theme
   */
  public static ChartTheme dark() {
    return screen(true, 0x0D1117, 0xE6EDF3, 0x9DA7B1, 0x21262D);
  }

  private static ChartTheme screen(
      boolean dark, int background, int foreground, int muted, int grid) {
    return new ChartTheme(
        dark,
        Tone.COLOUR,
        new Color(background),
        new Color(foreground),
        new Color(muted),
        new Color(grid),
        11.5f,
        12.5f,
        13.5f,
        2f,
        6.5f);
  }

  /**
   * For papers: black on white, 8 pt ticks and 9 pt labels.
   *
   * @return the theme
   */
  static ChartTheme paper() {
    return paper(8, 1.25f, Tone.COLOUR);
  }

  /**
   * For papers in another size of type or line.
   *
   * @param fontSize of ticks and legend in points; labels are an eighth larger
   * @param lineWidth of an estimate's line in points; markers grow with it
   * @param tone colour or shades of grey
   * @return the theme
   */
  public static ChartTheme paper(float fontSize, float lineWidth, Tone tone) {
    return new ChartTheme(
        false,
        tone,
        Color.WHITE,
        Color.BLACK,
        new Color(0x3A3F45),
        new Color(0xE8E8E8),
        fontSize,
        fontSize * 1.125f,
        fontSize * 1.125f,
        lineWidth,
        3.36f * lineWidth);
  }

  /**
   * The same for a projector: black or white behind, larger text, thicker lines.
   *
   * @return the theme
   */
  public ChartTheme projected() {
    return new ChartTheme(
        onDark,
        tone,
        onDark ? Color.BLACK : Color.WHITE,
        onDark ? Color.WHITE : Color.BLACK,
        onDark ? new Color(0xC9D1D9) : new Color(0x24292F),
        onDark ? new Color(0x30363D) : new Color(0xD0D7DE),
        fontSize * PROJECTED,
        labelSize * PROJECTED,
        titleSize * PROJECTED,
        lineWidth * PROJECTED_LINE,
        markerSize * PROJECTED);
  }

  /**
   * The colour of a hue on this background.
   *
   * @param hue what to resolve
   * @return the colour
   */
  public Color color(Hue hue) {
    boolean grey = tone == Tone.GREY;
    if (hue instanceof Hue.Category category) {
      return Palette.category(category.index(), onDark, grey);
    }
    if (hue instanceof Hue.Ordered ordered) {
      return Palette.ordered(ordered.fraction(), onDark, grey);
    }
    return hue instanceof Hue.Muted ? muted : foreground;
  }

  /** Colour of a series: pinned curves and single runs fade towards the background. */
  public Color color(ChartSeries series) {
    return faded(color(series.style().hue()), series.role());
  }

  private Color faded(Color color, Role role) {
    return switch (role) {
      case PINNED -> Palette.mix(color, background, onDark ? 0.4 : 0.5);
      case KEPT -> Palette.mix(color, background, onDark ? 0.4 : 0.45);
      case SINGLE_RUN -> Palette.withAlpha(color, 0.35);
      default -> color;
    };
  }

  /** Colour of an area of a hue, such as a band. */
  Color filling(Hue hue) {
    return hue instanceof Hue.Category category && tone == Tone.COLOUR
        ? Palette.filling(category.index(), onDark)
        : color(hue);
  }

  /** How much of its colour a band has. */
  double bandStrength(Role role) {
    return role == Role.PINNED || role == Role.KEPT ? 0.08 : onDark ? 0.22 : 0.17;
  }

  /** Colour inside bars. */
  Color area(ChartSeries series) {
    return Palette.mix(faded(filling(series.style().hue()), series.role()), background, 0.25);
  }

  /** Colour of whiskers: they stand out from their bars, and behind their lines. */
  Color whisker(ChartSeries series) {
    return switch (series.mark()) {
      case BARS -> Palette.mix(color(series), foreground, 0.45);
      case LINE -> Palette.mix(color(series), background, 0.35);
      case POINTS -> color(series);
    };
  }

  /** So that it is seen on both sides of another line on it. */
  private static final float KEPT_LINE = 2.3f;

  /** How broad a line of a role is. */
  public float lineWidth(Role role) {
    return switch (role) {
      case ESTIMATE -> lineWidth;
      case PINNED, EXACT, POINT_ESTIMATE -> lineWidth * 0.85f;
      case KEPT -> lineWidth * KEPT_LINE;
      case BOUND, FIT -> lineWidth * 0.7f;
      case SINGLE_RUN -> lineWidth * 0.45f;
    };
  }
}
