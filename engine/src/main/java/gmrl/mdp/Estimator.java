package gmrl.mdp;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Surrogate objectives whose derivatives estimate ∇J and ∇²J from trajectories.
 *
 * <p>With r_t = π/stop(π), ρ_t = Π_{i≤t} r_i, bootstrapped return R̂_t, advantage Â_t = R̂_t −
 * V̂(s_t):
 */
public enum Estimator {
  /**
   * Σ γ^t Â_t log π_t: plain differentiation of the policy-gradient loss; its Hessian is biased.
   */
  MAML("maml", Curvature.LOG_PROBABILITY, Critic.BOOTSTRAP),
  /**
   * Σ γ^t Â_t (r_t − 1): low-variance curvature (Rothfuss et al. 2018); low variance, some bias.
   */
  LVC("lvc", Curvature.PER_STEP, Critic.BOOTSTRAP),
  /**
   * Σ γ^t Â_t (ρ_t − ρ_{t−1}): loaded DiCE (Farquhar et al. 2019), step-wise doubly robust;
   * unbiased up to the horizon.
   *
   * <p>With a discount λ of distant causal dependencies (their section 4), Σ γ^t Â_t (f(w_t) − f(λ
   * w_{t−1})), w_t = λ w_{t−1} + log π_t, f(x) = exp(x − stop(x)): the second derivative keeps
   * λ^{t−i} of the pairs of steps i &lt; t. λ = 0 is {@code lvc}, λ = 1 the surrogate above, and
   * between them bias is exchanged for variance. See {@link Sampling#loadedDiscount}.
   */
  LOADED("loaded", Curvature.CUMULATIVE, Critic.BOOTSTRAP),
  /** Σ γ^t r_t ρ_t without a critic: DiCE (Foerster et al. 2018); unbiased up to γ^T, noisy. */
  DICE("dice", Curvature.CUMULATIVE, Critic.NONE),
  /**
   * Σ γ^t r_t ρ_t + Σ γ^t V̂(s_t) (1 − r_t): DiCE with its baseline term, no bootstrap; unbiased up
   * to γ^T, less noisy in the gradient.
   */
  DICE_BASELINE("dice-baseline", Curvature.CUMULATIVE, Critic.BASELINE),
  /**
   * Σ γ^t Â_t (r_t − 1) (1 + Σ_{i<t} (r_i − 1)): Taylor expansion of the return to second order in
   * the ratios (Tang et al. 2020; 2021 for meta-gradients). On-policy it has the first and second
   * derivatives of {@code loaded}, trajectory by trajectory; only third derivatives differ.
   */
  TAYPO2("taypo2", Curvature.CUMULATIVE, Critic.BOOTSTRAP),
  /**
   * Σ γ^t R̂_t log π_t without a critic (Williams 1992): the gradient of {@code dice}, with the
   * biased Hessian of {@code maml}.
   */
  REINFORCE("reinforce", Curvature.LOG_PROBABILITY, Critic.NONE),
  /**
   * Σ γ^t (R̂_t − V̂(s_t)) log π_t without a bootstrap: REINFORCE with DiCE's baseline; the
   * gradient of {@code dice-baseline}, with a biased Hessian.
   */
  REINFORCE_BASELINE("reinforce-baseline", Curvature.LOG_PROBABILITY, Critic.BASELINE);

  /** How a surrogate's second derivative is put together. */
  enum Curvature {
    LOG_PROBABILITY,
    PER_STEP,
    CUMULATIVE
  }

  /** Where the critic enters. */
  enum Critic {
    NONE,
    BASELINE,
    BOOTSTRAP
  }

  /** The name that repeated games give to DiCE without a baseline. */
  private static final String PLAIN_DICE = "dice-no-baseline";

  private final String token;
  private final Curvature curvature;
  private final Critic critic;

  Estimator(String token, Curvature curvature, Critic critic) {
    this.token = token;
    this.curvature = curvature;
    this.critic = critic;
  }

  /** The name used on the command line and in files. */
  public String token() {
    return token;
  }

  /** What it is called where people read it; MAML is a meta-learner, too, and not this. */
  public String title() {
    return switch (this) {
      case MAML -> "plain differentiation";
      case LVC -> "LVC";
      case LOADED -> "loaded DiCE";
      case DICE -> "DiCE";
      case DICE_BASELINE -> "DiCE + baseline";
      case TAYPO2 -> "second-order TayPO";
      case REINFORCE -> "REINFORCE";
      case REINFORCE_BASELINE -> "REINFORCE + baseline";
    };
  }

  /** Whether the estimate changes with the critic V̂. */
  public boolean usesCritic() {
    return critic != Critic.NONE;
  }

  /**
   * Whether the sum of rewards stops at the horizon. A bootstrap there puts back the value of what
   * lies beyond, not how it depends on the policy: a bias of order γ^T is left either way.
   */
  public boolean truncatesAtHorizon() {
    return critic != Critic.BOOTSTRAP;
  }

  /**
   * The estimator with the same gradient whose second derivative is that gradient's own derivative
   * with the trajectories held fixed: a log-probability surrogate.
   */
  public Estimator pathwise() {
    return switch (critic) {
      case BOOTSTRAP -> MAML;
      case NONE -> REINFORCE;
      case BASELINE -> REINFORCE_BASELINE;
    };
  }

  /** One estimator for all that share this one's gradient, whatever their second derivatives. */
  public Estimator firstOrder() {
    return switch (critic) {
      case BOOTSTRAP -> LVC;
      case NONE -> DICE;
      case BASELINE -> DICE_BASELINE;
    };
  }

  /** The estimator with the same gradient whose second derivative is right but for the horizon. */
  public Estimator unbiasedCurvature() {
    return switch (critic) {
      case BOOTSTRAP -> LOADED;
      case NONE -> DICE;
      case BASELINE -> DICE_BASELINE;
    };
  }

  Curvature curvature() {
    return curvature;
  }

  Critic critic() {
    return critic;
  }

  /**
   * Finds an estimator by its token, ignoring case.
   *
   * @throws IllegalArgumentException naming the token and the known ones
   */
  public static Estimator parse(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    String wanted = lower.equals(PLAIN_DICE) ? DICE.token : lower;
    for (Estimator estimator : values()) {
      if (estimator.token.equals(wanted)) {
        return estimator;
      }
    }
    throw new IllegalArgumentException(
        "estimator is '"
            + token
            + "', expected one of "
            + Arrays.stream(values()).map(Estimator::token).collect(Collectors.joining(", ")));
  }
}
