package gmrl.app.state;

import gmrl.experiment.tabular.TabularSetup;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything a person has chosen: the one immutable state behind the window, its undo history, its
 * files and its links. The common knobs, and a typed place for each family.
 *
 * @param setup problem, MDPs, inner loop and slots
 * @param samples |τ| of slots that are sampled only in some plot
 * @param trials trial budget per MDP and point
 * @param seed of everything random
 * @param seedLocked whether new seeds are refused
 * @param parts what families hold; a family that is absent stands as at a first start
 */
@RecordBuilder
public record LabState(
    TabularSetup setup,
    int samples,
    int trials,
    long seed,
    boolean seedLocked,
    Map<StatePart<?>, Object> parts)
    implements LabStateBuilder.With {

  /** Checks the numbers and copies the map. */
  public LabState {
    if (samples < 1) {
      throw new IllegalArgumentException("samples is " + samples + ", expected 1 or more");
    }
    if (trials < 2) {
      throw new IllegalArgumentException(
          "trials is " + trials + ", expected 2 or more, since a variance needs two");
    }
    if (seed > LAST_SEED) {
      throw new IllegalArgumentException(
          "The seed is "
              + seed
              + "; expected at most "
              + LAST_SEED
              + ", for other seeds follow from it.");
    }
    parts = Map.copyOf(parts);
  }

  /** As many seeds as any experiment runs can follow from it. */
  public static final long LAST_SEED = Long.MAX_VALUE - 10_000;

  /**
   * α of a first start. The paper's correlation studies use 10, where the relative bias of deeper
   * loops is off every scale; from here all trends can be seen.
   */
  public static final double FIRST_ALPHA = 3;

  /** What a first start shows. */
  public static LabState initial() {
    TabularSetup setup = TabularSetup.paper().withAlpha(FIRST_ALPHA);
    return new LabState(setup, 32, 200, 42, false, Map.of());
  }

  /** What a family holds. */
  @SuppressWarnings("unchecked") // put there by with
  public <P> P part(StatePart<P> part) {
    Object value = parts.get(part);
    return value == null ? part.initial() : (P) value;
  }

  /** The same with another value of a family. */
  public <P> LabState with(StatePart<P> part, P value) {
    Map<StatePart<?>, Object> all = new HashMap<>(parts);
    if (value.equals(part.initial())) {
      all.remove(part);
    } else {
      all.put(part, value);
    }
    return withParts(all);
  }

  /** The same with another |τ| in every sampled slot. */
  @Override
  public LabState withSamples(int other) {
    return withSetup(setup.withSamples(other)).withPlotSamples(other);
  }

  /** The same with another |τ| for slots that are sampled only in some plot. */
  public LabState withPlotSamples(int other) {
    return with().samples(other).build();
  }
}
