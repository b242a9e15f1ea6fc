package gmrl.experiment.ipd;

import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.SeedHistory;
import gmrl.meta.MeanEstimate;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One condition's outcome beside what is known from elsewhere.
 *
 * @param condition what was run
 * @param last return after the last update, over seeds
 * @param defecting seeds whose last return is below {@value #DEFECTION}
 * @param seeds number of seeds
 * @param correlation correlation of the meta-gradient, over all updates and seeds
 * @param relativeError relative error of the meta-gradient, median over all updates and seeds
 * @param compared return after the update the known number belongs to, if there is one
 */
public record LolaReport(
    LolaCondition condition,
    MeanEstimate last,
    int defecting,
    int seeds,
    MeanEstimate correlation,
    double relativeError,
    Optional<MeanEstimate> compared) {

  /** A return per step below this counts as mutual defection (−2) having won. */
  public static final double DEFECTION = -1.65;

  /** Reads the outcome off a finished run. */
  public static LolaReport of(LolaCondition condition, LolaSnapshot snapshot) {
    int updates = snapshot.updates();
    double[] correlations =
        snapshot.seeds().stream()
            .mapToDouble(
                seed ->
                    MeanEstimate.of(numbers(seed, updates, LolaUpdate::meanCorrelation).toArray())
                        .mean())
            .toArray();
    double[] errors =
        snapshot.seeds().stream()
            .flatMapToDouble(seed -> numbers(seed, updates, LolaUpdate::meanRelativeError))
            .sorted()
            .toArray();
    return new LolaReport(
        condition,
        snapshot.over(updates, LolaUpdate::meanReturn),
        (int)
            snapshot.seeds().stream()
                .filter(seed -> seed.get(updates).meanReturn() < DEFECTION)
                .count(),
        snapshot.seeds().size(),
        MeanEstimate.of(correlations),
        errors[errors.length / 2],
        condition
            .known()
            .filter(known -> known.update() <= updates)
            .map(known -> snapshot.over(known.update(), LolaUpdate::meanReturn)));
  }

  /**
   * How far the return lies from the known one, in standard errors of the difference.
   *
   * @return empty without a known number
   */
  public Optional<Double> distance() {
    return condition
        .known()
        .flatMap(
            known ->
                compared.map(
                    mean ->
                        (mean.mean() - known.mean())
                            / Math.max(
                                1e-2, Math.hypot(mean.standardError(), known.standardError()))));
  }

  private static DoubleStream numbers(
      SeedHistory seed, int updates, ToDoubleFunction<LolaUpdate> number) {
    return IntStream.rangeClosed(1, updates)
        .mapToDouble(update -> number.applyAsDouble(seed.get(update)));
  }
}
