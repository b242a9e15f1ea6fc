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

  /** Length of the words beside a plot of a height. */
  static double upright(double height) {
    return UPRIGHT * height;
  }

  /** How long words are in a size of LaTeX's type. */
  static double width(String text, double size) {
    return LATEX * ChartFonts.width(text, size);
  }

  /** Room beside the plot for its numbers and words. */
  public double beside() {
    double height = plot.area().getHeight();
    double numbers =
        Ticks.along(model.y(), plot.frame().y(), Grain.REAL, height, false, theme.fontSize())
            .majors()
            .stream()
            .mapToDouble(tick -> number(tick.getText() + model.y().unit()))
            .max()
            .orElse(0);
    return tick() + numbers + words(model.y().label(), upright(height));
  }

  /**
   * Room below the plot for its numbers and words.
   *
   * @param width of the words
   */
  public double below(double width) {
    return tick() + theme.fontSize() + words(model.x().label(), width);
  }

  /**
   * How high words are with the space around them.
   *
   * @param width of a row
   */
  private double words(String text, double width) {
    int rows = text.isBlank() ? 0 : rows(text, theme.labelSize(), width);
    return 2 * APART + (rows == 0 ? 0 : 2 * APART + rows * LINE * theme.labelSize());
  }

  /**
   * How many rows words take about.
   *
   * @param size of the type in points
   * @param width of a row in points
   */
  public static int rows(String text, double size, double width) {
    int rows = 1;
    double at = 0;
    for (String word : text.split(" ", -1)) {
      double wide = width(word, size);
      if (at > 0 && at + wide > width) {
        rows++;
        at = 0;
      }
      at += wide + width(" ", size);
    }
    return rows;
  }

  /** By how much the words below the plot must be moved to the left to end with a width. */
  public double beyond(double width) {
    double half = width(model.x().label(), theme.labelSize()) / 2;
    return Math.max(0, plot.area().getWidth() / 2 + half - width);
  }

  private double number(String text) {
    // The minus sign of LaTeX is longer.
    return width(text.replace("−", "m"), theme.fontSize());
  }

  /** Length of a tick. */
  public double tick() {
    return 0.35 * theme.fontSize();
  }
}
