package gmrl.meta;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The scalar {@link Measures} over several problems (MDPs): mean and standard error of each.
 *
 * <p>A measure that is undefined for some problem is averaged over the others; {@link
 * MeanEstimate#count} says how many there were.
 *
 * @param problems number of problems
 * @param trials trials that count, over all problems
 * @param nonFiniteTrials trials left out, over all problems
 * @param innerError mean ‖θ̂^k − θ^k‖² for k = 1 … K
 */
public record AggregateMeasures(
    int problems,
    long trials,
    long nonFiniteTrials,
    MeanEstimate gradMse,
    MeanEstimate biasSquared,
    MeanEstimate relativeBias,
    MeanEstimate variance,
    MeanEstimate sumOfStandardDeviations,
    MeanEstimate correlation,
    MeanEstimate cosine,
    MeanEstimate relativeMse,
    List<MeanEstimate> innerError,
    MeanEstimate angle,
    MeanEstimate trialAngle) {

  /** Freezes the list. */
  public AggregateMeasures {
    innerError = List.copyOf(innerError);
  }

  /**
   * Averages over problems.
   *
   * @param problems one result per problem, not empty
   * @throws IllegalArgumentException if there are none, or they differ in K
   */
  public static AggregateMeasures of(List<Measures> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("no measures to average, expected 1 or more problems");
    }
    int steps = problems.get(0).innerError().length;
    double[][] inner = new double[steps][problems.size()];
    long trials = 0;
    long nonFinite = 0;
    for (int i = 0; i < problems.size(); i++) {
      double[] errors = problems.get(i).innerError();
      if (errors.length != steps) {
        throw new IllegalArgumentException(
            "problem " + i + " has " + errors.length + " inner errors, expected " + steps);
      }
      for (int k = 0; k < steps; k++) {
        inner[k][i] = errors[k];
      }
      trials += problems.get(i).trials();
      nonFinite += problems.get(i).nonFiniteTrials();
    }
    return new AggregateMeasures(
        problems.size(),
        trials,
        nonFinite,
        over(problems, Measures::gradMse),
        over(problems, m -> m.biasSquared().value()),
        over(problems, m -> m.relativeBias().value()),
        over(problems, Measures::variance),
        over(problems, Measures::sumOfStandardDeviations),
        over(problems, m -> m.correlation().mean()),
        over(problems, m -> m.cosine().mean()),
        over(problems, Measures::relativeMse),
        Arrays.stream(inner).map(MeanEstimate::of).toList(),
        over(problems, Measures::angle),
        over(problems, m -> m.trialAngle().mean()));
  }

  private static MeanEstimate over(List<Measures> problems, ToDoubleFunction<Measures> measure) {
    return MeanEstimate.of(problems.stream().mapToDouble(measure).toArray());
  }
}
