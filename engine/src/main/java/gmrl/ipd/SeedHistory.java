package gmrl.ipd;

import java.util.List;

/**
 * The records of one seed from update 0 on, of every update or, where they were read from a file,
 * of those that were written. Immutable: a longer history is a new object that shares the old
 * records.
 */
public final class SeedHistory {
  private final long seed;
  private final LolaUpdate[] records;
  private final int size;

  /** Takes the array over; entries below {@code size} are never written again. */
  SeedHistory(long seed, LolaUpdate[] records, int size) {
    this.seed = seed;
    this.records = records;
    this.size = size;
  }

  /**
   * A history from elsewhere.
   *
   * @param records in the order of their updates, at least one
   */
  public static SeedHistory of(long seed, List<LolaUpdate> records) {
    return new SeedHistory(seed, records.toArray(LolaUpdate[]::new), records.size());
  }

  /** The seed. */
  public long seed() {
    return seed;
  }

  /** Number of records: where there is one of every update, updates done, and one. */
  public int size() {
    return size;
  }

  /**
   * The record at an index: where there is one of every update, that after so many updates.
   *
   * @throws IndexOutOfBoundsException if the seed has not come that far
   */
  public LolaUpdate get(int update) {
    if (update >= size) {
      throw new IndexOutOfBoundsException("update " + update + " of " + (size - 1));
    }
    return records[update];
  }

  /** The newest record. */
  public LolaUpdate last() {
    return records[size - 1];
  }
}
