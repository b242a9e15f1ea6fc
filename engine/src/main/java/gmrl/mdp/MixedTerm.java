package gmrl.mdp;

/** The mixed term ∇_φ(∇_θ J_in · v): exact, on a batch, and on average over batches. */
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

  /**
   * Computes the mean product of an estimator.
   *
   * @param limit evaluated at the policy
   * @param policy the visited policy
   * @param vector v [S·A], not modified
   * @param product [S·A], overwritten
   */
  void apply(EstimatorLimit limit, PolicyPoint policy, double[] vector, double[] product);
}
