package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import gmrl.experiment.Family;
import java.util.List;

/**
 * A panel that shows one experiment of a family: its small and its re-seeded variants are the
 * family's.
 *
 * @param <S> specification of the family
 * @param <R> its result
 */
public interface FamilyPanel<S, R> extends PanelPlan {

  /** Whose experiment it is. */
  Family<S, R> family();

  /** What is run. */
  S spec();

  /** The same panel of another experiment. */
  PanelPlan of(S other);

  /** The chart of a result. */
  ChartModel chart(R result);

  @Override
  default PanelPlan quick() {
    return of(family().quick(spec()));
  }

  @Override
  default PanelPlan withSeed(long seed) {
    return of(family().withSeed(spec(), seed));
  }

  @Override
  default long seed() {
    return family().seed(spec());
  }

  @Override
  default List<Part<?>> parts() {
    return List.of(part());
  }

  @Override
  default ChartModel chart(Results results) {
    return chart(results.of(part()));
  }

  private Part<R> part() {
    return new Part<>(spec(), family().experiment(spec()));
  }
}
