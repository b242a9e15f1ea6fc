package gmrl.meta;

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
