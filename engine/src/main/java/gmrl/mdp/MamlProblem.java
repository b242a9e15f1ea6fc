package gmrl.mdp;

import java.util.Arrays;

/**
 * MAML-RL on a tabular MDP (Finn et al. 2017): θ^0 = φ, and J_in = J_out = the return J(θ) = V(s₀).
 */
public final class MamlProblem extends ReturnProblem<MamlPoint> {
  /** Advantages are returns to the horizon. */
  private static final double GAE_LAMBDA = 1;

  private static final MixedTerm NONE =
      new MixedTerm() {
        @Override
        public void exact(ReturnEvaluation evaluation, double[] vector, double[] product) {
          Arrays.fill(product, 0);
        }

        @Override
        public void apply(
            BatchEstimate estimate, PolicyPoint policy, double[] vector, double[] product) {
          Arrays.fill(product, 0);
        }

        @Override
        public void apply(
            EstimatorLimit limit, PolicyPoint policy, double[] vector, double[] product) {
          Arrays.fill(product, 0);
        }
      };

  /** A problem in the given MDP, whose samplers draw as {@code sampling} says. */
  public MamlProblem(Mdp mdp, Sampling sampling) {
    super(mdp, sampling, GAE_LAMBDA);
  }

  @Override
  protected MixedTerm mixedTerm() {
    return NONE;
  }

  @Override
  public void initial(double[] phi, double[] theta) {
    System.arraycopy(phi, 0, theta, 0, theta.length);
  }

  @Override
  public void addInitialVjp(double[] phi, double[] cotangent, double[] meta) {
    for (int i = 0; i < meta.length; i++) {
      meta[i] += cotangent[i];
    }
  }

  @Override
  public MamlPoint newPoint() {
    return new MamlPoint(mdp());
  }

  @Override
  public void moveTo(MamlPoint point, double[] phi, double[] theta) {
    point.moveTo(theta);
  }
}
