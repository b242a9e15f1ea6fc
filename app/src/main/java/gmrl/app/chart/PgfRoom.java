package gmrl.app.chart;

/** The room around a plot that LaTeX fills with numbers and words of its own type, in points. */
public final class PgfRoom {
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

  /** Length of the words beside the plot, which may go on beside the numbers below it. */
  double upright() {
    return plot.length(false) + tick() + theme.fontSize();
  }

  /**
   * By how much these must be moved down, that they do not reach above the plot: nobody knows where
   * LaTeX breaks them, but a row may be as long as all that is allowed.
   */
  double down() {
    double longest = Math.min(upright(), width(model.y().label(), theme.labelSize()));
    return Math.max(0, longest - plot.length(false)) / 2;
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

  /**
   * By how much the words below the plot must be moved to the left to end with a width.
   *
   * @param row width of their rows
   */
  public double beyond(double width, double row) {
    double half = Math.min(row, width(model.x().label(), theme.labelSize())) / 2;
    return Math.max(0, plot.length(true) / 2 + half - width);
  }

  /** Length of a tick. */
  public double tick() {
    return 0.35 * theme.fontSize();
  }
}
