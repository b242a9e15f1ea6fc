package gmrl.mdp;

/**
 * LIRPG on a tabular MDP (Zheng et al. 2018): φ is an intrinsic reward, J_in the return under R +
 * φ, J_out the return under R, and θ^0 does not depend on φ.
 *
 * <p>The samplers' advantages are generalised advantages on the shaped reward. The reference
 * program samples only the inner and the Hessian slot and only {@code maml} and {@code lvc}; here
 * every estimator fits every slot: {@code loaded} takes the same advantages, {@code dice} and
 * {@code dice-baseline} the shaped rewards themselves, and a sampled outer slot is the same
 * estimator under R alone. φ has one Hessian factor fewer than inner steps, so at K = 1 estimators
 * that share their advantages share the meta-gradient too.
 */
public final class LirpgProblem extends ReturnProblem<LirpgPoint> {
  private final boolean criticGradient;
  private final double[] initial;

  /**
   * Poses the problem.
   *
   * @param mdp where it acts
   * @param sampling how the samplers draw
   * @param gaeLambda λ in [0, 1] of the generalised advantage
   * @param criticGradient whether the critic of the shaped reward is differentiated in φ
   * @param initial θ^0 [S·A], cloned
   * @throws IllegalArgumentException if λ is out of range or θ^0 has the wrong length
   */
  public LirpgProblem(
      Mdp mdp, Sampling sampling, double gaeLambda, boolean criticGradient, double[] initial) {
    super(mdp, sampling, gaeLambda);
    if (initial.length != mdp.cells()) {
      throw new IllegalArgumentException(
          "theta has " + initial.length + " entries, expected " + mdp.cells());
    }
    this.criticGradient = criticGradient;
    this.initial = initial.clone();
  }

  @Override
  protected MixedTerm mixedTerm() {
    return new MixedProduct(mdp().states(), criticGradient);
  }

  @Override
  public void initial(double[] phi, double[] theta) {
    System.arraycopy(initial, 0, theta, 0, theta.length);
  }

  @Override
  public void addInitialVjp(double[] phi, double[] cotangent, double[] meta) {
    // θ^0 does not depend on φ.
  }

  @Override
  public LirpgPoint newPoint() {
    return new LirpgPoint(mdp());
  }

  @Override
  public void moveTo(LirpgPoint point, double[] phi, double[] theta) {
    point.moveTo(phi, theta);
  }
}
