package gmrl.linear;

import java.util.Locale;

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
    return String.format(
        Locale.ROOT,
        "the linear system was %s: %d iterations, relative residual %.2g",
        outcome.words(),
        iterations,
        relativeResidual);
  }
}
