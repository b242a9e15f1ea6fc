package gmrl.app.bias;

import gmrl.app.chart.ChartPoint;
import gmrl.experiment.bias.bound.BoundCurve;
import java.util.ArrayList;
import java.util.List;

/** A theoretical bound as points of a curve. */
public final class BoundPoints {
  private BoundPoints() {}

  /** The bound at the swept values; what is beyond a double is left out. */
  public static List<ChartPoint> of(BoundCurve curve) {
    List<ChartPoint> points = new ArrayList<>();
    for (int p = 0; p < curve.values().size(); p++) {
      if (Double.isFinite(curve.mean(p))) {
        double x = curve.spec().sweep().orElseThrow().values().get(p);
        points.add(ChartPoint.of(x, curve.mean(p)));
      }
    }
    return points;
  }
}
