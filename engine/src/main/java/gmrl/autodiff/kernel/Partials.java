package gmrl.autodiff.kernel;

import gmrl.autodiff.memory.Store;

/** Results of parts of the work, one after the other in one array, that are to be added up. */
final class Partials {
  /** Numbers that are added up at once. */
  private static final int ROW = 1024;

  /** Numbers worth a hand-over. */
  private static final int GRAIN = 1 << 13;

  private Partials() {}

  /**
   * Adds the others to the first, in their order.
   *
   * @param all modified: its first {@code length} numbers become the sums
   * @param count how many there are
   * @param stride numbers from the beginning of one to that of the next
   * @param length of each
   */
  static void addUp(Store all, int count, int stride, int length) {
    if (count < 2) {
      return;
    }
    if (!all.isFloat()) {
      for (int i = 1; i < count; i++) {
        all.add(0, all, i * stride, length);
      }
      return;
    }
    Parallel.ranges(length, GRAIN, (from, to) -> addUp(all, count, stride, from, to));
  }

  private static void addUp(Store all, int count, int stride, int from, int to) {
    float[] sum = new float[ROW];
    float[] next = new float[ROW];
    for (int at = from; at < to; at += ROW) {
      int n = Math.min(ROW, to - at);
      all.floats().get(at, sum, 0, n);
      for (int i = 1; i < count; i++) {
        all.floats().get(i * stride + at, next, 0, n);
        for (int j = 0; j < n; j++) {
          sum[j] += next[j];
        }
      }
      all.floats().put(at, sum, 0, n);
    }
  }
}
