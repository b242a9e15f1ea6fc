package gmrl.mdp;

/**
 * ∇_φ(∇_θ J_in · v) under the shaped reward R + φ.
 *
 * <p>On a batch the advantages depend on φ through the intrinsic rewards along the trajectories
 * and, unless that path is cut, through the critic V = (I − γP_π)⁻¹ Σ_a π (R + φ) at the behaviour
 * policy (plus noise that does not depend on φ): one transposed solve. Belongs to one thread.
 */
public final class MixedProduct implements MixedTerm {
  private final boolean criticGradient;
  private final double[] criticCotangent;

  /**
   * A workspace for S states.
   *
   * @param criticGradient whether the critic is differentiated in φ
   */
  public MixedProduct(int states, boolean criticGradient) {
    this.criticGradient = criticGradient;
    criticCotangent = new double[states];
  }

  @Override
  public void exact(ReturnEvaluation evaluation, double[] vector, double[] product) {
    evaluation.rewardVector(vector, product);
  }

  @Override
  public void apply(BatchEstimate estimate, PolicyPoint policy, double[] vector, double[] product) {
    estimate.rewardVector(vector, product, criticCotangent);
    if (estimate.estimator().usesCritic()) {
      addCriticPath(policy, product);
    }
  }

  @Override
  public void apply(EstimatorLimit limit, PolicyPoint policy, double[] vector, double[] product) {
    limit.rewardVector(vector, product, criticCotangent);
    addCriticPath(policy, product);
  }

  private void addCriticPath(PolicyPoint policy, double[] product) {
    if (!criticGradient) {
      return;
    }
    policy.solveTransposed(criticCotangent);
    double[] pi = policy.policy();
    int actions = pi.length / criticCotangent.length;
    for (int s = 0, cell = 0; s < criticCotangent.length; s++) {
      for (int a = 0; a < actions; a++, cell++) {
        product[cell] += pi[cell] * criticCotangent[s];
      }
    }
  }
}
