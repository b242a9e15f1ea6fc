package gmrl.autodiff.kernel;

import gmrl.autodiff.memory.Store;
import java.util.Arrays;

/** The loops of sums and maxima; sums run in short float blocks that are added up in double. */
public final class ReduceLoops {
  private static final int ROW = 1024;

  /** Numbers added up side by side. */
  private static final int WIDE = 128;

  private final boolean sum;
  private final Store from;
  private final Store to;
  private final int count;
  private final int inner;

  /** Reduces the middle of [outer][count][inner], by a sum or else by a maximum. */
  public ReduceLoops(boolean sum, Store from, Store to, int count, int inner) {
    this.sum = sum;
    this.from = from;
    this.to = to;
    this.count = count;
    this.inner = inner;
  }

  /** Reduces rows {@code first} to {@code last} of outer block {@code outer}. */
  public double[] block(int outer, int first, int last) {
    double[] total = new double[inner];
    Arrays.fill(total, sum ? 0 : Double.NEGATIVE_INFINITY);
    int begin = (outer * count + first) * inner;
    int length = (last - first) * inner;
    int step = inner >= ROW ? inner : ROW / Math.max(1, inner) * inner;
    if (step == 0 || length == 0) {
      return total;
    }
    int buffer = Math.min(step, length);
    if (from.isFloat()) {
      float[] row = new float[buffer];
      // Short rows side by side: a loop over one of them would be mostly beginning and end.
      float[] part = new float[inner * Math.max(1, Math.min(WIDE / inner, last - first))];
      for (int at = 0; at < length; at += step) {
        int n = Math.min(step, length - at);
        from.floats().get(begin + at, row, 0, n);
        fold(row, n, part);
        for (int side = 0; side < part.length; side += inner) {
          for (int j = 0; j < inner; j++) {
            float x = part[side + j];
            total[j] = sum ? total[j] + x : Math.max(total[j], x);
          }
        }
      }
    } else {
      double[] row = new double[buffer];
      for (int at = 0; at < length; at += step) {
        int n = Math.min(step, length - at);
        from.doubles().get(begin + at, row, 0, n);
        for (int r = 0; r < n; r += inner) {
          for (int j = 0; j < inner; j++) {
            total[j] = sum ? total[j] + row[r + j] : Math.max(total[j], row[r + j]);
          }
        }
      }
    }
    return total;
  }

  public void combine(double[] total, double[] more) {
    for (int j = 0; j < inner; j++) {
      total[j] = sum ? total[j] + more[j] : Math.max(total[j], more[j]);
    }
  }

  public void put(int outer, double[] total) {
    for (int j = 0; j < inner; j++) {
      to.set(outer * inner + j, total[j]);
    }
  }

  /** Folds the rows in {@code n} numbers of {@code row} into {@code part}, which is modified. */
  private void fold(float[] row, int n, float[] part) {
    Arrays.fill(part, sum ? 0 : Float.NEGATIVE_INFINITY);
    int wide = part.length;
    int at = 0;
    for (; at + wide <= n; at += wide) {
      fold(part, row, at, wide);
    }
    for (; at < n; at += inner) {
      fold(part, row, at, inner);
    }
  }

  private void fold(float[] part, float[] row, int at, int count) {
    if (sum) {
      for (int j = 0; j < count; j++) {
        part[j] += row[at + j];
      }
    } else {
      for (int j = 0; j < count; j++) {
        part[j] = Math.max(part[j], row[at + j]);
      }
    }
  }
}
