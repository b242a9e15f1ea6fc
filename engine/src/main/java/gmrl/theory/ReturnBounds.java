package gmrl.theory;

/**
 * Bounds on the derivatives of a discounted return that hold at every softmax policy, whatever the
 * transitions: our derivation, written out in the guide to biases.
 *
 * <p>Along a unit direction v the score of a step is z = v[s,a] − π(·|s)·v[s,·]. Within a row the
 * entries of v differ by at most √2, so |z| ≤ √2 and Var z ≤ 1/2, and the next two derivatives of
 * log π are at most 1/2 and √2/2. Scores are martingale differences: with S = Σ_{i≤t} z_i over n =
 * t + 1 steps, E S² ≤ n/2 and E S⁴ ≤ 3.1 n². Differentiating the weights of the trajectories in
 *
 * <pre>  J(θ) = const + E Σ_t γ^t (r_t − c),   |r_t − c| ≤ h = (high − low) / 2</pre>
 *
 * gives |J'| ≤ h Σ γ^t √(n/2), |J''| ≤ h Σ γ^t n and |J'''| ≤ h Σ γ^t 4.11 n^{3/2}, and the concave
 * powers of n are at most those of its mean under weights γ^t. The norm of a symmetric form is its
 * largest value on one unit vector, so these bound the norms of all three derivatives.
 *
 * @param gamma γ in [0, 1)
 * @param low smallest reward
 * @param high largest reward
 */
public record ReturnBounds(double gamma, double low, double high) {
  /** 3.1^{3/4} of |S|³, 3 / (2√2) of 3 |S| n/2, and √2/2 of the third derivative. */
  private static final double THIRD = Math.pow(3.1, 0.75) + 3 / Math.sqrt(8) + Math.sqrt(0.5);

  /** Checks the ranges. */
  public ReturnBounds {
    if (!(gamma >= 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma is " + gamma + ", expected a value in [0, 1)");
    }
    if (!(low <= high) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(
          "rewards lie in " + low + " to " + high + ", expected a finite range");
    }
  }

  /** A table of rewards of unit length, as the derivative along one sees it. */
  static ReturnBounds ofUnitRewards(double gamma) {
    return new ReturnBounds(gamma, -Math.sqrt(0.5), Math.sqrt(0.5));
  }

  /** Σ_t γ^t, the mean number of steps. */
  double steps() {
    return 1 / (1 - gamma);
  }

  /** Largest ‖∇J‖. */
  double gradient() {
    return half() * steps() * Math.sqrt(steps() / 2);
  }

  /** Largest spectral norm of ∇²J, so the Lipschitz constant of ∇J. */
  double curvature() {
    return half() * steps() * steps();
  }

  /** Largest norm of the third derivative, so the Lipschitz constant of ∇²J. */
  double third() {
    return half() * THIRD * steps() * Math.pow((1 + gamma) * steps() * steps(), 0.75);
  }

  /** Largest ‖∇J − ∇J_T‖, what the rewards after T steps add to the gradient. */
  double gradientBeyond(int horizon) {
    return half() * Math.pow(gamma, horizon) * steps() * Math.sqrt((horizon + steps()) / 2);
  }

  /** Largest difference between two returns from one state. */
  double spread() {
    return 2 * half() * steps();
  }

  /** Largest |return|. */
  double size() {
    return Math.max(Math.abs(low), Math.abs(high)) * steps();
  }

  private double half() {
    return (high - low) / 2;
  }
}
