package gmrl.experiment.ipd;

import java.util.Optional;

/**
 * A named condition, as it stands in a legend or a table.
 *
 * @param id short name for files and the command line
 * @param label for people
 * @param spec what is run
 * @param known a number for the final return known from elsewhere
 */
public record LolaCondition(String id, String label, LolaSpec spec, Optional<Known> known) {

  /** A condition nobody has published a number for. */
  LolaCondition(String id, String label, LolaSpec spec) {
    this(id, label, spec, Optional.empty());
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
