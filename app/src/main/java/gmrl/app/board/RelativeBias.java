package gmrl.app.board;

import gmrl.app.chart.ChartPoint;
import gmrl.app.ui.Percent;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.diagnosis.ErrorBudget;
import gmrl.meta.Interval;

/**
 * The length of the mean error relative to that of the true meta-gradient, over MDPs, as the
 * headline counts it too.
 *
 * @param value the estimate; 0 where that of its square is negative
 * @param halfWidth half of its 95 % interval from the finite number of trials
 * @param trials it rests on
 */
record RelativeBias(double value, double halfWidth, long trials) {

  static RelativeBias of(BiasResult.PointResult point) {
    ErrorBudget budget = ErrorBudget.of(point);
    return new RelativeBias(budget.bias(), budget.biasHalfWidth(), point.trials());
  }

  /** The same of one MDP alone. */
  static RelativeBias of(BiasResult.MdpResult mdp) {
    Interval length = mdp.measures().relativeBias();
    return new RelativeBias(
        Math.max(0, length.value()), length.halfWidth(), mdp.measures().trials());
  }

  boolean isKnown() {
    return Double.isFinite(value);
  }

  /** Whether it is told apart from zero. */
  boolean isClear() {
    return value > halfWidth;
  }

  /** Whether a formula gives it, without sampling. */
  boolean isExact() {
    return isKnown() && halfWidth == 0;
  }

  /** In percent with half of its interval; without where a formula gives it. */
  String inWords() {
    return Percent.estimate(value, halfWidth);
  }

  double low() {
    return Math.max(0, value - halfWidth);
  }

  double high() {
    return value + halfWidth;
  }

  /** As a point in percent. */
  ChartPoint at(double x) {
    return isKnown()
        ? new ChartPoint(x, 100 * value, 100 * low(), 100 * high(), trials).withExact(isExact())
        : ChartPoint.of(x, Double.NaN);
  }
}
