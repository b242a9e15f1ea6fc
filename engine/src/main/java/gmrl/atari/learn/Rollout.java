package gmrl.atari.learn;

import gmrl.atari.Returns;
import gmrl.autodiff.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Recorded experience of T steps in N environments as the losses take it; all of it constant. Step
 * t of environment i is sample t·N + i.
 *
 * @param observations [T·N][rows][columns][channels], entries in 0 … 1
 * @param actions [T·N]
 * @param rewards [T][N]
 * @param values V [T][N] of the critic when the rollout was made, or asked again later
 * @param nextValue V [N] after the last step
 * @param masks [T+1][N], 0 where the step before ended an episode; row 0 is not used
 * @param limits [T+1][N], 0 where a time limit cut the episode at the step before, if such targets
 *     are to be V(s) itself
 * @param beyond [T][N], V of what a time limit cut off, else 0, if such targets are to bootstrap
 */
@SuppressWarnings("ArrayRecordComponent")
public record Rollout(
    Variable observations,
    int[] actions,
    Variable rewards,
    Variable values,
    Variable nextValue,
    Variable masks,
    @Nullable Variable limits,
    @Nullable Variable beyond) {

  /** T·N. */
  public int samples() {
    return actions.length;
  }

  /**
   * Targets of the critic by generalised advantage estimation, differentiable in γ and λ.
   *
   * @param gamma γ, one element
   * @param lambda λ, one element
   * @return [T·N]
   */
  public Variable returns(Variable gamma, Variable lambda) {
    Variable paid = beyond == null ? rewards : rewards.plus(beyond.times(gamma));
    return Returns.gae(paid, values, nextValue, masks, limits, gamma, lambda).reshape(samples());
  }
}
