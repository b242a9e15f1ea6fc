package gmrl.app.figure;

import gmrl.experiment.Family;
import java.util.function.UnaryOperator;

/**
 * A panel that shows experiments of one family: its small and its re-seeded variants are the
 * family's.
 *
 * @param <S> specification of the family
 */
public interface VariedPanel<S> extends PanelPlan {

  /** Whose experiments these are. */
  Family<S, ?> family();

  /** The first of them. */
  S first();

  /** The same panel with every experiment changed. */
  PanelPlan map(UnaryOperator<S> change);

  @Override
  default PanelPlan quick() {
    return map(family()::quick);
  }

  @Override
  default PanelPlan withSeed(long seed) {
    return map(spec -> family().withSeed(spec, seed));
  }

  @Override
  default long seed() {
    return family().seed(first());
  }
}
