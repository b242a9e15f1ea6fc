package gmrl.app.chart;

import java.util.DoubleSummaryStatistics;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Finds the frame that shows a model's data well. */
final class Limits {

  /** Empty space around the data, as a share of its extent. */
  private static final double MARGIN = 0.045;

  /** How many decades beyond the data a loose theory bound may stretch a log axis. */
  private static final double BOUND_DECADES = 2.5;

  private final ChartModel model;
  private final Scale x;
  private final Scale y;
  private final DoubleSummaryStatistics across = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics up = new DoubleSummaryStatistics();

  private Limits(ChartModel model) {
    this.model = model;
    this.x = model.x().scale();
    this.y = resolved(model.y().scale());
  }

  static ChartFrame of(ChartModel model) {
    return new Limits(model).frame();
  }

  private ChartFrame frame() {
    points(false).forEach(this::add);
    boolean alone = up.getCount() == 0;
    double reach = y instanceof Scale.Linear ? 0.6 * (up.getMax() - up.getMin()) : BOUND_DECADES;
    double floor = up.getMin() - reach;
    double ceiling = up.getMax() + reach;
    points(true)
        .forEach(
            p -> {
              double place = y.position(p.y());
              add(up, alone ? place : Math.min(ceiling, Math.max(floor, place)));
              if (alone) {
                add(across, x.position(p.x()));
              }
            });
    boolean bars = model.series().stream().anyMatch(series -> series.mark() == Mark.BARS);
    if (bars && !(y instanceof Scale.Log)) {
      add(up, y.position(0));
    }
    for (ReferenceLine line : model.lines()) {
      boolean upright = line.isUpright();
      add(upright ? across : up, (upright ? x : y).position(line.value()));
    }
    return new ChartFrame(span(across, model.x(), x, false), span(up, model.y(), y, bars));
  }

  /** What holds all positions, with some room around; bars stand on zero. */
  private static Span span(
      DoubleSummaryStatistics extent, ChartAxis axis, Scale scale, boolean bars) {
    double low = extent.getMin();
    double high = extent.getMax();
    double room = MARGIN * (high - low);
    int categories = axis.categories().size();
    if (categories > 0) {
      low = -0.55;
      high = categories - 0.45;
      room = 0;
    } else if (extent.getCount() == 0) {
      low = scale instanceof Scale.Log ? -2 : 0;
      high = low < 0 ? 0 : 1;
      room = 0;
    } else if (high - low < 1e-12 * (1 + Math.abs(low))) {
      // Around zero alone nothing says how far.
      double around = low == 0 ? 1 : Math.max(Math.abs(low) * 0.1, 1e-9);
      room = scale instanceof Scale.Linear ? around : 0.15;
    }
    double fitting = bars && low == 0 ? 0 : low - room;
    double from = Double.isNaN(axis.low()) ? fitting : scale.position(axis.low());
    double to = Double.isNaN(axis.high()) ? high + room : scale.position(axis.high());
    return new Span(scale, from, to > from ? to : from + 1);
  }

  private void add(ChartPoint p) {
    add(across, x.position(p.x()));
    add(up, y.position(p.y()));
    add(up, y.position(p.high()));
    // On a log axis an interval counts down to a decade below its estimate only.
    boolean deep = y instanceof Scale.Log && p.y() > 0;
    double least = deep ? y.position(p.y()) - 1 : Double.NEGATIVE_INFINITY;
    add(up, Math.max(least, y.position(p.low())));
  }

  /** The points that are there: of theory, which may leave the picture, or of all else. */
  private Stream<ChartPoint> points(boolean theory) {
    return model.series().stream()
        .filter(s -> (s.role() == Role.BOUND || s.role() == Role.FIT) == theory)
        .flatMap(ChartSeries::present);
  }

  /**
   * Chooses the threshold of a symmetric log scale, which is for values upwards: a small but not
   * the smallest half-width of the intervals that straddle zero (values below it cannot be told
   * from zero), else the smallest size present.
   */
  private Scale resolved(Scale scale) {
    if (!(scale instanceof Scale.SymLog symLog) || symLog.threshold() > 0) {
      return scale;
    }
    double[] undecided = sorted(p -> p.low() < 0 && p.high() > 0, p -> (p.high() - p.low()) / 2);
    double[] sizes = sorted(p -> p.y() != 0, p -> Math.abs(p.y()));
    double largest = sizes.length == 0 ? 1 : sizes[sizes.length - 1];
    double smallest = sizes.length == 0 ? 1 : sizes[0];
    double threshold = undecided.length == 0 ? smallest : undecided[undecided.length / 5];
    // Whole decades only, so that the scale does not breathe while an estimate refines.
    double decade = Math.pow(10, Math.floor(Math.log10(Math.min(threshold, largest / 10))));
    return new Scale.SymLog(Math.max(decade, Double.MIN_NORMAL));
  }

  private double[] sorted(Predicate<ChartPoint> which, ToDoubleFunction<ChartPoint> size) {
    return points(false).filter(which).mapToDouble(size).sorted().toArray();
  }

  /** Takes a position that is one. */
  private static void add(DoubleSummaryStatistics extent, double position) {
    if (Double.isFinite(position)) {
      extent.accept(position);
    }
  }
}
