package gmrl.app.board;

import gmrl.app.chart.ChartPoint;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the board reads out of one result: once for all of its plots. */
final class Readings {
  /** Rounding alone. */
  private static final double SAME = 1e-9;

  /** Fewer trials say nothing about how far they scatter. */
  private static final int TELLING = 10;

  private final Map<String, BiasResult.CurveResult> results = new HashMap<>();

  // Read when first asked for: an answer comes many times a second, and few want all of it.
  private final Map<String, List<ChartPoint>> curves = new HashMap<>();
  private final Map<String, List<ChartPoint>> limits = new HashMap<>();
  private final Map<String, List<ChartPoint>> noises = new HashMap<>();
  private final Map<String, Optional<RelativeBias>> singles = new HashMap<>();

  Readings(BiasResult result) {
    result.curves().forEach(curve -> results.put(curve.label(), curve));
  }

  /** The points of a swept curve in percent; empty before there are any. */
  List<ChartPoint> curve(String label) {
    return curves.computeIfAbsent(
        label,
        key -> swept(key).map(p -> RelativeBias.of(p).at(p.sweepValue().orElseThrow())).toList());
  }

  /** Trials of a curve. */
  static long trials(BiasResult.CurveResult curve) {
    return curve.points().stream().mapToLong(BiasResult.PointResult::trials).sum();
  }

  /** How much of its trials a curve has, 0 to 1; what a formula gives needs none. */
  static double share(BiasResult.CurveResult curve) {
    long counted = trials(curve);
    return counted == 0 ? 1 : Math.min(1, counted / (double) curve.spec().totalTrials());
  }

  /** The same of the row's own curve that has the least. */
  double share(Row row) {
    return Arrays.stream(Column.values())
        .flatMap(column -> Stream.ofNullable(results.get(BoardStudy.source(row, column))))
        .mapToDouble(Readings::share)
        .min()
        .orElse(1);
  }

  /** How far one estimate scatters along a curve, in percent; empty before that is known. */
  List<ChartPoint> noise(String label) {
    return noises.computeIfAbsent(
        label,
        key ->
            swept(key)
                .filter(p -> p.trials() >= TELLING * (long) p.mdps().size())
                .map(Readings::noise)
                .filter(ChartPoint::isPresent)
                .toList());
  }

  /** The bias of a single point; empty before it is known. */
  Optional<RelativeBias> single(String label) {
    return singles.computeIfAbsent(
        label,
        key ->
            Stream.ofNullable(results.get(key))
                .filter(curve -> curve.spec().sweep().isEmpty())
                .flatMap(curve -> curve.points().stream().limit(1))
                .map(RelativeBias::of)
                .filter(RelativeBias::isKnown)
                .findFirst());
  }

  /** Whether a single point has all its trials: what the others still get changes it no more. */
  boolean isSettled(String label) {
    return Stream.ofNullable(results.get(label))
        .filter(curve -> curve.spec().sweep().isEmpty())
        .anyMatch(
            curve ->
                curve.points().stream()
                    .limit(1)
                    .anyMatch(p -> p.trials() + p.nonFiniteTrials() >= curve.spec().totalTrials()));
  }

  private Stream<BiasResult.PointResult> swept(String label) {
    return Stream.ofNullable(results.get(label))
        .filter(curve -> curve.spec().sweep().isPresent())
        .flatMap(curve -> curve.points().stream());
  }

  /** What the row's own curve would be with infinitely many samples, in percent, where known. */
  List<ChartPoint> limit(Row row, Column column) {
    return limits.computeIfAbsent(
        BoardStudy.Line.OWN.along(row, column),
        key -> swept(key).map(Readings::limit).filter(ChartPoint::isPresent).toList());
  }

  /** Whether two curves that have points are the same wherever both do. */
  boolean coincide(String one, String other) {
    Map<Double, Double> first = values(one);
    Map<Double, Double> second = values(other);
    first.keySet().retainAll(second.keySet());
    return !first.isEmpty()
        && first.entrySet().stream()
            .allMatch(
                e ->
                    Math.abs(e.getValue() - second.getOrDefault(e.getKey(), Double.NaN))
                        <= SAME * e.getValue());
  }

  private Map<Double, Double> values(String label) {
    Map<Double, Double> values = new HashMap<>();
    curve(label).stream()
        .filter(ChartPoint::isPresent)
        .forEach(point -> values.put(point.x(), point.y()));
    return values;
  }

  private static ChartPoint noise(BiasResult.PointResult point) {
    double noise = ErrorBudget.of(point).noise();
    return ChartPoint.of(point.sweepValue().orElseThrow(), 100 * noise).withTrials(point.trials());
  }

  private static ChartPoint limit(BiasResult.PointResult point) {
    double squares = 0;
    for (BiasResult.MdpResult mdp : point.mdps()) {
      BiasResult.Limits known = mdp.limits();
      double share = point.setup().inner().isSampled() ? known.relativeBias() : known.horizonBias();
      squares += share * share;
    }
    return ChartPoint.of(
        point.sweepValue().orElseThrow(), 100 * Math.sqrt(squares / point.mdps().size()));
  }
}
