package gmrl.meta;

/**
 * One inner step of a two-loop problem, k → k+1, and the way back through it.
 *
 * <p>The state is θ and whatever the step carries along (an optimiser's moments). {@link #pullBack}
 * is the transposed derivative of {@link #advance} at the state it was taken from: gradient ascent
 * gives u + α H u and α (∇_φ∇_θ J_in) u, an optimiser with moments sends the cotangent through its
 * own update first, sampled adaptation adds the score of its batch. {@link Adjoint} runs any of
 * them. A step belongs to one thread.
 *
 * @param <U> cotangent of the state, modified in place
 */
public interface InnerStep<U> {

  /** Takes the step from where the loop stands. */
  void advance();

  /**
   * Pulls a cotangent back through the step as it was last taken.
   *
   * @param cotangent of the state after the step; replaced by that of the state before it
   * @param meta [phiSize], this step's share of the meta-gradient is added
   */
  void pullBack(U cotangent, double[] meta);
}
