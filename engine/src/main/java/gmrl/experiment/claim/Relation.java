package gmrl.experiment.claim;

import gmrl.experiment.ShortNumber;
import gmrl.meta.Interval;

/**
 * Where a number must lie for a statement to be true, fixed before anything was computed.
 *
 * @param low least value; −∞ for none
 * @param high largest value; ∞ for none
 */
public record Relation(double low, double high) {

  /** Refuses an empty range and one that forbids nothing. */
  public Relation {
    if (!(low <= high) || (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the range is " + low + " to " + high + ", expected one that leaves something out");
    }
  }

  /** More than a threshold. */
  static Relation above(double threshold) {
    return new Relation(threshold, Double.POSITIVE_INFINITY);
  }

  /** Less than a threshold. */
  static Relation below(double threshold) {
    return new Relation(Double.NEGATIVE_INFINITY, threshold);
  }

  /**
   * What an estimate says.
   *
   * @param usual its 95 % interval, which must lie wholly inside to support
   * @param strict a wider one, which must lie wholly outside to contradict
   */
  Verdict judge(Interval usual, Interval strict) {
    if (isAbove(usual.low()) && isBelow(usual.high())) {
      return Verdict.SUPPORTED;
    }
    boolean outside =
        (Double.isFinite(strict.high()) && !isAbove(strict.high()))
            || (Double.isFinite(strict.low()) && !isBelow(strict.low()));
    return outside ? Verdict.CONTRADICTED : Verdict.INCONCLUSIVE;
  }

  /** A threshold itself is neither above nor below; both ends of a range are within it. */
  private boolean isAbove(double x) {
    return high == Double.POSITIVE_INFINITY ? x > low : x >= low;
  }

  private boolean isBelow(double x) {
    return low == Double.NEGATIVE_INFINITY ? x < high : x <= high;
  }

  /** As people read it: "above 0", "0.9 to 1.1", "equal to 1". */
  public String words() {
    if (high == Double.POSITIVE_INFINITY) {
      return "above " + ShortNumber.of(low);
    }
    String most = ShortNumber.of(high);
    if (low == Double.NEGATIVE_INFINITY) {
      return "below " + most;
    }
    String least = ShortNumber.of(low);
    return least.equals(most) ? "equal to " + most : least + " to " + most;
  }
}
