package gmrl.atari.learn;

import org.jspecify.annotations.Nullable;

/**
 * One meta-gradient, by the raw numbers whose logistic functions are γ, λ, value and entropy
 * coefficient.
 *
 * @param outerLoss J_out, weighted over the iterates if they are mixed
 * @param gradient [4]
 * @param diagnosis both surrogates on the same experience, if it was asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record MetaReport(double outerLoss, double[] gradient, @Nullable Diagnosis diagnosis) {

  /** Whether every entry is a number; an update is left out otherwise. */
  public boolean finite() {
    for (double g : gradient) {
      if (!Double.isFinite(g)) {
        return false;
      }
    }
    return true;
  }
}
