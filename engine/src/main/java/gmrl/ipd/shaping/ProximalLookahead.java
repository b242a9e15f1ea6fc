package gmrl.ipd.shaping;

/**
 * Proximal LOLA (Zhao et al. 2022, POLA): each player climbs what its policy is worth behind the
 * other's proximal answer, and stays near its policy itself. With D how far apart two policies are,
 *
 * <pre>
 *   θ_j*(θ_i') ≈ argmax α V_j(θ_i', ·) − D(θ_j, ·)
 *   θ_i'       ≈ argmax α V_i(·, θ_j*(·)) − D(θ_i, ·)
 * </pre>
 *
 * where each argmax is so many steps of gradient ascent, and the outer one differentiates through
 * all of the inner. D is between policies and not between parameters, so other parameters for the
 * same policies lead to the same place but for the finite number of steps.
 *
 * <p>Where the three views of the game are independent estimates, each step of either climb draws
 * its own: gradients of the answer, the slopes at its end, and the curvature on the way back. Noise
 * in the answer then biases the direction, as it does in every inner loop. Zhao et al. sample D,
 * too, since their policies are networks; policies that are tables have it in closed form.
 *
 * <p>Not thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/2210.10125">Zhao et al. 2022</a>
 */
public final class ProximalLookahead {
  private static final int STEPS = 10;
  private static final double STEP = 0.2;

  private final DifferentiableGame outer;
  private final DifferentiableGame inner;
  private final DifferentiableGame hessian;
  private final double alpha;

  /** The other's parameters on its way to an answer [STEPS + 1][d]. */
  private final double[][] path;

  /**
   * A learner.
   *
   * @param game exact derivatives; moved about
   * @param alpha α, what a value is worth against a change of policy, 0 or more
   */
  ProximalLookahead(DifferentiableGame game, double alpha) {
    this(game, game, game, alpha);
  }

  /**
   * A learner that sees the game through estimates.
   *
   * @param outer for the slopes behind the answer; moved about
   * @param inner for the gradients that the other follows; moved about
   * @param hessian for second derivatives on the way back; moved about
   * @param alpha α, what a value is worth against a change of policy, 0 or more
   */
  public ProximalLookahead(
      DifferentiableGame outer,
      DifferentiableGame inner,
      DifferentiableGame hessian,
      double alpha) {
    this.outer = outer;
    this.inner = inner;
    this.hessian = hessian;
    this.alpha = alpha;
    path = new double[STEPS + 1][outer.size()];
  }

  /** Environment steps that one {@link #direction} costs. */
  public long environmentSteps() {
    return 2L
        * STEPS
        * (outer.environmentSteps()
            + STEPS * (inner.environmentSteps() + hessian.environmentSteps()));
  }

  /**
   * Where both players want to be, less where they are; both look from the same place.
   *
   * @param theta [2][d], not modified
   * @param direction [2][d], overwritten
   */
  public void direction(double[][] theta, double[][] direction) {
    for (int player = 0; player < 2; player++) {
      double[] own = theta[player].clone();
      for (int step = 0; step < STEPS; step++) {
        double[] slope = slope(player, own, theta[1 - player]);
        double[] back = new double[own.length];
        outer.divergence(theta[player], own, back);
        for (int s = 0; s < own.length; s++) {
          own[s] += STEP * (alpha * slope[s] - back[s]);
        }
      }
      for (int s = 0; s < own.length; s++) {
        direction[player][s] = own[s] - theta[player][s];
      }
    }
  }

  private static void moveTo(DifferentiableGame game, int player, double[] own, double[] other) {
    game.moveTo(player == 0 ? own : other, player == 0 ? other : own);
  }

  /** What own parameters are worth behind the other's answer. */
  double value(int player, double[] own, double[] other) {
    answer(player, own, other);
    moveTo(outer, player, own, path[STEPS]);
    return outer.value(player);
  }

  private void answer(int player, double[] own, double[] other) {
    int opponent = 1 - player;
    double[] slope = new double[own.length];
    double[] back = new double[own.length];
    System.arraycopy(other, 0, path[0], 0, other.length);
    for (int step = 0; step < STEPS; step++) {
      moveTo(inner, player, own, path[step]);
      inner.gradient(opponent, opponent, slope);
      inner.divergence(other, path[step], back);
      for (int s = 0; s < slope.length; s++) {
        path[step + 1][s] = path[step][s] + STEP * (alpha * slope[s] - back[s]);
      }
    }
  }

  /** Its derivative by the own parameters, through every step of the answer. */
  double[] slope(int player, double[] own, double[] other) {
    int opponent = 1 - player;
    answer(player, own, other);
    moveTo(outer, player, own, path[STEPS]);
    double[] total = new double[own.length];
    double[] through = new double[own.length];
    outer.gradient(player, player, total);
    outer.gradient(player, opponent, through);
    double[] mixed = new double[own.length];
    double[] bent = new double[own.length];
    double[] held = new double[own.length];
    for (int step = STEPS - 1; step >= 0; step--) {
      moveTo(hessian, player, own, path[step]);
      hessian.product(opponent, player, opponent, through, mixed);
      hessian.product(opponent, opponent, opponent, through, bent);
      hessian.divergenceProduct(path[step], through, held);
      for (int s = 0; s < total.length; s++) {
        total[s] += STEP * alpha * mixed[s];
        through[s] += STEP * (alpha * bent[s] - held[s]);
      }
    }
    return total;
  }
}
