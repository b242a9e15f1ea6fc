package gmrl.app.claim;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.state.Symbols;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.claim.Over;
import gmrl.experiment.compare.RunTable;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** From the numbers of a claim to its charts; pure. */
final class ClaimCharts {
  /** What the bands are. */
  static final String BANDS = "95 % interval over MDPs or seeds, by bootstrap";

  /** More points than this per curve cannot be told apart. */
  private static final int POINTS = 120;

  /** Between the columns that name a curve together. */
  private static final String BETWEEN = " · ";

  private ClaimCharts() {}

  /** Nothing yet. */
  static ChartModel blank() {
    return ChartModel.empty("", ChartAxis.linear(""), ChartAxis.linear(""));
  }

  /** One chart; without curves while its experiment is not done. */
  static ChartModel of(ClaimSpec.Panel panel, ClaimResult result) {
    Optional<RunTable> known = Optional.ofNullable(result.tables().get(panel.study()));
    if (known.isEmpty()) {
      return ChartModel.empty(panel.title(), axis(panel.x(), panel.logX()), axis("", panel.logY()));
    }
    RunTable table = known.get();
    String label = table.reading().measure(panel.measure()).label();
    ChartAxis y = axis(label, panel.logY());
    List<RunTable.Key> curves =
        table.curves().stream()
            .filter(key -> panel.curves().isEmpty() || panel.curves().contains(key.name()))
            .toList();
    boolean single = curves.stream().allMatch(key -> table.positions(key).size() == 1);
    return single ? bars(panel, table, curves, y) : lines(panel, table, curves, y);
  }

  private static ChartAxis axis(String label, boolean log) {
    return log ? ChartAxis.log(label) : ChartAxis.linear(label);
  }

  private static ChartModel bars(
      ClaimSpec.Panel panel, RunTable table, List<RunTable.Key> curves, ChartAxis y) {
    List<ChartPoint> points = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      double at = table.positions(curves.get(i)).get(0);
      points.add(point(i, table.samples(curves.get(i), at, panel.measure()), panel.over()));
    }
    return ChartModel.of(
        panel.title(),
        ChartAxis.categories(panel.x(), titles(curves.stream().map(RunTable.Key::name).toList())),
        y,
        List.of(
            ChartSeries.bars(
                table.reading().measure(panel.measure()).label(), Style.nth(0), points)));
  }

  private static ChartModel lines(
      ClaimSpec.Panel panel, RunTable table, List<RunTable.Key> curves, ChartAxis y) {
    List<String> names = curves.stream().map(RunTable.Key::name).toList();
    List<Style> styles = styles(names);
    List<String> titles = titles(names);
    List<ChartSeries> series = new ArrayList<>();
    for (int c = 0; c < curves.size(); c++) {
      List<Double> all = table.positions(curves.get(c));
      int stride = Math.max(1, (all.size() + POINTS - 1) / POINTS);
      List<ChartPoint> points = new ArrayList<>();
      for (int i = 0; i < all.size(); i += stride) {
        double x = all.get(i);
        if (!panel.logX() || x > 0) {
          points.add(point(x, table.samples(curves.get(c), x, panel.measure()), panel.over()));
        }
      }
      Style style = all.size() > POINTS / 4 ? styles.get(c).with(Style.Marker.NONE) : styles.get(c);
      ChartSeries one =
          ChartSeries.estimate(
              titles.get(c).isEmpty()
                  ? table.reading().measure(panel.measure()).label()
                  : titles.get(c),
              style,
              points);
      series.add(panel.slopes() ? one.withSlope() : one);
    }
    return ChartModel.of(panel.title(), axis(panel.x(), panel.logX()), y, series);
  }

  /**
   * Curves as people call them, of whose names tables have tokens; what all of them have in common
   * tells none apart.
   */
  static List<String> titles(List<String> names) {
    List<List<String>> parts =
        names.stream().map(name -> List.of(name.split(BETWEEN, -1))).toList();
    return parts.stream()
        .map(
            own ->
                own.stream()
                    .filter(
                        part -> own.size() == 1 || !parts.stream().allMatch(p -> p.contains(part)))
                    .map(ClaimCharts::title)
                    .collect(Collectors.joining(BETWEEN)))
        .toList();
  }

  private static String title(String part) {
    return Symbols.named(part).map(Symbols::of).or(() -> learner(part)).orElse(part);
  }

  private static Optional<String> learner(String token) {
    return Arrays.stream(Algorithm.values())
        .filter(algorithm -> algorithm.id().equals(token))
        .map(Algorithm::title)
        .findFirst();
  }

  /** An estimator looks as it does elsewhere; other curves are told apart by what they are. */
  static List<Style> styles(List<String> names) {
    List<Style> estimators =
        names.stream()
            .flatMap(name -> Symbols.named(name).stream())
            .map(Symbols::style)
            .distinct()
            .toList();
    return estimators.size() == names.size() ? estimators : Style.among(names);
  }

  private static ChartPoint point(double x, Map<String, Double> samples, Over over) {
    Interval i = over.estimate(samples).interval();
    return new ChartPoint(x, i.value(), i.low(), i.high());
  }

  /** All charts of a claim. */
  static List<ChartModel> all(ClaimResult result) {
    return IntStream.range(0, result.claim().panels().size())
        .mapToObj(i -> of(result.claim().panels().get(i), result))
        .toList();
  }
}
