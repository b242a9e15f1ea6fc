package gmrl.mdp;

/** Workspace at a visited policy, with the exact returns that a problem learns from. */
public interface ReturnPoint {

  /** The softmax policy at θ. */
  PolicyPoint policy();

  /** Exact values and derivatives of J_in at θ. */
  ReturnEvaluation innerReturn();

  /** Exact values and derivatives of J_out at θ; may be the same object. */
  ReturnEvaluation outerReturn();
}
