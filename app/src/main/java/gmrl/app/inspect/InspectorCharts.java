package gmrl.app.inspect;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Mark;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.experiment.inspect.Inspection;
import gmrl.experiment.inspect.PathCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** From an inspected trial to its three charts; pure. */
final class InspectorCharts {
  private InspectorCharts() {}

  /** Every entry of the estimate against the same entry of the truth; exact ones lie on a line. */
  static ChartModel scatter(Inspection.Stage stage) {
    boolean moves = stage.exactGradient().length > 0;
    double[] truth = moves ? stage.exactGradient() : stage.exactMetaGradient();
    double[] estimate = moves ? stage.gradient() : stage.metaGradient();
    List<ChartPoint> points = new ArrayList<>();
    double low = 0;
    double high = 0;
    for (int i = 0; i < truth.length; i++) {
      points.add(ChartPoint.of(truth[i], estimate[i]));
      low = Math.min(low, truth[i]);
      high = Math.max(high, truth[i]);
    }
    String what = moves ? "inner gradient at k=" + stage.step() : "meta-gradient";
    return ChartModel.of(
        "",
        ChartAxis.linear("exact entry"),
        ChartAxis.linear("estimated entry"),
        List.of(
            new ChartSeries(what, Role.ESTIMATE, Mark.POINTS, moves ? SAMPLED : META, points, ""),
            ChartSeries.line(
                "exact",
                Role.EXACT,
                Style.neutral(Style.Dash.DASHED),
                List.of(ChartPoint.of(low, low), ChartPoint.of(high, high)))));
  }

  /** Orange, as everything that noise in the inner steps does. */
  private static final Style SAMPLED =
      new Style(Colours.COMPOSITIONAL, Style.Dash.SOLID, Style.Marker.CIRCLE);

  private static final Style META =
      new Style(Colours.META_GRADIENT, Style.Dash.SOLID, Style.Marker.CIRCLE);

  private static final List<String> SLOTS = List.of("inner", "Hessian", "outer");

  private static final List<Style> LOOKS =
      List.of(
          Colours.line(Colours.COMPOSITIONAL, Style.Dash.SOLID),
          Colours.line(Colours.HESSIAN, Style.Dash.SOLID),
          Colours.line(Colours.OUTER, Style.Dash.SOLID));

  /** What each slot contributes to the squared error of the meta-gradient after these steps. */
  static ChartModel shares(Inspection inspection, int step) {
    double most = 0;
    double least = 0;
    for (Inspection.Stage s : inspection.stages()) {
      for (double share : shares(s)) {
        most = Math.max(most, share);
        least = Math.min(least, share);
      }
    }
    double[] shares = shares(inspection.stages().get(step));
    List<ChartSeries> bars = new ArrayList<>();
    for (int slot = 0; slot < shares.length; slot++) {
      bars.add(
          ChartSeries.bars(
              SLOTS.get(slot) + " slot",
              LOOKS.get(slot),
              List.of(ChartPoint.of(slot, shares[slot]))));
    }
    ChartAxis y = ChartAxis.linear("relative squared error");
    return ChartModel.of(
        "",
        ChartAxis.categories("after " + step + (step == 1 ? " step" : " steps"), SLOTS),
        most > least ? y.between(1.05 * least, 1.05 * most) : y,
        bars);
  }

  private static double[] shares(Inspection.Stage stage) {
    double scale = 0;
    for (double g : stage.exactMetaGradient()) {
      scale += g * g;
    }
    Inspection.Shares s = stage.shares();
    return new double[] {s.inner() / scale, s.hessian() / scale, s.outer() / scale};
  }

  /** The value of the policy along the sampled path and along the exact one. */
  static ChartModel path(Inspection inspection, int step) {
    return new ChartModel(
        "",
        ChartAxis.linear("inner step k"),
        ChartAxis.linear("value of the policy"),
        List.of(
            series("sampled path", Role.ESTIMATE, SAMPLED, inspection, Inspection.Stage::objective),
            series(
                "exact path",
                Role.EXACT,
                Style.neutral(Style.Dash.DASHED),
                inspection,
                Inspection.Stage::exactObjective)),
        List.of(ReferenceLine.cursor(step, "k=" + step)),
        1);
  }

  /** Where the trial went in the plane of the exact path, and where it should have gone. */
  static ChartModel plane(Inspection inspection, int step) {
    Style sampled = SAMPLED;
    List<Inspection.Stage> stages = inspection.stages();
    List<ChartPoint> exact = new ArrayList<>();
    List<ChartPoint> trial = new ArrayList<>();
    List<ChartPoint> aimed = new ArrayList<>();
    for (Inspection.Stage stage : stages) {
      Inspection.Footprint here = stage.footprint();
      exact.add(place(here.exact()));
      if (stage.step() <= step) {
        trial.add(place(here.sampled()));
        if (stage.step() + 1 < stages.size()) {
          // A gap after each, so that every exact step is a line of its own.
          aimed.add(place(here.sampled()));
          aimed.add(place(here.aimed()));
          aimed.add(ChartPoint.of(here.aimed().x(), Double.NaN));
        }
      }
    }
    List<ChartSeries> series = new ArrayList<>();
    series.add(ChartSeries.line("this trial", Role.ESTIMATE, sampled, trial));
    series.add(
        ChartSeries.line(
            "exact path",
            Role.EXACT,
            Style.neutral(Style.Dash.DASHED).with(Style.Marker.RING),
            exact));
    if (!aimed.isEmpty()) {
      series.add(
          ChartSeries.line(
              "exact steps from there", Role.EXACT, Style.neutral(Style.Dash.DOTTED), aimed));
    }
    return ChartModel.of(
        "",
        ChartAxis.linear("θ along the first exact step"),
        ChartAxis.linear("θ across it"),
        series);
  }

  private static ChartPoint place(PathCloud.Place place) {
    return ChartPoint.of(place.x(), place.y());
  }

  private static ChartSeries series(
      String name,
      Role role,
      Style style,
      Inspection inspection,
      ToDoubleFunction<Inspection.Stage> value) {
    List<ChartPoint> points =
        inspection.stages().stream()
            .map(s -> ChartPoint.of(s.step(), value.applyAsDouble(s)))
            .toList();
    return ChartSeries.line(name, role, style, points);
  }
}
