package gmrl.mdp;

/** The mixed term ∇_φ(∇_θ J_in · v), exact and on a batch. */
public interface MixedTerm {

  /**
   * Computes the exact product.
   *
   * @param evaluation J_in at the visited point
   * @param vector v [S·A], not modified
   * @param product [S·A], overwritten
   */
  void exact(ReturnEvaluation evaluation, double[] vector, double[] product);

  /**
   * Computes the product of an estimate.
   *
   * @param estimate has read a batch under the reward of J_in
   * @param policy the policy that batch was read at
   * @param vector v [S·A], not modified
   * @param product [S·A], overwritten
   */
  void apply(BatchEstimate estimate, PolicyPoint policy, double[] vector, double[] product);
}
