package gmrl.meta;

import gmrl.numpy.StateArrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What M trial gradients g_i of one estimate say about its error against the exact gradient g.
 *
 * <p>ḡ is the mean of the trials, Ĉ their covariance with divisor M−1. Intervals are 95 %. NaN says
 * that a measure is undefined: spreads and intervals below two trials, everything relative to g
 * where g = 0, a correlation where g or the estimate is constant.
 *
 * @param trials M, the trials that count
 * @param nonFiniteTrials trials left out because they overflowed or became NaN; if there are any,
 *     every other measure speaks only of the trials that survived
 * @param mean ḡ [d]
 * @param standardError standard error of each entry of ḡ [d]
 * @param gradMse the paper's mean_j (ḡ_j − g_j)²; still contains variance / M
 * @param biasSquared ‖ḡ − g‖² − tr(Ĉ)/M, unbiased for ‖E ḡ − g‖², hence sometimes negative
 * @param biasSquaredError standard error of {@code biasSquared} at its value
 * @param relativeBias √max(0, biasSquared) / ‖g‖
 * @param variance tr(Ĉ) of one trial
 * @param sumOfStandardDeviations Σ_j √Ĉ_jj, which the paper's code calls "var"
 * @param correlation Pearson correlation of g_i with g over the entries, mean over trials (the
 *     paper's "accuracy")
 * @param cosine cosine of g_i with g, mean over trials
 * @param relativeMse mean of ‖g_i − g‖² / ‖g‖²
 * @param innerError mean ‖θ̂^k − θ^k‖² for k = 1 … K [K]
 * @param angle degrees between ḡ and g
 * @param trialAngle degrees between g_i and g, mean over trials
 * @param route how {@code biasSquared} and {@code relativeBias} were obtained; all other measures
 *     are those of the trials
 */
@SuppressWarnings("ArrayRecordComponent") // cloned at the door; compared by nobody
public record Measures(
    int trials,
    int nonFiniteTrials,
    double[] mean,
    double[] standardError,
    double gradMse,
    Interval biasSquared,
    double biasSquaredError,
    Interval relativeBias,
    double variance,
    double sumOfStandardDeviations,
    MeanEstimate correlation,
    MeanEstimate cosine,
    double relativeMse,
    double[] innerError,
    double angle,
    MeanEstimate trialAngle,
    Route route) {
  /** How many numbers there are beside the arrays. */
  private static final int NUMBERS = 24;

  /** Routes by their number in a file. */
  private static final List<Route> ROUTES =
      List.of(Route.CLOSED_FORM, Route.CONDITIONED, Route.CONTROLLED, Route.SAMPLED);

  /** Clones the arrays. */
  public Measures {
    mean = mean.clone();
    standardError = standardError.clone();
    innerError = innerError.clone();
  }

  /**
   * The same with a bias obtained in another way.
   *
   * @param squared ‖E ĝ − g‖² with its interval
   * @param standardError of it
   * @param norm ‖g‖
   * @param by how it was obtained
   */
  public Measures withBias(Interval squared, double standardError, double norm, Route by) {
    return new Measures(
        trials,
        nonFiniteTrials,
        mean,
        this.standardError,
        gradMse,
        squared,
        standardError,
        squared.rootOver(norm),
        variance,
        sumOfStandardDeviations,
        correlation,
        cosine,
        relativeMse,
        innerError,
        angle,
        trialAngle,
        by);
  }

  /**
   * Puts measures down, or takes them up.
   *
   * @param known those to put down; looked at only if they are
   * @throws IllegalArgumentException if they are to be taken up and are not there
   */
  public static Measures carry(StateArrays state, @Nullable Measures known) {
    if (known != null && !state.takes()) {
      known.put(state);
      return known;
    }
    double[] n = state.doubles("numbers", new double[0]);
    if (n.length != NUMBERS) {
      throw new IllegalArgumentException("its measures are of another kind");
    }
    return new Measures(
        (int) n[0],
        (int) n[1],
        state.doubles("mean", n),
        state.doubles("standardError", n),
        n[2],
        new Interval(n[3], n[4], n[5]),
        n[6],
        new Interval(n[7], n[8], n[9]),
        n[10],
        n[11],
        new MeanEstimate(n[12], n[13], (int) n[14]),
        new MeanEstimate(n[15], n[16], (int) n[17]),
        n[18],
        state.doubles("innerError", n),
        n[19],
        new MeanEstimate(n[20], n[21], (int) n[22]),
        ROUTES.get((int) n[23]));
  }

  private void put(StateArrays state) {
    state.doubles("mean", mean);
    state.doubles("standardError", standardError);
    state.doubles("innerError", innerError);
    double[] numbers = {
      trials,
      nonFiniteTrials,
      gradMse,
      biasSquared.value(),
      biasSquared.low(),
      biasSquared.high(),
      biasSquaredError,
      relativeBias.value(),
      relativeBias.low(),
      relativeBias.high(),
      variance,
      sumOfStandardDeviations,
      correlation.mean(),
      correlation.standardError(),
      correlation.count(),
      cosine.mean(),
      cosine.standardError(),
      cosine.count(),
      relativeMse,
      angle,
      trialAngle.mean(),
      trialAngle.standardError(),
      trialAngle.count(),
      ROUTES.indexOf(route)
    };
    state.doubles("numbers", numbers);
  }

  @Override
  public double[] mean() {
    return mean.clone();
  }

  @Override
  public double[] standardError() {
    return standardError.clone();
  }

  @Override
  public double[] innerError() {
    return innerError.clone();
  }
}
