package gmrl.autodiff.kernel;

import gmrl.autodiff.memory.Store;
import java.util.Arrays;

/** The loops of sums and maxima; sums run in short float blocks that are added up in double. */
public final class ReduceLoops {
  private static final int ROW = 1024;

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
      float[] part = new float[inner];
      for (int at = 0; at < length; at += step) {
        int n = Math.min(step, length - at);
        from.floats().get(begin + at, row, 0, n);
        if (inner == 1) {
          total[0] = sum ? total[0] + sum(row, n) : Math.max(total[0], max(row, n));
        } else {
          System.arraycopy(row, 0, part, 0, inner);
          for (int r = inner; r < n; r += inner) {
            if (sum) {
              add(part, row, r);
            } else {
              max(part, row, r);
            }
          }
          for (int j = 0; j < inner; j++) {
            total[j] = sum ? total[j] + part[j] : Math.max(total[j], part[j]);
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

  private static double sum(float[] row, int n) {
    // Four running sums: floating-point addition may not be reordered by the compiler.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += row[i];
      b += row[i + 1];
      c += row[i + 2];
      d += row[i + 3];
    }
    for (; i < n; i++) {
      a += row[i];
    }
    return (double) (a + b) + (c + d);
  }

  private static double max(float[] row, int n) {
    float out = row[0];
    for (int i = 1; i < n; i++) {
      out = Math.max(out, row[i]);
    }
    return out;
  }

  private static void add(float[] part, float[] row, int at) {
    for (int j = 0; j < part.length; j++) {
      part[j] += row[at + j];
    }
  }

  private static void max(float[] part, float[] row, int at) {
    for (int j = 0; j < part.length; j++) {
      part[j] = Math.max(part[j], row[at + j]);
    }
  }
}
