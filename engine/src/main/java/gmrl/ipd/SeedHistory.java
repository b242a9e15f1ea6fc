package gmrl.ipd;

/**
 * The records of one seed from update 0 on. Immutable: a longer history is a new object that shares
 * the old records.
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

  /** The seed. */
  public long seed() {
    return seed;
  }

  /** Number of records: updates done, and one. */
  public int size() {
    return size;
  }

  /**
   * The record after so many updates.
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
