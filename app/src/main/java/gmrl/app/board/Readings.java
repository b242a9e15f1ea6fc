package gmrl.app.board;

import gmrl.app.chart.ChartPoint;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the board reads out of one result: once for all of its plots. */
final class Readings {
  /** Rounding alone. */
  private static final double SAME = 1e-9;

  private final Map<String, List<ChartPoint>> curves = new HashMap<>();
  private final Map<String, RelativeBias> singles = new HashMap<>();

  /** Single points that have all their trials: what the others still get changes them no more. */
  private final Set<String> settled = new HashSet<>();

  private final Map<String, List<ChartPoint>> limits = new HashMap<>();

  /** Fewer trials say nothing about how far they scatter. */
  private static final int TELLING = 10;

  private final Map<String, List<ChartPoint>> noises = new HashMap<>();
  private final Map<String, Double> shares = new HashMap<>();

  Readings(BiasResult result) {
    for (BiasResult.CurveResult curve : result.curves()) {
      shares.put(curve.label(), share(curve));
      if (curve.spec().sweep().isPresent()) {
        curves.put(
            curve.label(),
            curve.points().stream()
                .map(p -> RelativeBias.of(p).at(p.sweepValue().orElseThrow()))
                .toList());
        noises.put(
            curve.label(),
            curve.points().stream()
                .filter(p -> p.trials() >= TELLING * (long) p.mdps().size())
                .map(Readings::noise)
                .filter(ChartPoint::isPresent)
                .toList());
        limits.put(curve.label(), curve.points().stream().map(Readings::limit).toList());
      } else if (!curve.points().isEmpty()) {
        BiasResult.PointResult point = curve.points().get(0);
        singles.put(curve.label(), RelativeBias.of(point));
        if (point.trials() + point.nonFiniteTrials() >= curve.spec().totalTrials()) {
          settled.add(curve.label());
        }
      }
    }
  }

  /** The points of a swept curve in percent; empty before there are any. */
  List<ChartPoint> curve(String label) {
    return curves.getOrDefault(label, List.of());
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
        .mapToDouble(column -> shares.getOrDefault(BoardStudy.source(row, column), 1.0))
        .min()
        .orElseThrow();
  }

  /** How far one estimate scatters along a curve, in percent; empty before that is known. */
  List<ChartPoint> noise(String label) {
    return noises.getOrDefault(label, List.of());
  }

  /** The bias of a single point; empty before it is known. */
  Optional<RelativeBias> single(String label) {
    return Optional.ofNullable(singles.get(label)).filter(RelativeBias::isKnown);
  }

  /** Whether a single point has all its trials. */
  boolean isSettled(String label) {
    return settled.contains(label);
  }

  /** What the row's own curve would be with infinitely many samples, in percent, where known. */
  List<ChartPoint> limit(Row row, Column column) {
    List<ChartPoint> points =
        limits.getOrDefault(BoardStudy.Line.OWN.along(row, column), List.of());
    return points.stream().filter(ChartPoint::isPresent).toList();
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
