package gmrl.app.atari;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Style;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningCurve;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.Changes;
import gmrl.meta.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The curve of the live learner with what was changed on the way; pure. */
final class LearnerCharts {
  private static final double THOUSAND = 1e3;
  private static final int DIGITS = 3;

  /** Marks that lie closer than this part of the curve would write over each other. */
  private static final int CROWD = 8;

  private static final List<Double> ROUND = List.of(1.0, 2.0, 5.0);

  private LearnerCharts() {}

  /** Axes without data. */
  static ChartModel empty() {
    return ChartModel.empty("", x(), ChartAxis.linear(AtariCharts.RETURNS));
  }

  /**
   * Returns over steps; a vertical line where settings were changed. Several seeds: their mean as
   * far as all of them are, and each alone.
   */
  static ChartModel of(AtariResult result, double progress) {
    AtariResult.SeedRun run = result.runs().get(0);
    Algorithm algorithm = result.spec().learning().algorithm();
    String name = Learners.name(algorithm);
    List<ChartSeries> series = new ArrayList<>();
    if (result.runs().size() == 1) {
      series.add(
          ChartSeries.estimate(
              name + ", seed " + run.seed(), Learners.style(algorithm), scores(run)));
    } else {
      List<ChartPoint> means = new ArrayList<>();
      for (AtariResult.Mean mean : result.means()) {
        Interval i = mean.score().interval();
        if (Double.isFinite(i.value())) {
          double x = mean.steps() / THOUSAND;
          means.add(
              Double.isFinite(i.low())
                  ? new ChartPoint(x, i.value(), i.low(), i.high())
                  : ChartPoint.of(x, i.value()));
        }
      }
      series.add(ChartSeries.estimate(name, Learners.style(algorithm), means));
      List<ChartPoint> all = new ArrayList<>();
      for (AtariResult.SeedRun one : result.runs()) {
        all.addAll(scores(one));
        all.add(ChartPoint.of(one.steps() / THOUSAND, Double.NaN));
      }
      series.add(
          ChartSeries.singleSeeds(name, Learners.style(algorithm).with(Style.Dash.SOLID), all));
    }
    List<ChartPoint> all =
        series.stream()
            .flatMap(one -> one.points().stream())
            .filter(ChartPoint::isPresent)
            .toList();
    return new ChartModel(
        "",
        still(x(), all.stream().mapToDouble(ChartPoint::x)),
        still(
            ChartAxis.linear(AtariCharts.RETURNS),
            all.stream().flatMapToDouble(p -> DoubleStream.of(p.low(), p.high()))),
        series,
        changes(run, result.spec()),
        progress);
  }

  /** An axis that stands still while a run goes on: it holds zero and grows to round numbers. */
  private static ChartAxis still(ChartAxis axis, DoubleStream values) {
    DoubleSummaryStatistics range = values.summaryStatistics();
    double low = -round(-range.getMin());
    double high = round(range.getMax());
    return range.getCount() > 0 && low < high ? axis.between(low, high) : axis;
  }

  /** The next of 1, 2, 5, 10 … */
  private static double round(double size) {
    if (!(size > 0)) {
      return 0;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(size)));
    return unit * ROUND.stream().filter(r -> r * unit >= size).findFirst().orElse(10.0);
  }

  private static List<ChartPoint> scores(AtariResult.SeedRun run) {
    List<ChartPoint> points = new ArrayList<>();
    for (LearningCurve.Point point : run.curve().points()) {
      if (Double.isFinite(point.score())) {
        points.add(ChartPoint.of(point.steps() / THOUSAND, point.score()));
      }
    }
    return points;
  }

  /** What one drag of a slider does is one change, where it settles. */
  private static List<ReferenceLine> changes(AtariResult.SeedRun run, AtariSpec spec) {
    Map<Long, Map<String, String>> rows = new TreeMap<>();
    for (AtariResult.Change change : run.changes()) {
      Map<String, String> row =
          rows.computeIfAbsent(change.steps() / spec.stretch(), key -> new LinkedHashMap<>());
      for (String each : change.what().split(", ", -1)) {
        String[] parts = each.split(" = ", 2);
        row.put(Learners.symbol(parts[0]), rounded(parts[1]));
      }
    }
    Map<String, String> first = new HashMap<>();
    Changes.all(spec.learning())
        .forEach(
            (name, value) -> {
              String symbol = Learners.symbol(name);
              if (rows.values().stream().anyMatch(row -> row.containsKey(symbol))) {
                first.put(symbol, rounded(value));
              }
            });
    return lines(rows, first, spec.stretch(), run.steps() / CROWD);
  }

  /**
   * A line for each that is not soon changed again, unless that only takes it back; where they
   * crowd the last of them says what has changed in all.
   */
  private static List<ReferenceLine> lines(
      Map<Long, Map<String, String>> rows, Map<String, String> first, long stretch, long crowd) {
    List<ReferenceLine> lines = new ArrayList<>();
    List<Long> places = List.copyOf(rows.keySet());
    Map<String, String> now = new HashMap<>(first);
    Map<String, String> said = new LinkedHashMap<>();
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < places.size(); i++) {
      Map<String, String> changed = rows.getOrDefault(places.get(i), Map.of());
      boolean crowded =
          i + 1 < places.size() && (places.get(i + 1) - places.get(i)) * stretch < crowd;
      Map<String, String> next =
          crowded ? rows.getOrDefault(places.get(i + 1), Map.of()) : Map.of();
      boolean goesOn =
          crowded
              && next.keySet().containsAll(changed.keySet())
              && changed.keySet().stream()
                  .noneMatch(name -> Objects.equals(next.get(name), now.get(name)));
      now.putAll(changed);
      if (goesOn) {
        continue;
      }
      changed.forEach(
          (name, value) ->
              said.merge(name, value, (old, is) -> drawn.contains(name) ? old + " → " + is : is));
      String label =
          said.entrySet().stream()
              .map(each -> each.getKey() + " = " + each.getValue())
              .collect(Collectors.joining(", "));
      lines.add(ReferenceLine.atX(places.get(i) * stretch / THOUSAND, crowded ? "" : label));
      drawn.addAll(changed.keySet());
      if (!crowded) {
        said.clear();
        drawn.clear();
      }
    }
    return lines;
  }

  private static String rounded(String value) {
    return value.contains(".")
        ? new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString()
        : value;
  }

  private static ChartAxis x() {
    return ChartAxis.linear("thousands of steps");
  }
}
