package gmrl.experiment.ipd;

import java.util.List;

/**
 * A named condition, as it stands in a legend or a table.
 *
 * @param id short name for files and the command line
 * @param label for people
 * @param spec what is run
 * @param known numbers for its return that are known from elsewhere
 */
public record LolaCondition(String id, String label, LolaSpec spec, List<Known> known) {

  /** Freezes the list. */
  public LolaCondition {
    known = List.copyOf(known);
  }

  /** A condition nobody has published a number for. */
  LolaCondition(String id, String label, LolaSpec spec) {
    this(id, label, spec, List.of());
  }

  /**
   * Mean return per step over seeds of another program.
   *
   * @param mean over seeds
   * @param standardDeviation over seeds
   * @param seeds how many
   * @param update after which update
   * @param source who measured it
   */
  public record Known(double mean, double standardDeviation, int seeds, int update, String source) {

    /** Standard error of the mean. */
    public double standardError() {
      return standardDeviation / Math.sqrt(seeds);
    }
  }
}
