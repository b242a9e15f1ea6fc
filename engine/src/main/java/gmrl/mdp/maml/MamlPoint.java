package gmrl.mdp.maml;

import gmrl.mdp.Mdp;
import gmrl.mdp.PolicyPoint;
import gmrl.mdp.ReturnEvaluation;

/** Workspace of {@link MamlProblem} at one θ: the policy and its exact return. */
public final class MamlPoint {
  private final PolicyPoint policy;
  private final ReturnEvaluation evaluation;

  MamlPoint(Mdp mdp) {
    policy = new PolicyPoint(mdp);
    evaluation = new ReturnEvaluation(policy);
  }

  void moveTo(double[] theta) {
    policy.moveTo(theta);
    evaluation.reset();
  }

  /** The softmax policy at θ. */
  public PolicyPoint policy() {
    return policy;
  }

  /** Exact values and derivatives at θ. */
  public ReturnEvaluation evaluation() {
    return evaluation;
  }
}
