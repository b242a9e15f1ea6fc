package gmrl.app.bias;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.Overlays;
import gmrl.app.shelf.Shelf;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.RootMeanSquare;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.compare.RunTable;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kept runs over plots of bias: of each the curves that are about the same bias. */
public final class BiasOverlays {
  private static final String EXACT = "exact";

  private BiasOverlays() {}

  /**
   * What of a kept run belongs into a plot.
   *
   * @param now the plot as it is
   */
  static List<ChartSeries> of(
      Shelf shelf, KeptRun run, BiasStudies.Kind kind, BiasPlot plot, ChartModel now) {
    RunTable table = run.table().orElseThrow();
    List<ChartSeries> series = new ArrayList<>();
    for (RunTable.Key curve : table.curves()) {
      boolean belongs =
          kind == BiasStudies.Kind.STUDY
              ? now.series().stream().anyMatch(s -> s.name().equals(curve.name()))
              : isAbout(kind, config(run, curve));
      if (curve.axis().equals(plot.x().token()) && belongs) {
        ChartSeries one =
            Overlays.of(
                run,
                curve,
                BiasMeasure.valueOf(plot.y().name()).key(),
                Overlays.named(name(kind, run, curve), shelf.inLegend(run)),
                Style.Dash.nth(series.size()),
                plot.bands() == Bands.MDPS);
        series.add(plot.logX() ? positive(one) : one);
      }
    }
    return series;
  }

  /**
   * The bias of a kept run along a variable as the board counts it: the root of the mean squared
   * relative bias over MDPs, in percent.
   */
  public static List<ChartSeries> relative(
      Shelf shelf, KeptRun run, BiasStudies.Kind kind, SweepVariable along) {
    RunTable table = run.table().orElseThrow();
    for (RunTable.Key curve : table.curves()) {
      if (curve.axis().equals(along.token()) && isAbout(kind, config(run, curve))) {
        List<ChartPoint> points = new ArrayList<>();
        for (double x : table.positions(curve)) {
          points.add(percent(table, curve, x));
        }
        return List.of(Overlays.line(run, shelf.inLegend(run), Overlays.dash(run), points));
      }
    }
    return List.of();
  }

  /**
   * The bias of a kept run at its settings, as a line along something that does not change it.
   *
   * @param low where the line begins
   * @param high where it ends
   */
  public static List<ChartSeries> level(
      Shelf shelf, KeptRun run, BiasStudies.Kind kind, double low, double high) {
    RunTable table = run.table().orElseThrow();
    for (RunTable.Key curve : table.curves()) {
      if (curve.axis().isEmpty() && isAbout(kind, config(run, curve))) {
        double x = table.positions(curve).get(0);
        ChartPoint level = percent(table, curve, x);
        return List.of(
            Overlays.line(
                run,
                shelf.inLegend(run),
                Overlays.dash(run),
                List.of(level.withX(low), level.withX(high))));
      }
    }
    return List.of();
  }

  /**
   * With the interval from the finite number of trials, which has no length where a formula gives
   * the value; without interval and trials where the table does not tell all of it.
   */
  private static ChartPoint percent(RunTable table, RunTable.Key curve, double x) {
    Map<String, Double> squares = table.samples(curve, x, BiasMeasure.BIAS_SQUARED.key());
    Map<String, Double> halves = table.halfWidths(curve, x, BiasMeasure.BIAS_SQUARED.key());
    Map<String, Double> roots = table.samples(curve, x, BiasMeasure.RELATIVE_BIAS.key());
    Map<String, Double> limits = table.samples(curve, x, BiasMeasure.LIMIT_BIAS_SQUARED.key());
    Map<String, Double> shares = table.samples(curve, x, BiasMeasure.LIMIT_RELATIVE_BIAS.key());
    RootMeanSquare bias = new RootMeanSquare();
    boolean known = !halves.isEmpty();
    for (Map.Entry<String, Double> mdp : squares.entrySet()) {
      double square = mdp.getValue();
      double half = halves.getOrDefault(mdp.getKey(), 0.0);
      double root = roots.getOrDefault(mdp.getKey(), Double.NaN);
      // The root of a negative square is 0: then the limit tells ‖g‖², which both are relative to.
      double length =
          square > 0 && root > 0
              ? squaredLength(square, root)
              : squaredLength(
                  limits.getOrDefault(mdp.getKey(), Double.NaN),
                  shares.getOrDefault(mdp.getKey(), Double.NaN));
      if (length > 0) {
        bias.add(square / length, Double.isNaN(half) ? 0 : half / length);
      } else if (!Double.isNaN(root)) {
        bias.add(root * root, 0);
        known &= half == 0;
      }
    }
    double value = 100 * bias.value();
    double half = 100 * bias.halfWidth();
    return known
        ? new ChartPoint(x, value, Math.max(0, value - half), value + half, table.trials(curve, x))
            .withExact(half == 0)
            // It would lie over the bands of the plot; the numbers of a figure have it.
            .bare()
        : ChartPoint.of(x, value);
  }

  private static double squaredLength(double square, double relative) {
    return square / (relative * relative);
  }

  private static ChartSeries positive(ChartSeries series) {
    return new ChartSeries(
        series.name(),
        series.role(),
        series.mark(),
        series.style(),
        series.points().stream().filter(p -> p.x() > 0).toList(),
        series.note());
  }

  /** Only one slot has an error of its own: that is the bias a curve is about. */
  private static boolean isAbout(BiasStudies.Kind kind, JsonNode config) {
    boolean inner = !config.path("inner").asText().equals(EXACT);
    boolean hessian = !config.path("hessian").asText().equals(EXACT);
    return kind == BiasStudies.Kind.COMPOSITIONAL ? inner && !hessian : hessian && !inner;
  }

  private static String name(BiasStudies.Kind kind, KeptRun run, RunTable.Key curve) {
    if (kind == BiasStudies.Kind.STUDY) {
      return curve.name();
    }
    String slot =
        config(run, curve)
            .path(kind == BiasStudies.Kind.COMPOSITIONAL ? "inner" : "hessian")
            .asText();
    String token = slot.contains(":") ? slot.substring(0, slot.indexOf(':')) : slot;
    try {
      return Symbols.of(Estimator.parse(token));
    } catch (IllegalArgumentException e) {
      return slot;
    }
  }

  /** The specification of a curve, in a study or alone. */
  private static JsonNode config(KeptRun run, RunTable.Key curve) {
    for (JsonNode one : run.config().path("curves")) {
      if (one.path("label").asText().equals(curve.name())) {
        return one;
      }
    }
    return run.config();
  }
}
