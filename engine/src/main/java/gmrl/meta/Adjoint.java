package gmrl.meta;

import java.util.List;

/**
 * The adjoint recursion of every meta-gradient: the outer objective's gradient, pulled back step by
 * step.
 *
 * <pre>
 *   u ← ∇_θ J_out(φ, θ^K);   m ← ∂_φ J_out(φ, θ^K)
 *   for k = K−1 … 0:   m ← m + (∂step_k/∂φ)ᵀ u;   u ← (∂step_k/∂state)ᵀ u
 * </pre>
 *
 * Tabular problems, repeated games and networks run through it alike; what differs is the {@link
 * InnerStep}.
 */
public final class Adjoint {
  private Adjoint() {}

  /**
   * Where an outer objective meets the recursion.
   *
   * @param <U> cotangent of the state
   */
  @FunctionalInterface
  public interface Outer<U> {

    /**
     * Adds the derivatives of what the outer objective is at θ^k, if it looks there.
     *
     * @param step k; K comes first, and there the arguments hold nothing yet
     * @param cotangent of the state
     * @param meta [phiSize]
     */
    void join(int step, U cotangent, double[] meta);
  }

  /**
   * Runs the recursion through the last steps.
   *
   * @param steps all K of them, each taken
   * @param last how many to go through, 0 … K; the cotangent passes earlier ones unchanged, as if
   *     their moves had been constants
   * @param outer asked at K, K−1, … 1, or at 0 if there are no steps
   * @param cotangent overwritten with that of the state before the steps
   * @param meta [phiSize], overwritten with the meta-gradient but for the way through θ^0(φ)
   */
  public static <U> void run(
      List<? extends InnerStep<U>> steps, int last, Outer<U> outer, U cotangent, double[] meta) {
    int end = steps.size();
    outer.join(end, cotangent, meta);
    for (int k = end - 1; k >= 0; k--) {
      if (k >= end - last) {
        steps.get(k).pullBack(cotangent, meta);
      }
      if (k > 0) {
        outer.join(k, cotangent, meta);
      }
    }
  }
}
