package gmrl.meta;

/**
 * A problem with an inner loop over θ and an outer parameter φ.
 *
 * <p>Inner loop, k = 0 … K−1: θ^{k+1} = θ^k + α ∇_θ J_in(φ, θ^k), started at θ^0(φ). All parameters
 * are flat arrays in row-major order. Implementations hold no mutable state: everything that
 * belongs to a visited (φ, θ) lives in a point, so one problem serves any number of threads.
 *
 * @param <P> workspace at one visited (φ, θ): policy tables, factorisations, exact values
 */
public interface TwoLoopProblem<P> {

  /** Length of φ. */
  int phiSize();

  /** Length of θ. */
  int thetaSize();

  /**
   * Writes θ^0(φ).
   *
   * @param phi outer parameter [phiSize], not modified
   * @param theta start of the inner loop [thetaSize], overwritten
   */
  void initial(double[] phi, double[] theta);

  /**
   * Adds (∇_φ θ^0) u to {@code meta}; nothing is added where θ^0 does not depend on φ.
   *
   * @param phi outer parameter [phiSize], not modified
   * @param cotangent u [thetaSize], not modified
   * @param meta [phiSize], added to
   */
  void addInitialVjp(double[] phi, double[] cotangent, double[] meta);

  /** A workspace that {@link #moveTo} can fill any number of times. */
  P newPoint();

  /**
   * Moves a workspace to (φ, θ) and evaluates what every slot needs there.
   *
   * @param point workspace, overwritten
   * @param phi outer parameter [phiSize], not modified and not retained
   * @param theta inner parameter [thetaSize], not modified and not retained
   */
  void moveTo(P point, double[] phi, double[] theta);
}
