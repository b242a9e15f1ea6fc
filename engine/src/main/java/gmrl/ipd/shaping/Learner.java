package gmrl.ipd.shaping;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * In which direction both players move at once. With ξ_i = ∂V_i/∂θ_i, H = ∂ξ/∂θ, H_o its part off
 * the diagonal of players, χ_i = (∂²V_j/∂θ_i∂θ_j) ∂V_i/∂θ_j and A = (H − Hᵀ)/2, as directions of
 * ascent:
 */
public enum Learner {
  /** ξ: each climbs as if the other stood still. */
  NAIVE("naive"),
  /**
   * ξ + α H_o ξ: climbs where the other will be after its step (Zhang and Lesser 2010); its step is
   * not shaped.
   */
  LOOKAHEAD("lookahead"),
  /** ξ + α H_o ξ + α χ: LOLA to first order in α (Foerster et al. 2018). */
  LOLA("lola"),
  /**
   * ξ − λ s Aᵀξ, s the sign of ⟨ξ, Hᵀξ⟩⟨Aᵀξ, Hᵀξ⟩ + 1/20: symplectic gradient adjustment (Balduzzi
   * et al. 2018), which turns away from cycling.
   */
  SGA("sga"),
  /** ξ − λ Hᵀξ: consensus optimisation (Mescheder et al. 2017), which also descends ‖ξ‖². */
  CONSENSUS("consensus"),
  /**
   * ξ + α H_o ξ + p α χ: stable opponent shaping (Letcher et al. 2019). p ≤ 1 keeps at least half
   * of the look-ahead's own direction, and falls as ‖ξ‖² near fixed points: LOLA far away,
   * look-ahead where that is what finds them.
   */
  SOS("sos"),
  /**
   * Towards where proximal LOLA leads (Zhao et al. 2022), see {@link ProximalLookahead}: no formula
   * at one point, but a climb of its own.
   */
  POLA("pola");

  /** Share of the look-ahead that stable opponent shaping keeps, a. */
  private static final double KEPT = 0.5;

  /** Below this ‖ξ‖ a fixed point is near, b. */
  private static final double NEAR = 0.1;

  /** What decides between 0 and 0 in the alignment of the adjustment, times the parameters. */
  private static final double ALIGNMENT = 0.1;

  private final String token;

  Learner(String token) {
    this.token = token;
  }

  /** The name used on the command line and in files. */
  public String token() {
    return token;
  }

  /** What it is called where people read it. */
  public String title() {
    return switch (this) {
      case NAIVE, CONSENSUS -> token;
      case LOOKAHEAD -> "look-ahead";
      case LOLA -> "LOLA";
      case SGA -> "symplectic gradient adjustment";
      case SOS -> "stable opponent shaping";
      case POLA -> "proximal LOLA";
    };
  }

  /** Whether the direction is a formula at one point. */
  public boolean isLocal() {
    return this != POLA;
  }

  /** Whether second derivatives of the values are needed. */
  public boolean usesCurvature() {
    return this != NAIVE;
  }

  /**
   * Finds a learner by its token.
   *
   * @throws IllegalArgumentException naming the token and the known ones
   */
  public static Learner parse(String token) {
    String wanted = token.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(learner -> learner.token.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "learner is '"
                        + token
                        + "', expected one of "
                        + Arrays.stream(values())
                            .map(Learner::token)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * The direction of both players.
   *
   * <p>Where the three views of the game are independent estimates, every product in it has the
   * product of the means as its mean; only the signs and shares of {@link #SGA} and {@link #SOS}
   * are not linear.
   *
   * @param outer for ξ itself
   * @param inner for the gradients that second derivatives are multiplied with
   * @param hessian for second derivatives
   * @param alpha α, the step that a player expects of the other
   * @param lambda λ, the weight of an adjustment
   * @param direction [2][d], overwritten
   */
  public void direction(
      DifferentiableGame outer,
      DifferentiableGame inner,
      DifferentiableGame hessian,
      double alpha,
      double lambda,
      double[][] direction) {
    int d = outer.size();
    for (int i = 0; i < 2; i++) {
      outer.gradient(i, i, direction[i]);
    }
    if (this == NAIVE) {
      return;
    }
    double[][] xi = gradients(inner, true);
    double[][] change = new double[2][d];
    switch (this) {
      case LOOKAHEAD -> add(alpha, opponentMoves(hessian, xi), direction);
      case LOLA -> {
        add(alpha, opponentMoves(hessian, xi), direction);
        add(alpha, shaping(hessian, gradients(inner, false)), direction);
      }
      case SOS -> {
        double[][] still = copy(direction);
        add(alpha, opponentMoves(hessian, xi), direction);
        double[][] shape = shaping(hessian, gradients(inner, false));
        add(alpha * share(direction, shape, still, alpha), shape, direction);
      }
      case CONSENSUS -> add(-lambda, transposed(hessian, xi), direction);
      case SGA -> {
        double[][] gathered = transposed(hessian, xi);
        add(0.5, gathered, change);
        add(-0.5, times(hessian, xi), change);
        double aligned = dot(xi, gathered) * dot(change, gathered) / (2.0 * d) + ALIGNMENT;
        add(-lambda * Math.signum(aligned), change, direction);
      }
      case NAIVE, POLA -> throw new IllegalStateException(token + " is no formula of curvature");
    }
  }

  /** ∂V_i/∂θ_i, or ∂V_i/∂θ_j. */
  private static double[][] gradients(DifferentiableGame game, boolean own) {
    double[][] gradients = new double[2][game.size()];
    for (int i = 0; i < 2; i++) {
      game.gradient(i, own ? i : 1 - i, gradients[i]);
    }
    return gradients;
  }

  /** H_o ξ: how the own slope changes with the other's step. */
  private static double[][] opponentMoves(DifferentiableGame game, double[][] xi) {
    double[][] out = new double[2][game.size()];
    for (int i = 0; i < 2; i++) {
      game.product(i, i, 1 - i, xi[1 - i], out[i]);
    }
    return out;
  }

  /** χ: how the other's step changes with the own parameters, along what it is worth. */
  private static double[][] shaping(DifferentiableGame game, double[][] cross) {
    double[][] out = new double[2][game.size()];
    for (int i = 0; i < 2; i++) {
      game.product(1 - i, i, 1 - i, cross[i], out[i]);
    }
    return out;
  }

  /** H ξ. */
  private static double[][] times(DifferentiableGame game, double[][] xi) {
    double[][] out = opponentMoves(game, xi);
    addOwn(game, xi, out);
    return out;
  }

  /** Hᵀ ξ. */
  private static double[][] transposed(DifferentiableGame game, double[][] xi) {
    double[][] out = new double[2][game.size()];
    for (int i = 0; i < 2; i++) {
      game.product(1 - i, i, 1 - i, xi[1 - i], out[i]);
    }
    addOwn(game, xi, out);
    return out;
  }

  private static void addOwn(DifferentiableGame game, double[][] xi, double[][] out) {
    double[][] own = new double[2][game.size()];
    for (int i = 0; i < 2; i++) {
      game.product(i, i, i, xi[i], own[i]);
    }
    add(1, own, out);
  }

  private static double share(double[][] ahead, double[][] shape, double[][] still, double alpha) {
    double along = alpha * dot(shape, ahead);
    double first = along >= 0 ? 1 : Math.min(1, -KEPT * dot(ahead, ahead) / along);
    double slope2 = dot(still, still);
    return Math.min(first, slope2 < NEAR * NEAR ? slope2 : 1);
  }

  private static void add(double factor, double[][] what, double[][] to) {
    for (int i = 0; i < 2; i++) {
      for (int s = 0; s < to[i].length; s++) {
        to[i][s] += factor * what[i][s];
      }
    }
  }

  private static double dot(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      for (int s = 0; s < a[i].length; s++) {
        sum += a[i][s] * b[i][s];
      }
    }
    return sum;
  }

  private static double[][] copy(double[][] rows) {
    return new double[][] {rows[0].clone(), rows[1].clone()};
  }
}
