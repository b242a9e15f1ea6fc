package gmrl.experiment.inspect;

import java.util.List;

/**
 * Where the error of a meta-gradient comes from, inner step by inner step: means over MDPs of what
 * each slot contributes, relative to ‖g‖².
 *
 * @param stages one for each number of inner steps, from 0
 */
public record ErrorShares(List<Stage> stages) {

  /** Freezes the list. */
  public ErrorShares {
    stages = List.copyOf(stages);
  }

  /**
   * The meta-gradient after some inner steps.
   *
   * @param step how many
   * @param error shares of the squared error of one estimate, E[e_s·e] / ‖g‖²
   * @param bias shares of bias², E[e_s]·E[e] / ‖g‖², without the noise of the mean
   */
  public record Stage(int step, Inspection.Shares error, Inspection.Shares bias) {}
}
