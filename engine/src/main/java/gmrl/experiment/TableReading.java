package gmrl.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the table of a family is read back: which of its columns say where a row stands, which tell
 * independent samples apart, and what was measured.
 *
 * @param curve columns whose texts together name a curve; none if there is one curve only
 * @param axis column that names what a curve runs over; empty if that is always {@code x}
 * @param x column of the position along a curve
 * @param unit column that tells independent samples apart; empty if they stand in columns of their
 *     own or if there are none
 * @param sample what one sample is called, such as "seed"
 * @param shared keys of the configuration that make the samples of two runs the same ones, beside
 *     their names
 * @param tail share of a run that its last value is averaged over; 0 for the last row alone
 * @param weight column that says how much a row counts in that average; empty if all count alike
 * @param measures what was measured, the one that the family is about first
 */
public record TableReading(
    List<String> curve,
    Optional<String> axis,
    String x,
    Optional<String> unit,
    String sample,
    List<String> shared,
    double tail,
    Optional<String> weight,
    List<Measure> measures) {

  /** Freezes the lists. */
  public TableReading {
    curve = List.copyOf(curve);
    shared = List.copyOf(shared);
    measures = List.copyOf(measures);
    if (measures.isEmpty() || !(tail >= 0 && tail < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a table with %d measures and a tail of %s, expected 1 or more and less than 1",
              measures.size(),
              tail));
    }
  }

  /** One curve over updates for each sample that a column names, compared at its end. */
  public static TableReading series(String x, String unit, Measure... measures) {
    return new TableReading(
        List.of(),
        Optional.empty(),
        x,
        Optional.of(unit),
        unit,
        List.of(),
        0,
        Optional.empty(),
        List.of(measures));
  }

  /** The same with several curves, told apart by a column that is absent where there is one. */
  public TableReading along(String column) {
    return new TableReading(List.of(column), axis, x, unit, sample, shared, tail, weight, measures);
  }

  /** The same with the last value averaged over a share of the run, rows weighted by a column. */
  public TableReading averagedOver(double share, String by) {
    return new TableReading(curve, axis, x, unit, sample, shared, share, Optional.of(by), measures);
  }

  /**
   * The measure of a key.
   *
   * @throws IllegalArgumentException naming the known ones
   */
  public Measure measure(String key) {
    return measures.stream()
        .filter(measure -> measure.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the measure is \"%s\", expected one of %s"
                        .formatted(
                            key, String.join(", ", measures.stream().map(Measure::key).toList()))));
  }

  /**
   * Something that was measured.
   *
   * @param key stable name, used by commands
   * @param label text of an axis
   * @param columns whose mean it is
   * @param wide whether the samples are all columns of these names with a number behind them
   * @param share whether it is a part of something, which people count in percent
   */
  public record Measure(
      String key, String label, List<String> columns, boolean wide, boolean share) {

    /** Freezes the list. */
    public Measure {
      columns = List.copyOf(columns);
    }

    /** The mean of some columns. */
    public static Measure of(String key, String label, String... columns) {
      return new Measure(key, label, List.of(columns), false, false);
    }

    /** A share that a column holds. */
    public static Measure share(String key, String label, String column) {
      return new Measure(key, label, List.of(column), false, true);
    }

    /** One column for each sample: the name and the sample's number. */
    public static Measure wide(String key, String label, String prefix) {
      return new Measure(key, label, List.of(prefix), true, false);
    }
  }
}
