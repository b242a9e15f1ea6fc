package gmrl.app.ipd;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Colours;
import gmrl.app.chart.Mark;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Scale;
import gmrl.app.chart.Style;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.SeedHistory;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** From records to charts; pure. */
final class IpdCharts {
  /** More points than this per curve cannot be told apart. */
  private static final int POINTS = 160;

  /** Share of a run that the noisy gradient measures are averaged over. */
  private static final int WINDOWS = 30;

  /** Conditions that two factors of so many values make. */
  private static final int GRID = 3;

  /** What the bands are. */
  static final String BANDS = "95 % interval over seeds";

  private IpdCharts() {}

  /** Returns over updates, all conditions, with a cursor at an update. */
  static ChartModel returns(
      List<LolaCondition> conditions,
      List<LolaSnapshot> snapshots,
      boolean singles,
      OptionalInt cursor,
      double progress) {
    MatrixGame game = conditions.get(0).spec().config().game();
    double[] range = jointRange(game);
    boolean zeroSum = range[0] == range[1];
    ToDoubleFunction<LolaUpdate> number =
        zeroSum ? update -> update.returns()[0] : LolaUpdate::meanReturn;
    double[] limits = zeroSum ? game.rewardRange() : range;
    double spread = limits[1] - limits[0];
    // Where nothing that is done matters, a line alone still needs an axis around it.
    double margin = .06 * (spread > 0 ? spread : Math.max(1, Math.abs(limits[0])));
    List<ChartSeries> series = new ArrayList<>();
    for (int i = 0; i < snapshots.size(); i++) {
      LolaSnapshot snapshot = snapshots.get(i);
      List<ChartPoint> points = new ArrayList<>();
      for (int update : indices(snapshot.updates())) {
        points.add(point(made(snapshot, update), snapshot.over(update, number)));
      }
      series.add(ChartSeries.estimate(conditions.get(i).label(), style(conditions, i), points));
    }
    if (singles) {
      for (int i = 0; i < snapshots.size(); i++) {
        if (snapshots.get(i).seeds().size() > 1) {
          series.add(
              paths(
                      ChartSeries.singleSeedsOf(conditions.get(i).label()),
                      style(conditions, i),
                      snapshots.get(i),
                      snapshots.get(i).updates(),
                      LolaUpdate::update,
                      number)
                  .of(conditions.get(i).label()));
        }
      }
    }
    List<ReferenceLine> lines = new ArrayList<>(landmarks(game));
    cursor(cursor, lines);
    ChartAxis y =
        ChartAxis.linear(zeroSum ? "return of agent 1" : "return per step")
            .between(limits[0] - margin, limits[1] + margin);
    return new ChartModel("", updates(conditions), y, series, lines, progress);
  }

  /** A measure of the meta-gradient over updates, averaged over short windows. */
  static ChartModel gradient(
      List<LolaCondition> conditions,
      List<LolaSnapshot> snapshots,
      GradientMeasure measure,
      OptionalInt cursor,
      double progress) {
    List<ChartSeries> series = new ArrayList<>();
    for (int i = 0; i < snapshots.size(); i++) {
      LolaSnapshot snapshot = snapshots.get(i);
      int window = Math.max(1, conditions.get(i).spec().updates() / WINDOWS);
      List<ChartPoint> points = new ArrayList<>();
      for (int update : indices(snapshot.updates())) {
        if (update > 0) {
          points.add(point(made(snapshot, update), windowed(snapshot, update, window, measure)));
        }
      }
      series.add(ChartSeries.estimate(conditions.get(i).label(), style(conditions, i), points));
    }
    List<ReferenceLine> lines = new ArrayList<>();
    lines.add(ReferenceLine.atY(measure == GradientMeasure.RELATIVE_ERROR ? 0 : 1, "exact"));
    cursor(cursor, lines);
    ChartAxis y = ChartAxis.linear(measure.label());
    if (measure == GradientMeasure.RELATIVE_ERROR) {
      y = y.on(new Scale.SymLog(0));
    }
    return new ChartModel("", updates(conditions), y, series, lines, progress);
  }

  /**
   * Both policies after an update: the probability of the second action in the five states.
   *
   * @param seed index of a seed; empty for the mean over seeds with its standard error
   */
  static ChartModel policies(MatrixGame game, LolaSnapshot snapshot, OptionalInt seed, int update) {
    List<ChartSeries> series = new ArrayList<>();
    for (int agent = 0; agent < 2; agent++) {
      List<ChartPoint> points = new ArrayList<>();
      for (int state = 0; state < 5; state++) {
        int a = agent;
        int s = state;
        MeanEstimate mean =
            seed.isPresent()
                ? MeanEstimate.of(
                    snapshot.seeds().get(seed.getAsInt()).get(update).state().cooperation(a)[s])
                : snapshot.over(update, record -> record.state().cooperation(a)[s]);
        points.add(point(state, mean));
      }
      series.add(ChartSeries.bars("agent " + (agent + 1), agent(agent), points));
    }
    String first = initial(game.actions().get(0));
    String second = initial(game.actions().get(1));
    ChartAxis x =
        ChartAxis.categories(
            "own and other’s last action",
            List.of("start", first + first, first + second, second + first, second + second));
    ChartAxis y =
        ChartAxis.linear("probability of “" + game.actions().get(1) + "”").between(0, 1.001);
    return new ChartModel("", x, y, series, List.of(), 1);
  }

  private static Style agent(int agent) {
    // Bars bear it at their feet, for who sees no colours.
    Style.Marker marker = agent == 0 ? Style.Marker.TRIANGLE : Style.Marker.DIAMOND;
    return new Style(Colours.AGENTS.get(agent), Style.Dash.nth(agent), marker);
  }

  /** Where both agents' cooperation has gone in one of the conditions, a path per seed. */
  static ChartModel phase(
      List<LolaCondition> conditions,
      LolaSnapshot snapshot,
      int index,
      OptionalInt seed,
      int update) {
    MatrixGame game = conditions.get(index).spec().config().game();
    Style style = style(conditions, index);
    List<ChartSeries> series = new ArrayList<>();
    List<ChartPoint> now = new ArrayList<>();
    for (int i = 0; i < snapshot.seeds().size(); i++) {
      double[] rate = snapshot.seeds().get(i).get(update).cooperationRate();
      if (seed.isEmpty() || seed.getAsInt() == i) {
        now.add(ChartPoint.of(rate[0], rate[1]));
      }
    }
    series.add(
        new ChartSeries(
            "after update " + made(snapshot, update),
            Role.ESTIMATE,
            Mark.POINTS,
            style.with(Style.Marker.CIRCLE),
            now,
            ""));
    if (seed.isPresent()) {
      series.add(
          ChartSeries.line(
              "path of this seed",
              Role.ESTIMATE,
              style.with(Style.Marker.NONE),
              path(
                  snapshot.seeds().get(seed.getAsInt()),
                  update,
                  record -> record.cooperationRate()[0],
                  record -> record.cooperationRate()[1])));
    }
    series.add(
        paths(
            "paths of the seeds",
            style,
            snapshot,
            update,
            record -> record.cooperationRate()[0],
            record -> record.cooperationRate()[1]));
    String what = "share of “" + game.actions().get(1) + "”, agent ";
    return new ChartModel(
        "",
        ChartAxis.linear(what + "1").between(-.03, 1.03),
        ChartAxis.linear(what + "2").between(-.03, 1.03),
        series,
        List.of(),
        1);
  }

  /** Axes of the returns without data. */
  static ChartModel emptyReturns() {
    return ChartModel.empty("", ChartAxis.linear("update"), ChartAxis.linear("return per step"));
  }

  private static MeanEstimate windowed(
      LolaSnapshot snapshot, int update, int window, GradientMeasure measure) {
    return MeanEstimate.of(
        snapshot.seeds().stream()
            .mapToDouble(
                seed -> {
                  double sum = 0;
                  int count = 0;
                  for (int u = first(seed, update, window); u <= update; u++) {
                    double value = measure.of(seed.get(u));
                    if (Double.isFinite(value)) {
                      sum += value;
                      count++;
                    }
                  }
                  return count == 0 ? Double.NaN : sum / count;
                })
            .toArray());
  }

  /** Updates that were made when a record was written: where all were written, its index. */
  private static int made(LolaSnapshot snapshot, int record) {
    return snapshot.seeds().get(0).get(record).update();
  }

  /** The first record of a window of updates that ends with a record. */
  private static int first(SeedHistory seed, int last, int window) {
    int first = last;
    while (first > 1 && seed.get(first - 1).update() > seed.get(last).update() - window) {
      first--;
    }
    return first;
  }

  /** All seeds in one series, with gaps between them: one line of legend for all. */
  private static ChartSeries paths(
      String name,
      Style style,
      LolaSnapshot snapshot,
      int last,
      ToDoubleFunction<LolaUpdate> x,
      ToDoubleFunction<LolaUpdate> y) {
    List<ChartPoint> points = new ArrayList<>();
    for (SeedHistory seed : snapshot.seeds()) {
      points.addAll(path(seed, last, x, y));
      points.add(ChartPoint.of(x.applyAsDouble(seed.get(last)), Double.NaN));
    }
    return ChartSeries.line(
        name, Role.SINGLE_RUN, style.with(Style.Marker.NONE).with(Style.Dash.SOLID), points);
  }

  private static List<ChartPoint> path(
      SeedHistory seed, int last, ToDoubleFunction<LolaUpdate> x, ToDoubleFunction<LolaUpdate> y) {
    List<ChartPoint> points = new ArrayList<>();
    for (int update : indices(last)) {
      LolaUpdate record = seed.get(update);
      points.add(ChartPoint.of(x.applyAsDouble(record), y.applyAsDouble(record)));
    }
    return points;
  }

  /** The mean with its 95 % interval over seeds; a single seed has none. */
  private static ChartPoint point(double x, MeanEstimate mean) {
    Interval i = mean.interval();
    return new ChartPoint(x, i.value(), i.low(), i.high());
  }

  private static int[] indices(int last) {
    int stride = Math.max(1, (int) Math.ceil(last / (double) POINTS));
    int count = last / stride + 1 + (last % stride == 0 ? 0 : 1);
    int[] indices = new int[count];
    for (int i = 0; i < count; i++) {
      indices[i] = Math.min(last, i * stride);
    }
    return indices;
  }

  /** An exact condition is black, numbers of lookaheads are ordered, nine conditions are a grid. */
  private static Style style(List<LolaCondition> conditions, int index) {
    Style style;
    if (conditions.get(index).id().equals("exact")) {
      style = Style.neutral(Style.Dash.DASHED);
    } else if (conditions.stream().allMatch(c -> c.label().matches("[0-9]+ lookaheads?"))) {
      style = Style.ordered(index, conditions.size());
    } else if (conditions.size() == GRID * GRID) {
      style = Style.nth(index / GRID).with(Style.Dash.nth(index % GRID));
    } else if (conditions.size() <= 2) {
      style = new Style(Colours.PLAYER, Style.Dash.nth(index), Style.Marker.NONE);
    } else {
      style = Style.nth(index);
    }
    return conditions.size() > 2 ? style : style.with(Style.Marker.NONE);
  }

  private static ChartAxis updates(List<LolaCondition> conditions) {
    int most = conditions.stream().mapToInt(c -> c.spec().updates()).max().orElse(1);
    return ChartAxis.linear("update").between(0, most);
  }

  private static void cursor(OptionalInt update, List<ReferenceLine> lines) {
    update.ifPresent(u -> lines.add(ReferenceLine.cursor(u, "")));
  }

  private static List<ReferenceLine> landmarks(MatrixGame game) {
    List<ReferenceLine> lines = new ArrayList<>();
    for (int action = 0; action < 2; action++) {
      double both = (game.payoff1()[action][action] + game.payoff2()[action][action]) / 2;
      lines.add(ReferenceLine.atY(both, "both " + game.actions().get(action)));
    }
    return lines.get(0).value() == lines.get(1).value() ? List.of() : lines;
  }

  private static double[] jointRange(MatrixGame game) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        double mean = (game.payoff1()[a][b] + game.payoff2()[b][a]) / 2;
        low = Math.min(low, mean);
        high = Math.max(high, mean);
      }
    }
    return new double[] {low, high};
  }

  private static String initial(String action) {
    return action.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
  }
}
