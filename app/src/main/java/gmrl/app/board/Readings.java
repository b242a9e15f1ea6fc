package gmrl.app.board;

import gmrl.app.chart.ChartPoint;
import gmrl.experiment.bias.BiasResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the board reads out of one result: once for all of its plots. */
final class Readings {
  private final Map<String, List<ChartPoint>> curves = new HashMap<>();
  private final Map<String, RelativeBias> singles = new HashMap<>();

  Readings(BiasResult result) {
    for (BiasResult.CurveResult curve : result.curves()) {
      if (curve.spec().sweep().isPresent()) {
        curves.put(
            curve.label(),
            curve.points().stream()
                .map(p -> RelativeBias.of(p).at(p.sweepValue().orElseThrow()))
                .toList());
      } else if (!curve.points().isEmpty()) {
        singles.put(curve.label(), RelativeBias.of(curve.points().get(0)));
      }
    }
  }

  /** The points of a swept curve in percent; empty before there are any. */
  List<ChartPoint> curve(String label) {
    return curves.getOrDefault(label, List.of());
  }

  /** The bias of a single point; empty before it is known. */
  Optional<RelativeBias> single(String label) {
    return Optional.ofNullable(singles.get(label)).filter(RelativeBias::isKnown);
  }
}
