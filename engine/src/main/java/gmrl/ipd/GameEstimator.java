package gmrl.ipd;

import java.util.Arrays;
import java.util.Locale;

/**
 * Surrogates of an agent's value on sampled joint trajectories, r_t = π₁π₂/stop(π₁π₂) the ratio of
 * step t, ρ_t = Π_{i≤t} r_i, v the agent's critic.
 *
 * <p>All but {@link #DICE} share one gradient; they differ in second derivatives, which is where
 * LOLA's correction lives.
 */
public enum GameEstimator {
  /** Σ γ^t reward_t ρ_t: unbiased up to the horizon, high variance (Foerster et al., ICML 2018). */
  DICE("dice-no-baseline"),
  /** DiCE plus Σ γ^t v(s_t)(1 − r_t): same expectation, less variance; the reference default. */
  DICE_BASELINE("dice-baseline"),
  /**
   * Σ γ^t Â_t(ρ_t − ρ_{t−1}), Â_t the rewards to come less v(s_t): the baseline also calms the
   * second derivatives (Farquhar et al., NeurIPS 2019).
   */
  LOADED("loaded"),
  /**
   * Σ γ^t Â_t(r_t − 1): only products of scores within one step survive, so the influence of one
   * agent's action on the other's later ones is lost: low variance, biased (Rothfuss et al., 2018).
   * On replayed rollouts it is off-policy DiCE's weighted return with this per-step curvature.
   */
  LVC("lvc");

  /**
   * The reference program's name for DiCE with a baseline, accepted wherever a name is read; of
   * tabular problems {@code dice} is DiCE without one, so nothing here is written under it.
   */
  public static final String REFERENCE_NAME = "dice";

  private final String label;

  GameEstimator(String label) {
    this.label = label;
  }

  /** Name on the command line and in files. */
  public String label() {
    return label;
  }

  /** What papers call it. */
  public String title() {
    return switch (this) {
      case DICE -> "DiCE without a baseline";
      case DICE_BASELINE -> "DiCE with a baseline";
      case LOADED -> "loaded DiCE";
      case LVC -> "LVC";
    };
  }

  /**
   * Finds an estimator by its label; {@code dice} is the one with a baseline, as in the reference.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static GameEstimator named(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    String wanted = lower.equals(REFERENCE_NAME) ? DICE_BASELINE.label : lower;
    return Arrays.stream(values())
        .filter(e -> e.label.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown estimator '"
                        + label
                        + "', expected one of "
                        + String.join(
                            ", ", Arrays.stream(values()).map(GameEstimator::label).toList())));
  }
}
