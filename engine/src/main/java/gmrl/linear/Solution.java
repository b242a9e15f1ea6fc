package gmrl.linear;

/**
 * What an iterative solver leaves.
 *
 * @param outcome how it ended
 * @param iterations iterations made
 * @param relativeResidual ‖b − A x‖ / ‖b‖ by the recurrence; NaN where a number was not finite
 */
public record Solution(Outcome outcome, int iterations, double relativeResidual) {

  /** One sentence. */
  public String describe() {
    return "the linear system was %s: %d iterations, relative residual %.2g"
        .formatted(outcome.words(), iterations, relativeResidual);
  }
}
