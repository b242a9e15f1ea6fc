package gmrl.atari.learn;

import java.util.List;

/**
 * A run in brief: one row for every stretch of equally many steps.
 *
 * @param points in the order of the steps
 */
public record LearningCurve(List<Point> points) {

  /**
   * Means over one stretch. Scores and lengths are of all games that ended in it, wherever in a
   * rollout that was, played by the sampling policy while it learns.
   *
   * @param steps decisions of all environments together at its end
   * @param episodes games that ended
   * @param score their mean return, before any clipping; NaN if none ended
   * @param length their mean length in decisions; NaN if none ended
   * @param valueLoss mean (R − V)²
   * @param entropy of the policy, in nats
   * @param gradientNorm before the clip
   * @param coefficients γ, λ and the two weights at its end
   * @param outerLoss of the meta-gradient; NaN for learners without
   * @param cosine between plain and LVC meta-gradients on the same experience, mean over the
   *     updates where both were computed; NaN if none
   */
  public record Point(
      long steps,
      int episodes,
      double score,
      double length,
      double valueLoss,
      double entropy,
      double gradientNorm,
      MetaParameters coefficients,
      double outerLoss,
      double cosine) {}

  public LearningCurve {
    points = List.copyOf(points);
  }

  /** Mean score of the games that ended after {@code from} steps; NaN if none did. */
  public double scoreAfter(long from) {
    double sum = 0;
    long count = 0;
    for (Point p : points) {
      if (p.steps() > from && p.episodes() > 0) {
        sum += p.score() * p.episodes();
        count += p.episodes();
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
