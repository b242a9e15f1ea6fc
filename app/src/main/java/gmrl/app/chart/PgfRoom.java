package gmrl.app.chart;

/** The room around a plot that LaTeX fills with numbers and words of its own type, in points. */
public final class PgfRoom {
  /** Share of the plot's height that the words beside it may take. */
  private static final double UPRIGHT = 1.25;

  /** How much longer words are in LaTeX's usual type. */
  private static final double LATEX = 1.06;

  /** From row to row, in sizes of type. */
  public static final double LINE = 1.2;

  /** Around numbers and words, in points. */
  public static final double APART = 1.2;

  private final PlotGeometry plot;
  private final ChartModel model;
  private final ChartTheme theme;

  PgfRoom(PlotGeometry plot) {
    this.plot = plot;
    model = plot.model();
    theme = plot.theme();
  }

  /** Length of the words beside the plot. */
  double upright() {
    return UPRIGHT * plot.length(false);
  }

  /** How long words are in a size of LaTeX's type. */
  static double width(String text, double size) {
    return LATEX * ChartFonts.width(text, size);
  }

  /** Room beside the plot for its numbers and words. */
  public double beside() {
    // The minus sign of LaTeX is longer.
    double numbers =
        Ticks.along(plot, false, Grain.REAL, plot.length(false)).majors().stream()
            .map(tick -> (tick.getText() + model.y().unit()).replace("−", "m"))
            .mapToDouble(number -> width(number, theme.fontSize()))
            .max()
            .orElse(0);
    return tick() + numbers + words(model.y().label(), upright());
  }

  /**
   * Room below the plot for its numbers and words.
   *
   * @param width of the words
   */
  public double below(double width) {
    return tick() + theme.fontSize() + words(model.x().label(), width);
  }

  /** How high words are in rows of a width, with the space around them. */
  private double words(String text, double width) {
    double rows = text.isBlank() ? 0 : rows(text, theme.labelSize(), width);
    return 2 * APART * (1 + Math.signum(rows)) + rows * LINE * theme.labelSize();
  }

  /**
   * How many rows words take about.
   *
   * @param size of the type in points
   * @param width of a row in points
   */
  public static int rows(String text, double size, double width) {
    return MathText.lines(text, width, words -> width(words, size)).size();
  }

  /** By how much the words below the plot must be moved to the left to end with a width. */
  public double beyond(double width) {
    double half = width(model.x().label(), theme.labelSize()) / 2;
    return Math.max(0, plot.area().getWidth() / 2 + half - width);
  }

  /** Length of a tick. */
  public double tick() {
    return 0.35 * theme.fontSize();
  }
}
