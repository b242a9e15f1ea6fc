package gmrl.experiment.ipd;

import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.SeedHistory;
import gmrl.meta.MeanEstimate;
import java.util.List;
import java.util.function.Predicate;
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
 * @param comparisons our return beside each number known for a recorded update
 */
public record LolaReport(
    LolaCondition condition,
    MeanEstimate last,
    int defecting,
    int seeds,
    MeanEstimate correlation,
    double relativeError,
    List<Comparison> comparisons) {

  /** Freezes the list. */
  public LolaReport {
    comparisons = List.copyOf(comparisons);
  }

  /** A return per step below this counts as mutual defection (−2) having won. */
  public static final double DEFECTION = -1.65;

  /** One above this counts as mutual cooperation (−1) having won, which is as far from it. */
  public static final double COOPERATION = -1.35;

  /** Seeds whose return after an update is below {@link #DEFECTION}. */
  public static int defecting(LolaSnapshot snapshot, int update) {
    return count(snapshot, seed -> seed.get(update).meanReturn() < DEFECTION);
  }

  /** Seeds whose return after an update is above {@link #COOPERATION}. */
  public static int cooperating(LolaSnapshot snapshot, int update) {
    return count(snapshot, seed -> seed.get(update).meanReturn() > COOPERATION);
  }

  private static int count(LolaSnapshot snapshot, Predicate<SeedHistory> which) {
    return (int) snapshot.seeds().stream().filter(which).count();
  }

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
        defecting(snapshot, updates),
        snapshot.seeds().size(),
        MeanEstimate.of(correlations),
        errors[errors.length / 2],
        condition.known().stream()
            .filter(known -> known.update() <= updates)
            .map(
                known ->
                    new Comparison(known, snapshot.over(known.update(), LolaUpdate::meanReturn)))
            .toList());
  }

  /**
   * Our return beside a known one.
   *
   * @param known the number from elsewhere
   * @param ours over seeds, after the same update
   */
  public record Comparison(LolaCondition.Known known, MeanEstimate ours) {
    /** Below this both are the same number to the digits that are known. */
    private static final double ROUNDING = .005;

    /** How far ours lies from the known one, in standard errors of the difference. */
    public double distance() {
      double error = Double.isNaN(ours.standardError()) ? 0 : ours.standardError();
      return (ours.mean() - known.mean())
          / Math.max(ROUNDING, Math.hypot(error, known.standardError()));
    }
  }

  private static DoubleStream numbers(
      SeedHistory seed, int updates, ToDoubleFunction<LolaUpdate> number) {
    return IntStream.rangeClosed(1, updates)
        .mapToDouble(update -> number.applyAsDouble(seed.get(update)));
  }
}
