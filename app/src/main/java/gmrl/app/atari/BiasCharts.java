package gmrl.app.atari;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Style;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.MetaBias;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.atari.BiasAlongTraining;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** From studies of a meta-gradient's bias to charts, for page and figures alike; pure. */
final class BiasCharts {
  /** Measures along training. */
  static final String COSINE = "cosine with the reference";

  static final String RELATIVE = "bias over the reference’s length";
  static final String BETWEEN = "cosine of plain and LVC means";
  static final List<String> MEASURES = List.of(COSINE, RELATIVE, BETWEEN);

  private static final String PLAIN = "plain";
  private static final String LVC = "LVC";
  private static final double THOUSAND = 1e3;

  /** How far the picture of a size goes beyond the largest, and below 0, by the largest. */
  private static final double ROOM = 1.5;

  private static final double FOOT = 0.1;

  private static final List<Style.Marker> OTHERS =
      List.of(Style.Marker.DIAMOND, Style.Marker.TRIANGLE, Style.Marker.CROSS, Style.Marker.RING);

  private BiasCharts() {}

  private static ChartAxis steps() {
    return ChartAxis.log("thousands of steps of training");
  }

  /** Axes without data. */
  static ChartModel emptyAlong(String measure) {
    return ChartModel.empty("", steps(), values(measure));
  }

  /**
   * One of {@link #MEASURES} over the training of the first learner, and what was found of others;
   * vertical lines where the reference of the first is not resolved.
   *
   * @param studies at least one; those of the first's seed are left to the guide
   */
  static ChartModel along(List<BiasAlongTraining> studies, String measure) {
    BiasAlongTraining study = studies.get(0);
    List<ChartSeries> series = new ArrayList<>();
    if (measure.equals(BETWEEN)) {
      series.add(
          along(
              study,
              BETWEEN,
              Style.neutral(Style.Dash.SOLID).with(Style.Marker.CIRCLE),
              b -> possible(b.between(), -1, 1),
              b -> true));
    } else {
      Function<MetaBias.Estimate, Interval> of =
          measure.equals(COSINE)
              ? e -> possible(e.cosine(), -1, 1)
              : e -> possible(e.relative(), 0, Double.POSITIVE_INFINITY);
      series.add(along(study, PLAIN, plain(), b -> of.apply(b.plain()), MetaBias::resolved));
      series.add(along(study, LVC, lvc(), b -> of.apply(b.lvc()), MetaBias::resolved));
      series.addAll(others(studies, of));
    }
    List<ReferenceLine> lines = new ArrayList<>();
    for (BiasAlongTraining.Point point : study.points()) {
      if (!point.bias().resolved()) {
        lines.add(ReferenceLine.atX(point.steps() / THOUSAND, "not resolved"));
      }
    }
    lines.add(ReferenceLine.atY(measure.equals(RELATIVE) ? 0 : 1, "unbiased"));
    return new ChartModel("", steps(), values(measure, series), series, lines, 1);
  }

  /**
   * With sight of every estimate. Intervals of a size over a length that is hardly told from 0 may
   * be ten times as long, and leave the picture at its upper edge.
   */
  private static ChartAxis values(String measure, List<ChartSeries> series) {
    if (!measure.equals(RELATIVE)) {
      return values(measure);
    }
    double most =
        series.stream()
            .flatMap(s -> s.points().stream())
            .mapToDouble(ChartPoint::y)
            .max()
            .orElse(Double.NaN);
    return values(measure).between(-FOOT * most, ROOM * most);
  }

  /** All that a cosine can be, with room for words above it; the others show what there is. */
  private static ChartAxis values(String measure) {
    ChartAxis axis = ChartAxis.linear(measure);
    return measure.equals(COSINE) ? axis.between(-1.05, 1.4) : axis;
  }

  /**
   * Plain meta-gradients of other learners, each a point from the most windows there are; LVC's are
   * the same to the eye. The last name tells whose reference is not resolved.
   */
  private static List<ChartSeries> others(
      List<BiasAlongTraining> studies, Function<MetaBias.Estimate, Interval> of) {
    Map<Long, BiasAlongTraining> largest = new TreeMap<>();
    for (BiasAlongTraining other : studies) {
      largest.merge(other.spec().seed(), other, (a, b) -> b.windows() > a.windows() ? b : a);
    }
    largest.remove(studies.get(0).spec().seed());
    List<BiasAlongTraining> resolved = new ArrayList<>();
    List<String> unresolved = new ArrayList<>();
    for (BiasAlongTraining other : largest.values()) {
      if (other.points().stream().anyMatch(p -> p.bias().resolved())) {
        resolved.add(other);
      } else {
        unresolved.add(Long.toString(other.spec().seed()));
      }
    }
    List<ChartSeries> series = new ArrayList<>();
    for (BiasAlongTraining other : resolved) {
      boolean last = series.size() == resolved.size() - 1;
      series.add(
          along(
              other,
              PLAIN + ", seed " + other.spec().seed() + (last ? unresolved("; ", unresolved) : ""),
              plain().with(OTHERS.get(series.size() % OTHERS.size())),
              b -> of.apply(b.plain()),
              MetaBias::resolved));
    }
    if (resolved.isEmpty() && !unresolved.isEmpty()) {
      series.add(ChartSeries.estimate(PLAIN + unresolved(", ", unresolved), plain(), List.of()));
    }
    return series;
  }

  private static String unresolved(String before, List<String> seeds) {
    return seeds.isEmpty()
        ? ""
        : before
            + (seeds.size() == 1 ? "seed " : "seeds ")
            + String.join(", ", seeds)
            + " not resolved";
  }

  /** No interval reaches beyond what a cosine or a length can be. */
  private static Interval possible(Interval i, double least, double most) {
    return Double.isNaN(i.value())
        ? i
        : new Interval(i.value(), Math.max(least, i.low()), Math.min(most, i.high()));
  }

  private static Style plain() {
    return Learners.style(Algorithm.MGRL).with(Style.Marker.SQUARE);
  }

  private static Style lvc() {
    return Learners.style(Algorithm.MGRL_LVC).with(Style.Marker.CIRCLE);
  }

  private static ChartSeries along(
      BiasAlongTraining study,
      String name,
      Style style,
      Function<MetaBias, Interval> of,
      Function<MetaBias, Boolean> shown) {
    List<ChartPoint> points = new ArrayList<>();
    for (BiasAlongTraining.Point point : study.points()) {
      Interval i = of.apply(point.bias());
      if (shown.apply(point.bias()) && !Double.isNaN(i.value())) {
        points.add(new ChartPoint(point.steps() / THOUSAND, i.value(), i.low(), i.high()));
      }
    }
    return ChartSeries.estimate(name, style, points);
  }

  /** Axes of {@link #parameters} without data. */
  static ChartModel emptyParameters() {
    return ChartModel.empty("", parameterAxis(), valueAxis());
  }

  private static ChartAxis parameterAxis() {
    List<String> names = new ArrayList<>();
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      names.add(AtariCharts.label(name));
    }
    return ChartAxis.categories("derivative by", names);
  }

  private static ChartAxis valueAxis() {
    return ChartAxis.linear("in units of the reference’s length");
  }

  /** Reference, plain and LVC by each meta-parameter with 95 % intervals. */
  static ChartModel parameters(MetaBias bias) {
    double length = length(bias.reference());
    return ChartModel.of(
        "",
        parameterAxis(),
        valueAxis(),
        List.of(
            bars("reference", Style.neutral(Style.Dash.SOLID), bias.reference(), length),
            bars(PLAIN, plain(), bias.plain().mean(), length),
            bars(LVC, lvc(), bias.lvc().mean(), length)));
  }

  private static ChartSeries bars(
      String name, Style style, List<MeanEstimate> values, double length) {
    List<ChartPoint> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Interval at = values.get(i).interval();
      points.add(new ChartPoint(i, at.value() / length, at.low() / length, at.high() / length));
    }
    return ChartSeries.bars(name, style, points);
  }

  /** Axes of {@link #parts} without data. */
  static ChartModel emptyParts() {
    return ChartModel.empty("", ChartAxis.categories("inner step", List.of()), partAxis());
  }

  private static ChartAxis partAxis() {
    return ChartAxis.linear("share of the estimate, along itself");
  }

  /** What each inner step gives by its mixed derivative, and what later curvature adds to it. */
  static ChartModel parts(MetaBias bias) {
    int k = bias.plain().mixed().length;
    List<String> names = new ArrayList<>();
    for (int step = 1; step <= k; step++) {
      names.add(step + " mixed");
      names.add(step + " curvature");
    }
    return ChartModel.of(
        "",
        ChartAxis.categories("inner step", names),
        partAxis(),
        List.of(shares(PLAIN, plain(), bias.plain()), shares(LVC, lvc(), bias.lvc())));
  }

  private static ChartSeries shares(String name, Style style, MetaBias.Estimate estimate) {
    double square = Math.pow(length(estimate.mean()), 2);
    List<ChartPoint> points = new ArrayList<>();
    for (int k = 0; k < estimate.mixed().length; k++) {
      points.add(ChartPoint.of(2 * k, along(estimate.mixed()[k], estimate.mean()) / square));
      points.add(
          ChartPoint.of(2 * k + 1, along(estimate.transported()[k], estimate.mean()) / square));
    }
    return ChartSeries.bars(name, style, points);
  }

  private static double along(double[] part, List<MeanEstimate> whole) {
    double sum = 0;
    for (int i = 0; i < part.length; i++) {
      sum += part[i] * whole.get(i).mean();
    }
    return sum;
  }

  private static double length(List<MeanEstimate> values) {
    return Math.sqrt(values.stream().mapToDouble(v -> v.mean() * v.mean()).sum());
  }
}
