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
 * <p>Not thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/2210.10125">Zhao et al. 2022</a>
 */
public final class ProximalLookahead {
  private static final int STEPS = 10;
  private static final double STEP = 0.2;

  private final DifferentiableGame game;
  private final double alpha;

  /** The other's parameters on its way to an answer [STEPS + 1][d]. */
  private final double[][] path;

  /**
   * A learner.
   *
   * @param game exact derivatives; moved about
   * @param alpha α, what a value is worth against a change of policy, 0 or more
   */
  public ProximalLookahead(DifferentiableGame game, double alpha) {
    this.game = game;
    this.alpha = alpha;
    path = new double[STEPS + 1][game.size()];
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
        game.divergence(theta[player], own, back);
        for (int s = 0; s < own.length; s++) {
          own[s] += STEP * (alpha * slope[s] - back[s]);
        }
      }
      for (int s = 0; s < own.length; s++) {
        direction[player][s] = own[s] - theta[player][s];
      }
    }
  }

  private void moveTo(int player, double[] own, double[] other) {
    game.moveTo(player == 0 ? own : other, player == 0 ? other : own);
  }

  /** What own parameters are worth behind the other's answer. */
  double value(int player, double[] own, double[] other) {
    answer(player, own, other);
    moveTo(player, own, path[STEPS]);
    return game.value(player);
  }

  private void answer(int player, double[] own, double[] other) {
    int opponent = 1 - player;
    double[] slope = new double[own.length];
    double[] back = new double[own.length];
    System.arraycopy(other, 0, path[0], 0, other.length);
    for (int step = 0; step < STEPS; step++) {
      moveTo(player, own, path[step]);
      game.gradient(opponent, opponent, slope);
      game.divergence(other, path[step], back);
      for (int s = 0; s < slope.length; s++) {
        path[step + 1][s] = path[step][s] + STEP * (alpha * slope[s] - back[s]);
      }
    }
  }

  /** Its derivative by the own parameters, through every step of the answer. */
  double[] slope(int player, double[] own, double[] other) {
    int opponent = 1 - player;
    answer(player, own, other);
    moveTo(player, own, path[STEPS]);
    double[] total = new double[own.length];
    double[] through = new double[own.length];
    game.gradient(player, player, total);
    game.gradient(player, opponent, through);
    double[] mixed = new double[own.length];
    double[] bent = new double[own.length];
    double[] held = new double[own.length];
    for (int step = STEPS - 1; step >= 0; step--) {
      moveTo(player, own, path[step]);
      game.product(opponent, player, opponent, through, mixed);
      game.product(opponent, opponent, opponent, through, bent);
      game.divergenceProduct(path[step], through, held);
      for (int s = 0; s < total.length; s++) {
        total[s] += STEP * alpha * mixed[s];
        through[s] += STEP * (alpha * bent[s] - held[s]);
      }
    }
    return total;
  }
}
