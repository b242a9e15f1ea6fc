package gmrl.atari.learn;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.EnumSet;
import java.util.Set;

/**
 * How coefficients are learnt.
 *
 * @param innerSteps K, inner updates of a window, at least 1
 * @param metaLr step size of the meta-parameters' Adam
 * @param learned which coefficients are learnt; the others stay
 * @param detachGamma whether the γ that the critic is told is a constant for derivatives
 * @param outer what they are judged by
 * @param mixture μ in 0 … 1: the outer loss is the mean of those at θ¹ … θᴷ with weights
 *     proportional to μ^(K−k), so that 0 is the loss at θᴷ alone and 1 their plain mean
 */
@RecordBuilder
public record MetaSettings(
    int innerSteps,
    double metaLr,
    Set<MetaParameters.Name> learned,
    boolean detachGamma,
    OuterLoss outer,
    double mixture)
    implements MetaSettingsBuilder.With {

  public MetaSettings {
    if (innerSteps < 1) {
      throw new IllegalArgumentException("K is " + innerSteps + ", expected 1 or more");
    }
    if (!(metaLr >= 0 && Double.isFinite(metaLr))) {
      throw new IllegalArgumentException("meta_lr is " + metaLr + ", expected 0 or more");
    }
    if (!(mixture >= 0 && mixture <= 1)) {
      throw new IllegalArgumentException("mixture is " + mixture + ", expected 0 … 1");
    }
    learned =
        learned.isEmpty()
            ? Set.of()
            : java.util.Collections.unmodifiableSet(EnumSet.copyOf(learned));
  }

  /** K = 3, Adam at .001 on all four, the published outer loss at θᴷ. */
  public static MetaSettings published() {
    return new MetaSettings(
        3, 1e-3, EnumSet.allOf(MetaParameters.Name.class), true, OuterLoss.published(), 0);
  }

  /** Weight of the outer loss at θᵏ. */
  double weight(int k) {
    double sum = 0;
    for (int j = 1; j <= innerSteps; j++) {
      sum += Math.pow(mixture, innerSteps - j);
    }
    return Math.pow(mixture, innerSteps - k) / sum;
  }
}
