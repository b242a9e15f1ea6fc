package gmrl.atari.learn;

import gmrl.atari.Episode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one update, or one window of meta-gradient RL, did.
 *
 * @param steps decisions of all environments together since the run began
 * @param updates inner updates since the run began
 * @param rate α of this update
 * @param valueLoss mean over the inner updates of mean (R − V)²
 * @param policyLoss likewise of −mean (R − V) log π
 * @param entropy likewise of the policy's entropy, in nats
 * @param gradientNorm likewise of the global norm before the clip
 * @param coefficients γ, λ and the two weights after the update
 * @param meta the meta-gradient, or null for learners without
 * @param episodes games that ended
 */
public record UpdateReport(
    long steps,
    long updates,
    double rate,
    double valueLoss,
    double policyLoss,
    double entropy,
    double gradientNorm,
    MetaParameters coefficients,
    @Nullable MetaReport meta,
    List<Episode> episodes) {

  public UpdateReport {
    episodes = List.copyOf(episodes);
  }

  /** Whether the losses are numbers; a network that is not makes none. */
  public boolean finite() {
    return Double.isFinite(valueLoss) && Double.isFinite(policyLoss) && Double.isFinite(entropy);
  }
}
