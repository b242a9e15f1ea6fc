package gmrl.mdp;

/**
 * Workspace of {@link LirpgProblem} at one (φ, θ): the policy and its two exact returns, which
 * share one factorisation.
 */
public final class LirpgPoint implements ReturnPoint {
  private final double[] extrinsicReward;
  private final double[] shapedReward;
  private final PolicyPoint policy;
  private final ReturnEvaluation shaped;
  private final ReturnEvaluation extrinsic;

  LirpgPoint(Mdp mdp) {
    extrinsicReward = mdp.cellRewards();
    shapedReward = new double[mdp.cells()];
    policy = new PolicyPoint(mdp);
    shaped = new ReturnEvaluation(policy);
    extrinsic = new ReturnEvaluation(policy);
  }

  void moveTo(double[] phi, double[] theta) {
    for (int cell = 0; cell < shapedReward.length; cell++) {
      shapedReward[cell] = extrinsicReward[cell] + phi[cell];
    }
    policy.moveTo(theta);
    shaped.reset(shapedReward);
    extrinsic.reset();
  }

  @Override
  public PolicyPoint policy() {
    return policy;
  }

  @Override
  public ReturnEvaluation innerReturn() {
    return shaped;
  }

  @Override
  public ReturnEvaluation outerReturn() {
    return extrinsic;
  }
}
