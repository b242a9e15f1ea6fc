package gmrl.app.chart;

import gmrl.app.live.Standing;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Everything one chart shows, immutable: the newest model handed to a {@link ChartPane} wins.
 *
 * @param title short text above the plot; empty for none
 * @param x horizontal axis
 * @param y vertical axis
 * @param series in legend order; earlier ones are drawn on top
 * @param lines straight lines that mark single values
 * @param progress share of the work behind the numbers that is done, 0 to 1
 * @param standing what the numbers are worth; anything but fresh is marked on screen and on paper
 * @param surface values over the plane behind the series
 * @param picture a drawing in place of axes and series
 */
@RecordBuilder
public record ChartModel(
    String title,
    ChartAxis x,
    ChartAxis y,
    List<ChartSeries> series,
    List<ReferenceLine> lines,
    double progress,
    Standing standing,
    Optional<Surface> surface,
    Optional<Picture> picture)
    implements ChartModelBuilder.With {

  /** Size of a figure's only panel at a paper's usual width, in points. */
  private static final double PAPER_WIDTH = 396;

  private static final double PAPER_HEIGHT = 220;

  /** The same of one of two panels beside each other. */
  private static final double BESIDE_WIDTH = 187;

  private static final double BESIDE_HEIGHT = 118;

  /** Share of the room of one category that its group of bars or points fills. */
  private static final double GROUP = 0.78;

  /** Validates the progress and copies the lists. */
  public ChartModel {
    if (!(progress >= 0 && progress <= 1)) {
      throw new IllegalArgumentException("Progress must lie in [0, 1], but was " + progress + ".");
    }
    series = List.copyOf(series);
    lines = List.copyOf(lines);
  }

  /** A chart whose numbers sharpen until all of the work is done. */
  public ChartModel(
      String title,
      ChartAxis x,
      ChartAxis y,
      List<ChartSeries> series,
      List<ReferenceLine> lines,
      double progress) {
    this(title, x, y, series, lines, progress, of(progress), Optional.empty(), Optional.empty());
  }

  /**
   * A finished chart without reference lines.
   *
   * @param title short text above the plot
   * @param x horizontal axis
   * @param y vertical axis
   * @param series in legend order
   * @return the model
   */
  public static ChartModel of(String title, ChartAxis x, ChartAxis y, List<ChartSeries> series) {
    return new ChartModel(title, x, y, series, List.of(), 1);
  }

  /**
   * A chart that has axes but no data yet.
   *
   * @param title short text above the plot
   * @param x horizontal axis
   * @param y vertical axis
   * @return the model
   */
  public static ChartModel empty(String title, ChartAxis x, ChartAxis y) {
    return new ChartModel(title, x, y, List.of(), List.of(), 0);
  }

  /** A drawing laid out for a figure's only panel at the usual width, and for one of two. */
  public static ChartModel drawing(Consumer<Pen> drawing) {
    float em = ChartTheme.paper().fontSize();
    ChartModel beside = drawing(BESIDE_WIDTH, BESIDE_HEIGHT, em, drawing);
    ChartModel whole = drawing(PAPER_WIDTH, PAPER_HEIGHT, em, drawing);
    return whole.withPicture(whole.picture.map(picture -> picture.withSmall(beside.picture)));
  }

  /**
   * A drawing among charts.
   *
   * @param width of the place that it is made for, in points
   * @param height of that place
   * @param em size of its tick labels there
   * @param drawing what is drawn
   * @return the model
   */
  public static ChartModel drawing(double width, double height, double em, Consumer<Pen> drawing) {
    Pen pen = new Pen(width, height, em);
    drawing.accept(pen);
    return of("", ChartAxis.linear(""), ChartAxis.linear(""), List.of())
        .withPicture(Optional.of(pen.picture()));
  }

  /**
   * The same chart with another progress.
   *
   * @param share 0 to 1
   * @return the model
   */
  @Override
  public ChartModel withProgress(double share) {
    return with().progress(share).standing(of(share)).build();
  }

  private static Standing of(double progress) {
    return progress < 1 ? Standing.REFINING : Standing.FRESH;
  }

  /**
   * What to write beside numbers that are not all that was asked for; empty if they are.
   *
   * @return a few words, such as "cancelled, 12 % of the work"
   */
  public String mark() {
    if (standing.isComplete() || isEmpty()) {
      return "";
    }
    return standing == Standing.STALE ? standing.words() : standing.at(progress) + " of the work";
  }

  /**
   * The same chart with more series after the present ones.
   *
   * @param more the series
   * @return the model
   */
  public ChartModel plus(List<ChartSeries> more) {
    List<ChartSeries> all = new ArrayList<>(series);
    all.addAll(more);
    return withSeries(all);
  }

  /**
   * Whether another model is drawn with the same lines and marks: only how complete they are may
   * differ, or that they wait for newer numbers.
   */
  boolean looksLike(ChartModel other) {
    return Stream.of(standing, other.standing).allMatch(s -> s.isComplete() || !s.isFinal())
        && equals(other.with().progress(progress).standing(standing).build());
  }

  /**
   * Whether there is any value to draw.
   *
   * @return true without one
   */
  public boolean isEmpty() {
    return surface.map(Surface::isEmpty).orElse(true)
        && picture.map(Picture::isEmpty).orElse(true)
        && series.stream().noneMatch(s -> s.points().stream().anyMatch(ChartPoint::isPresent));
  }

  /** The series of the same kind that share a category with one, itself among them. */
  private List<ChartSeries> group(ChartSeries one) {
    return series.stream()
        .filter(s -> s.mark() == one.mark() && (s.equals(one) || s.meets(one)))
        .toList();
  }

  /** Room of one series at a category. */
  double room(ChartSeries one) {
    return GROUP / group(one).size();
  }

  /** Side step of a series among those of the same kind that share a category. */
  double shift(ChartSeries one) {
    if (one.mark() != Mark.BARS && (one.mark() != Mark.POINTS || x.categories().isEmpty())) {
      return 0;
    }
    List<ChartSeries> group = group(one);
    return GROUP * ((group.indexOf(one) + 0.5) / group.size() - 0.5);
  }
}
