package gmrl.app.inspect;

import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Role;
import gmrl.app.chart.Style;
import gmrl.app.state.Symbols;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.inspect.PathCloud;
import gmrl.experiment.inspect.PlaneCurvature;
import gmrl.experiment.inspect.StepSlice;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** From the two-state MDP to curves. */
final class TwoStatesCurves {
  /** Points of a curve: every whole number of the usual range is one. */
  private static final int POINTS = 97;

  private final TwoStates states;
  private final Workers workers;
  private final CancellationToken token;

  private TwoStatesCurves(TwoStates states, Workers workers, CancellationToken token) {
    this.states = states;
    this.workers = workers;
    this.token = token;
  }

  static List<ChartSeries> of(
      TwoStates states, TwoStatesIllustrator.View view, Workers workers, CancellationToken token) {
    TwoStatesCurves curves = new TwoStatesCurves(states, workers, token);
    return switch (view) {
      case ADAPTED -> curves.adapted();
      case SLOPE -> curves.slopes();
      case CURVATURE -> curves.curvatures();
      case STEP -> curves.steps();
    };
  }

  private List<ChartPoint> points(DoubleUnaryOperator height) {
    List<ChartPoint> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      token.check();
      double x = states.from() + (states.to() - states.from()) * i / (POINTS - 1);
      points.add(ChartPoint.of(x, height.applyAsDouble(x)));
    }
    return points;
  }

  private ChartSeries exact(String name, Style style, DoubleUnaryOperator height) {
    return ChartSeries.line(name, Role.EXACT, style.with(Style.Marker.NONE), points(height));
  }

  private List<ChartSeries> adapted() {
    List<ChartSeries> series = new ArrayList<>();
    for (int k = 0; k <= states.steps(); k++) {
      int inner = k;
      series.add(
          exact(
              "K = " + k,
              Style.ordered(k, states.steps() + 1),
              x -> states.adapted(x, inner, workers, token)));
    }
    return series;
  }

  private List<ChartSeries> slopes() {
    return List.of(
        exact(
            "meta-gradient", Style.neutral(Style.Dash.SOLID), x -> states.slope(x, workers, token)),
        exact(
            "without the Hessian",
            Colours.line(Colours.HESSIAN, Style.Dash.DASHED),
            x -> states.firstOrder(x, workers, token)));
  }

  private List<ChartSeries> curvatures() {
    List<Estimator> estimators = List.of(Estimator.MAML, Estimator.LVC, Estimator.LOADED);
    List<ChartSeries> series = new ArrayList<>();
    for (int e = 0; e < estimators.size(); e++) {
      int one = e;
      series.add(
          exact(
              Symbols.of(estimators.get(e)),
              look(estimators.get(e)),
              x -> look(x, estimators).limits().get(one).matrix()[0][0]));
    }
    // Below the others: one of them lies on it.
    series.add(
        exact("exact", Style.neutral(Style.Dash.SOLID), x -> look(x, estimators).exact()[0][0]));
    return series;
  }

  /** Of the Hessian's errors LVC's has the colour, as on the board and over |τ|. */
  private static Style look(Estimator estimator) {
    return estimator == Estimator.LVC
        ? Colours.line(Colours.HESSIAN, Style.Dash.SOLID)
        : Symbols.style(estimator);
  }

  private PlaneCurvature look(double x, List<Estimator> estimators) {
    return states.curvature(x, estimators, workers, token);
  }

  private List<ChartSeries> steps() {
    StepSlice slice = states.step(POINTS, workers, token);
    PathCloud.Place mean = slice.mean();
    Style orange = new Style(Colours.COMPOSITIONAL, Style.Dash.SOLID, Style.Marker.CIRCLE);
    List<ChartSeries> series = new ArrayList<>();
    series.add(one("exact step", Role.EXACT, Style.neutral(Style.Dash.SOLID), slice.exact()));
    series.add(
        one("mean of the samples", Role.POINT_ESTIMATE, orange.with(Style.Marker.DIAMOND), mean));
    series.add(
        one(
            "start",
            Role.EXACT,
            Style.neutral(Style.Dash.SOLID).with(Style.Marker.RING),
            slice.start()));
    series.add(
        ChartSeries.line("J", Role.EXACT, Style.neutral(Style.Dash.SOLID), places(slice.curve())));
    series.add(
        new ChartSeries(
            "sampled steps", Role.SINGLE_RUN, Mark.POINTS, orange, places(slice.landed()), ""));
    return series;
  }

  private static ChartSeries one(String name, Role role, Style style, PathCloud.Place place) {
    Style seen = style.marker() == Style.Marker.NONE ? style.with(Style.Marker.SQUARE) : style;
    return new ChartSeries(name, role, Mark.POINTS, seen, places(List.of(place)), "");
  }

  private static List<ChartPoint> places(List<PathCloud.Place> places) {
    return places.stream().map(p -> ChartPoint.of(p.x(), p.y())).toList();
  }
}
