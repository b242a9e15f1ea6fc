package gmrl.app.figure;

import gmrl.app.chart.ChartModel;
import gmrl.experiment.Family;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A panel that shows one experiment of a family: its small and its re-seeded variants are the
 * family's.
 *
 * @param <S> specification of the family
 * @param <R> its result
 */
public interface FamilyPanel<S, R> extends VariedPanel<S> {

  @Override
  Family<S, R> family();

  /** What is run. */
  S spec();

  /** The same panel of another experiment. */
  PanelPlan of(S other);

  /** The chart of a result. */
  ChartModel chart(R result);

  @Override
  default S first() {
    return spec();
  }

  @Override
  default PanelPlan map(UnaryOperator<S> change) {
    return of(change.apply(spec()));
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
