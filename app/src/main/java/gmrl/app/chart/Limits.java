package gmrl.app.chart;

import java.util.List;

/** Finds the frame that shows a model's data well. */
final class Limits {

  /** Empty space around the data, as a share of its extent. */
  private static final double MARGIN = 0.045;

  /** How many decades beyond the data a loose theory bound may stretch a log axis. */
  private static final double BOUND_DECADES = 2.5;

  private Limits() {}

  static ChartFrame of(ChartModel model) {
    Scale x = resolve(model.x().scale(), model, true);
    Scale y = resolve(model.y().scale(), model, false);
    Extent across = new Extent();
    Extent up = new Extent();
    boolean bars = false;
    for (ChartSeries series : model.series()) {
      bars |= series.mark() == Mark.BARS;
      if (series.role() == Role.BOUND || series.role() == Role.FIT) {
        continue;
      }
      for (ChartPoint p : series.points()) {
        if (p.isPresent()) {
          across.add(x.position(p.x()));
          up.add(y.position(p.y()));
          addInterval(up, y, p);
        }
      }
    }
    addBounds(model, x, y, across, up);
    if (bars && !(y instanceof Scale.Log)) {
      up.add(y.position(0));
    }
    for (ReferenceLine line : model.lines()) {
      (line.axis() == ReferenceLine.Axis.X ? across : up)
          .add((line.axis() == ReferenceLine.Axis.X ? x : y).position(line.value()));
    }
    double[] h = across.padded(MARGIN, x);
    int categories = model.x().categories().size();
    if (categories > 0) {
      h = new double[] {-0.55, categories - 0.45};
    }
    double[] v = up.padded(MARGIN, y);
    if (bars && v[0] < 0 && up.low >= 0) {
      v[0] = 0;
    }
    fix(h, model.x(), x);
    fix(v, model.y(), y);
    return new ChartFrame(x, h[0], h[1], y, v[0], v[1]);
  }

  /** The interval of a point counts, but on a log axis only down to a decade below the estimate. */
  private static void addInterval(Extent up, Scale y, ChartPoint p) {
    up.add(y.position(p.high()));
    double low = y.position(p.low());
    if (y instanceof Scale.Log && p.y() > 0) {
      low = Math.max(low, y.position(p.y()) - 1);
    }
    up.add(low);
  }

  private static void addBounds(ChartModel model, Scale x, Scale y, Extent across, Extent up) {
    boolean alone = up.isEmpty();
    double reach = y instanceof Scale.Linear ? 0.6 * up.size() : BOUND_DECADES;
    double ceiling = up.high + reach;
    double floor = up.low - reach;
    for (ChartSeries series : model.series()) {
      if (series.role() != Role.BOUND && series.role() != Role.FIT) {
        continue;
      }
      for (ChartPoint p : series.points()) {
        if (p.isPresent()) {
          if (alone) {
            across.add(x.position(p.x()));
            up.add(y.position(p.y()));
          } else {
            up.add(Math.min(ceiling, Math.max(floor, y.position(p.y()))));
          }
        }
      }
    }
  }

  private static void fix(double[] range, ChartAxis axis, Scale scale) {
    if (!Double.isNaN(axis.low())) {
      range[0] = scale.position(axis.low());
    }
    if (!Double.isNaN(axis.high())) {
      range[1] = scale.position(axis.high());
    }
    if (!(range[1] > range[0])) {
      range[1] = range[0] + 1;
    }
  }

  /**
   * Chooses the threshold of a symmetric log scale: a small but not the smallest half-width of the
   * intervals that straddle zero (values below it cannot be told from zero), else the smallest size
   * present.
   */
  private static Scale resolve(Scale scale, ChartModel model, boolean horizontal) {
    if (!(scale instanceof Scale.SymLog symLog) || symLog.threshold() > 0) {
      return scale;
    }
    List<ChartPoint> points =
        model.series().stream()
            .filter(s -> s.role() != Role.BOUND && s.role() != Role.FIT)
            .flatMap(s -> s.points().stream())
            .filter(ChartPoint::isPresent)
            .toList();
    double[] undecided =
        points.stream()
            .filter(p -> !horizontal && p.low() < 0 && p.high() > 0)
            .mapToDouble(p -> (p.high() - p.low()) / 2)
            .sorted()
            .toArray();
    double[] sizes =
        points.stream()
            .mapToDouble(p -> Math.abs(horizontal ? p.x() : p.y()))
            .filter(v -> v > 0)
            .sorted()
            .toArray();
    double largest = sizes.length == 0 ? 1 : sizes[sizes.length - 1];
    double threshold =
        undecided.length > 0
            ? undecided[undecided.length / 5]
            : sizes.length > 0 ? sizes[0] : largest;
    // Whole decades only, so that the scale does not breathe while an estimate refines.
    double decade = Math.pow(10, Math.floor(Math.log10(Math.min(threshold, largest / 10))));
    return new Scale.SymLog(Math.max(decade, Double.MIN_NORMAL));
  }

  /** Smallest and largest finite position seen. */
  private static final class Extent {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;

    void add(double position) {
      if (Double.isFinite(position)) {
        low = Math.min(low, position);
        high = Math.max(high, position);
      }
    }

    boolean isEmpty() {
      return !(high >= low);
    }

    double size() {
      return isEmpty() ? 1 : high - low;
    }

    double[] padded(double margin, Scale scale) {
      if (isEmpty()) {
        return scale instanceof Scale.Log ? new double[] {-2, 0} : new double[] {0, 1};
      }
      double size = high - low;
      if (size < 1e-12 * (1 + Math.abs(low))) {
        double half = scale instanceof Scale.Linear ? Math.max(Math.abs(low) * 0.1, 1e-9) : 0.15;
        return new double[] {low - half, high + half};
      }
      return new double[] {low - margin * size, high + margin * size};
    }
  }
}
