package gmrl.atari;

import gmrl.autodiff.Fused;
import gmrl.autodiff.Ops;
import gmrl.autodiff.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Targets for the critic from a rollout of T steps in N environments, differentiable in γ and λ.
 *
 * <p>Row t of {@code masks} [T+1][N] is 0 where the episode ended at step t−1, else 1; row t of
 * {@code limits} is 0 where a time limit cut the episode at step t−1, else 1. Row 0 of either is
 * not used.
 *
 * @see <a href="https://arxiv.org/abs/1506.02438">Schulman et al. 2016, equation 16</a>
 */
public final class Returns {
  /** r + γ V' mask − V. */
  private static final Fused DELTA =
      Fused.of("td error", 5, x -> x[0].plus(x[1].times(x[2]).times(x[3])).minus(x[4]));

  /** δ + γ λ mask A'. */
  private static final Fused TRACE =
      Fused.of("gae", 5, x -> x[0].plus(x[1].times(x[2]).times(x[3]).times(x[4])));

  /** r + γ mask R'. */
  private static final Fused DISCOUNT =
      Fused.of("return", 4, x -> x[0].plus(x[1].times(x[2]).times(x[3])));

  /** R limit + (1 − limit) V. */
  private static final Fused CUT =
      Fused.of("time limit", 3, x -> x[0].times(x[1]).plus(x[2].times(x[1].minus(1).negate())));

  private Returns() {}

  /**
   * Generalised advantage estimates plus values: R_t = A_t + V_t with
   *
   * <pre>
   *   δ_t = r_t + γ V_{t+1} m_{t+1} − V_t,   A_t = (δ_t + γ λ m_{t+1} A_{t+1}) l_{t+1},   A_T = 0
   * </pre>
   *
   * @param rewards r [T][N]
   * @param values V [T][N] of the critic when the rollout was made; usually constants
   * @param nextValue V_T [N]
   * @param masks m [T+1][N]
   * @param limits l [T+1][N], or null to treat time limits as any other end
   * @param gamma γ, one element
   * @param lambda λ, one element
   * @return R [T][N]
   */
  public static Variable gae(
      Variable rewards,
      Variable values,
      Variable nextValue,
      Variable masks,
      @Nullable Variable limits,
      Variable gamma,
      Variable lambda) {
    int steps = check(rewards, values, nextValue, masks, limits);
    List<Variable> out = new ArrayList<>();
    Variable advantage = Ops.zerosLike(nextValue);
    Variable next = nextValue;
    for (int t = steps - 1; t >= 0; t--) {
      Variable mask = row(masks, t + 1);
      Variable value = row(values, t);
      Variable delta = DELTA.apply(row(rewards, t), gamma, next, mask, value);
      advantage = TRACE.apply(delta, gamma, lambda, mask, advantage);
      if (limits != null) {
        advantage = advantage.times(row(limits, t + 1));
      }
      out.add(advantage.plus(value));
      next = value;
    }
    Collections.reverse(out);
    return Ops.stack(out);
  }

  /**
   * Discounted sums: R_T = V_T and R_t = r_t + γ m_{t+1} R_{t+1}; where a time limit cut the
   * episode, V_t instead.
   *
   * @return R [T+1][N], the last row being {@code nextValue}
   */
  static Variable discounted(
      Variable rewards,
      Variable values,
      Variable nextValue,
      Variable masks,
      @Nullable Variable limits,
      Variable gamma) {
    int steps = check(rewards, values, nextValue, masks, limits);
    List<Variable> out = new ArrayList<>();
    Variable sum = nextValue;
    out.add(sum);
    for (int t = steps - 1; t >= 0; t--) {
      sum = DISCOUNT.apply(row(rewards, t), gamma, row(masks, t + 1), sum);
      if (limits != null) {
        sum = CUT.apply(sum, row(limits, t + 1), row(values, t));
      }
      out.add(sum);
    }
    Collections.reverse(out);
    return Ops.stack(out);
  }

  private static Variable row(Variable x, int t) {
    return Ops.slice(x, 0, t, t + 1).reshape(x.dim(1));
  }

  private static int check(
      Variable rewards,
      Variable values,
      Variable nextValue,
      Variable masks,
      @Nullable Variable limits) {
    if (rewards.rank() != 2) {
      throw new IllegalArgumentException(
          "rewards must have shape [T][N], not " + Arrays.toString(rewards.shape()));
    }
    int steps = rewards.dim(0);
    int envs = rewards.dim(1);
    expect("values", values, steps, envs);
    expect("nextValue", nextValue, envs);
    expect("masks", masks, steps + 1, envs);
    if (limits != null) {
      expect("limits", limits, steps + 1, envs);
    }
    return steps;
  }

  private static void expect(String name, Variable x, int... shape) {
    if (!Arrays.equals(x.shape(), shape)) {
      throw new IllegalArgumentException(
          "%s must have shape %s to go with the rewards, not %s"
              .formatted(name, Arrays.toString(shape), Arrays.toString(x.shape())));
    }
  }
}
