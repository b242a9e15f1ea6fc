package gmrl.experiment.tabular;

import com.fasterxml.jackson.annotation.JsonProperty;
import gmrl.experiment.Ranges;

/**
 * A controlled error of the Hessian slot: H + diag(2 (c + noise · 0.3 ε) / (S·A)), ε ~ N(0,1).
 *
 * @param coefficient c, finite
 * @param noise factor of the random part, 0 or more; the paper's runs with a coefficient have 1
 */
public record HessianError(
    @JsonProperty("hessianCoef") double coefficient, @JsonProperty("hessianNoise") double noise) {
  /** No error. */
  public static final HessianError NONE = new HessianError(0, 0);

  /** Checks the ranges. */
  public HessianError {
    Ranges.finite("hessianCoef", coefficient);
    Ranges.nonNegative("hessianNoise", noise);
  }

  /** Whether there is any error at all. */
  public boolean isNone() {
    return coefficient == 0 && noise == 0;
  }
}
