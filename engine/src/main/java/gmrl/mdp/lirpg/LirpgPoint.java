package gmrl.mdp.lirpg;

import gmrl.mdp.Mdp;
import gmrl.mdp.PolicyPoint;
import gmrl.mdp.ReturnEvaluation;

/**
 * Workspace of {@link LirpgProblem} at one (φ, θ): the policy and its two exact returns, which
 * share one factorisation.
 */
public final class LirpgPoint {
  private final double[] extrinsicReward;
  private final double[] intrinsicReward;
  private final double[] shapedReward;
  private final PolicyPoint policy;
  private final ReturnEvaluation shaped;
  private final ReturnEvaluation extrinsic;

  LirpgPoint(Mdp mdp) {
    extrinsicReward = mdp.cellRewards();
    intrinsicReward = new double[mdp.cells()];
    shapedReward = new double[mdp.cells()];
    policy = new PolicyPoint(mdp);
    shaped = new ReturnEvaluation(policy);
    extrinsic = new ReturnEvaluation(policy);
  }

  void moveTo(double[] phi, double[] theta) {
    for (int cell = 0; cell < shapedReward.length; cell++) {
      intrinsicReward[cell] = phi[cell];
      shapedReward[cell] = extrinsicReward[cell] + phi[cell];
    }
    policy.moveTo(theta);
    shaped.reset(shapedReward);
    extrinsic.reset();
  }

  /** The live φ[S·A], not to be modified. */
  double[] intrinsicReward() {
    return intrinsicReward;
  }

  /** The softmax policy at θ. */
  public PolicyPoint policy() {
    return policy;
  }

  /** Exact values and derivatives of J_in, the return under R + φ. */
  public ReturnEvaluation shaped() {
    return shaped;
  }

  /** Exact values and derivatives of J_out, the return under R. */
  public ReturnEvaluation extrinsic() {
    return extrinsic;
  }
}
