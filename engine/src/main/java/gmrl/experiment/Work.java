package gmrl.experiment;

/**
 * How far something is: what runs, what is drawn of it and every progress bar speak of it alike.
 *
 * @param done units of work done, 0 or more
 * @param total units of work in all; 0 while that is not known
 */
public record Work(long done, long total) {
  /** Nothing is known yet. */
  public static final Work UNKNOWN = new Work(0, 0);

  /** Rejects negative numbers. */
  public Work {
    if (done < 0 || total < 0) {
      throw new IllegalArgumentException(
          done + " of " + total + " units of work, expected 0 or more of each");
    }
  }

  /** Whether it is known how much there is. */
  public boolean isKnown() {
    return total > 0;
  }

  /** Whether it is known that all of it is done. */
  public boolean isWhole() {
    return isKnown() && done >= total;
  }

  /** Share that is done, 0 to 1; all of it where there is nothing to do. */
  public double share() {
    return isKnown() ? Math.min(1, (double) done / total) : 1;
  }

  /** All of it done; one unit where nobody said how many there are. */
  public Work finished() {
    long all = Math.max(1, total);
    return new Work(all, all);
  }

  /** Both together. */
  public Work and(Work other) {
    return new Work(done + other.done, total + other.total);
  }
}
