package gmrl.mdp;

/** Workspace of {@link MamlProblem} at one θ: the policy and its exact return. */
public final class MamlPoint implements ReturnPoint {
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

  @Override
  public PolicyPoint policy() {
    return policy;
  }

  /** Exact values and derivatives at θ; both objectives are this return. */
  ReturnEvaluation evaluation() {
    return evaluation;
  }

  @Override
  public ReturnEvaluation innerReturn() {
    return evaluation;
  }

  @Override
  public ReturnEvaluation outerReturn() {
    return evaluation;
  }
}
