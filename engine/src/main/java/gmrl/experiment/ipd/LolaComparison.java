package gmrl.experiment.ipd;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Keeper;
import gmrl.experiment.ResumableExperiment;
import gmrl.experiment.Workers;
import gmrl.ipd.LolaSnapshot;
import gmrl.numpy.StateArrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Runs several conditions side by side: all of them grow at once, each stride taking about the same
 * time.
 *
 * <p>A snapshot holds what each condition has recorded, in the order of the conditions.
 */
public final class LolaComparison implements ResumableExperiment<List<LolaSnapshot>> {
  private static final double SECONDS_PER_SNAPSHOT = .04;

  private static final long FIRST_NANOS = 60_000_000L;

  private final List<LolaSpec> specs;
  private final BooleanSupplier single;
  private final long quietNanos;

  /** A comparison that goes as fast as it can and publishes from the first update on. */
  public LolaComparison(List<LolaSpec> specs) {
    this(specs, () -> false, 0);
  }

  /**
   * A comparison for someone who drags a slider and sees first snapshots only: they should show
   * more than a stub.
   *
   * @param specs the conditions, at least one
   * @param single asked before every round; while true, a round is one update of each condition
   */
  public LolaComparison(List<LolaSpec> specs, BooleanSupplier single) {
    this(specs, single, FIRST_NANOS);
  }

  private LolaComparison(List<LolaSpec> specs, BooleanSupplier single, long quietNanos) {
    if (specs.isEmpty()) {
      throw new IllegalArgumentException("no conditions to compare, expected at least one");
    }
    this.specs = List.copyOf(specs);
    this.single = single;
    this.quietNanos = quietNanos;
  }

  @Override
  public String units() {
    return specs.size() == 1 ? "updates" : "updates in " + specs.size() + " conditions";
  }

  @Override
  public long total() {
    return specs.stream().mapToLong(LolaSpec::updates).sum();
  }

  @Override
  public List<LolaSnapshot> run(
      Workers workers,
      CancellationToken token,
      Keeper keeper,
      Snapshots<List<LolaSnapshot>> snapshots) {
    List<Strider> striders = specs.stream().map(Strider::new).toList();
    keeper.takeUp(state -> carry(state, striders));
    long start = System.nanoTime();
    while (!striders.stream().allMatch(Strider::isFinished)) {
      boolean oneUpdate = single.getAsBoolean();
      List<Strider> going = striders.stream().filter(s -> !s.isFinished()).toList();
      for (Strider strider : going) {
        strider.advance(SECONDS_PER_SNAPSHOT / going.size(), oneUpdate, workers, token);
      }
      if (oneUpdate || System.nanoTime() - start > quietNanos) {
        publish(striders, snapshots);
      }
      keeper.putDown(state -> carry(state, striders));
    }
    return snapshot(striders);
  }

  private static void carry(StateArrays state, List<Strider> striders) {
    for (int i = 0; i < striders.size(); i++) {
      striders.get(i).carry(state.part("condition" + i));
    }
  }

  private static void publish(List<Strider> striders, Snapshots<List<LolaSnapshot>> snapshots) {
    snapshots.publish(striders.stream().mapToLong(Strider::done).sum(), snapshot(striders));
  }

  private static List<LolaSnapshot> snapshot(List<Strider> striders) {
    return striders.stream().map(Strider::snapshot).toList();
  }
}
