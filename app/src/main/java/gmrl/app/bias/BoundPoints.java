package gmrl.app.bias;

import gmrl.app.chart.ChartPoint;
import gmrl.experiment.bias.bound.BoundCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Theoretical bounds as points of curves; what is beyond a double is left out.
 *
 * @param estimated by constants measured along a few paths
 * @param proved whatever the policy
 */
public record BoundPoints(List<ChartPoint> estimated, List<ChartPoint> proved) {

  /** Freezes the points. */
  public BoundPoints {
    estimated = List.copyOf(estimated);
    proved = List.copyOf(proved);
  }

  /** The bounds at the swept values. */
  public static BoundPoints of(BoundCurve curve) {
    return new BoundPoints(points(curve, curve::mean), points(curve, curve::provedMean));
  }

  private static List<ChartPoint> points(BoundCurve curve, IntToDoubleFunction mean) {
    List<ChartPoint> points = new ArrayList<>();
    for (int p = 0; p < curve.values().size(); p++) {
      double y = mean.applyAsDouble(p);
      if (Double.isFinite(y)) {
        points.add(ChartPoint.of(curve.spec().sweep().orElseThrow().values().get(p), y));
      }
    }
    return points;
  }
}
