package gmrl.atari.learn;

import java.util.Arrays;

/**
 * The functional whose derivative an outer loss estimates: what T steps from where the environments
 * stand are worth,
 *
 * <pre>
 *   J = 1/(T N) Σ_i Σ_t γ^t r_t,   γ^T V̄ in place of what comes after the T steps,
 * </pre>
 *
 * with the critic V̄ of the checkpoint at the outer γ, which nothing moves; an episode that ends is
 * worth nothing beyond, and the one that follows it is not counted.
 */
final class WindowReturn {
  private final Segment segment;
  private final float[] values;
  private final double gamma;

  /**
   * @param segment T steps of each environment
   * @param values V̄ [(T+1)·N]
   * @param gamma outer γ
   */
  WindowReturn(Segment segment, float[] values, double gamma) {
    this.segment = segment;
    this.values = values;
    this.gamma = gamma;
  }

  /** J of these steps. */
  double value() {
    return Arrays.stream(shares()).sum();
  }

  /** What each environment adds to J [N]. */
  double[] shares() {
    double[] out = new double[segment.environments()];
    Arrays.setAll(out, i -> toGo(i)[0] / segment.samples());
    return out;
  }

  /** Weights w [T·N] with ∇J = E Σ w ∇log π: γ^t (R_t − V̄(s_t)) / (T N), 0 after an end. */
  float[] weights() {
    int n = segment.environments();
    float[] out = new float[segment.samples()];
    for (int i = 0; i < n; i++) {
      double[] toGo = toGo(i);
      double discount = 1;
      for (int t = 0; t < segment.steps(); t++) {
        int at = t * n + i;
        out[at] = (float) (discount * (toGo[t] - values[at]) / segment.samples());
        if (ended(at)) {
          break;
        }
        discount *= gamma;
      }
    }
    return out;
  }

  private double[] toGo(int environment) {
    int n = segment.environments();
    int steps = segment.steps();
    double[] out = new double[steps + 1];
    out[steps] = values[steps * n + environment];
    for (int t = steps - 1; t >= 0; t--) {
      int at = t * n + environment;
      out[t] = segment.rewards()[at] + (ended(at) ? 0 : gamma * out[t + 1]);
    }
    return out;
  }

  /** Ends of either kind: a time limit counts as one here. */
  private boolean ended(int at) {
    return segment.terminated()[at]
        || segment.cuts().stream().anyMatch(cut -> cut.position() == at);
  }
}
