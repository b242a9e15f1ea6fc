package gmrl.ipd;

import java.nio.DoubleBuffer;

/**
 * What is recorded of one seed after one update; index 0 is before the first.
 *
 * <p>Pairs hold agent 1 and agent 2. The agreement measures judge the meta-gradient of the update
 * that led here against the exact one at the same policies; they are NaN at index 0, and where the
 * exact gradient is constant a correlation is NaN.
 *
 * @param state policies, critics and optimisers
 * @param returns expected rewards per step of a rollout, undiscounted, computed exactly
 * @param cooperationRate expected share of action 1 in a rollout
 * @param exactValues discounted values of the endless game
 * @param correlation centred correlation of estimated and exact meta-gradient
 * @param relativeError ‖ĝ − g‖ / ‖g‖
 * @param outerExactCorrelation correlation with the same lookahead samples and exact outer gradient
 */
@SuppressWarnings("ArrayRecordComponent") // pairs, written once by the learner
public record LolaUpdate(
    LolaState state,
    double[] returns,
    double[] cooperationRate,
    double[] exactValues,
    double[] correlation,
    double[] relativeError,
    double[] outerExactCorrelation) {
  /** Length of a record as a row of numbers. */
  static final int NUMBERS = LolaState.NUMBERS + 12;

  /** Writes the record as a row. */
  void put(DoubleBuffer out) {
    state.put(out);
    for (double[] pair : pairs()) {
      out.put(pair);
    }
  }

  /** Reads a row back. */
  static LolaUpdate get(DoubleBuffer in) {
    LolaState state = LolaState.get(in);
    double[][] pairs = new double[6][2];
    for (double[] pair : pairs) {
      in.get(pair);
    }
    return new LolaUpdate(state, pairs[0], pairs[1], pairs[2], pairs[3], pairs[4], pairs[5]);
  }

  private double[][] pairs() {
    return new double[][] {
      returns, cooperationRate, exactValues, correlation, relativeError, outerExactCorrelation
    };
  }

  /** Updates done. */
  public int update() {
    return state.update();
  }

  /** Mean of both agents' returns. */
  public double meanReturn() {
    return mean(returns);
  }

  /** Mean of both agents' cooperation rates. */
  public double meanCooperationRate() {
    return mean(cooperationRate);
  }

  /** Mean of both agents' correlations. */
  public double meanCorrelation() {
    return mean(correlation);
  }

  /** Mean of both agents' correlations with the exact outer gradient. */
  public double meanOuterExactCorrelation() {
    return mean(outerExactCorrelation);
  }

  /** Mean of both agents' relative errors. */
  public double meanRelativeError() {
    return mean(relativeError);
  }

  private static double mean(double[] pair) {
    return (pair[0] + pair[1]) / 2;
  }
}
