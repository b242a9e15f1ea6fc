package gmrl.experiment;

/** Which updates of a long series are shown. */
public final class Stride {
  private Stride() {}

  /**
   * Every so many updates from 0 on, and the last.
   *
   * @param last the newest update
   * @param every 1 or more
   */
  public static int[] updates(int last, int every) {
    int count = last / every + 1 + (last % every == 0 ? 0 : 1);
    int[] updates = new int[count];
    for (int i = 0; i < count; i++) {
      updates[i] = Math.min(i * every, last);
    }
    return updates;
  }
}
