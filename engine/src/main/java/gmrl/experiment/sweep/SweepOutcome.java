package gmrl.experiment.sweep;

import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.List;

/**
 * What became of one point.
 *
 * @param point its number, from 0
 * @param message why it failed, in a sentence; empty if it did not
 * @param header columns of its rows
 * @param rows cells as a table has them; none if it failed
 * @param seconds processor-independent wall-clock time that it took; not part of the table
 */
public record SweepOutcome(
    int point, String message, List<String> header, List<List<String>> rows, double seconds) {
  private static final RecordJson CODEC = new RecordJson();

  /** Freezes the lists. */
  public SweepOutcome {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Whether it has no numbers. */
  boolean isFailed() {
    return !message.isEmpty();
  }

  /** One line of text, to be kept or sent. */
  public String line() {
    return Json.line(CODEC.write(this));
  }

  /**
   * Reads a line back.
   *
   * @throws IllegalArgumentException in one sentence if it is none
   */
  public static SweepOutcome parse(String source, String line) {
    return CODEC.read(JsonView.parse(source, line), SweepOutcome.class);
  }
}
