package gmrl.autodiff.kernel;

import gmrl.autodiff.memory.Store;
import java.util.Arrays;

/** The loops of sums and maxima; sums run in short float blocks that are added up in double. */
public final class ReduceLoops {
  private static final int ROW = 1024;

  /** Numbers added up side by side. */
  private static final int WIDE = 128;

  /** What is made of the numbers along an axis. */
  public enum Kind {
    SUM,
    MAX,
    /** The largest magnitude. */
    MAGNITUDE,
    /** The sum of squares. */
    SQUARES
  }

  private final Kind kind;
  private final Store from;
  private final Store to;
  private final int count;
  private final int inner;

  /** Squares are taken of so many times the numbers. */
  private final double scale;

  /** Reduces the middle of [outer][count][inner]. */
  public ReduceLoops(Kind kind, Store from, Store to, int count, int inner) {
    this(kind, from, to, count, inner, 1);
  }

  private ReduceLoops(Kind kind, Store from, Store to, int count, int inner, double scale) {
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.count = count;
    this.inner = inner;
    this.scale = scale;
  }

  /**
   * Of all numbers of an array together.
   *
   * @param scale of squares, a number that a float holds if the array's are floats
   */
  public static double all(Kind kind, Store x, double scale) {
    return new ReduceLoops(kind, x, x, x.length, 1, scale).whole()[0];
  }

  /** Reduces the only outer block. */
  public double[] whole() {
    double[][] done = new double[parts()][];
    Parallel.run(done.length, p -> done[p] = part(p));
    return joined(done);
  }

  /** Fixed parts of the only outer block, so that its result does not depend on the threads. */
  public int parts() {
    return Parallel.parts((long) count * inner, 1 << 16);
  }

  /** Reduces one of them. */
  public double[] part(int p) {
    int parts = parts();
    int size = (count + parts - 1) / parts;
    return block(0, Math.min(count, p * size), Math.min(count, (p + 1) * size));
  }

  /** All of them in order; the first is modified. */
  public double[] joined(double[][] done) {
    for (int p = 1; p < done.length; p++) {
      combine(done[0], done[p]);
    }
    return done[0];
  }

  /** Reduces rows {@code first} to {@code last} of outer block {@code outer}. */
  public double[] block(int outer, int first, int last) {
    double[] total = new double[inner];
    Arrays.fill(total, isSum() ? 0 : Double.NEGATIVE_INFINITY);
    int begin = (outer * count + first) * inner;
    int length = (last - first) * inner;
    int step = inner >= ROW ? inner : ROW / Math.max(1, inner) * inner;
    if (step == 0 || length == 0) {
      return total;
    }
    int buffer = Math.min(step, length);
    if (kind == Kind.MAGNITUDE && from.isFloat() && inner == 1) {
      total[0] = magnitude(begin, length, new int[buffer]);
    } else if (from.isFloat()) {
      float[] row = new float[buffer];
      // Short rows side by side: a loop over one of them would be mostly beginning and end.
      float[] part = new float[inner * Math.max(1, Math.min(WIDE / inner, last - first))];
      for (int at = 0; at < length; at += step) {
        int n = Math.min(step, length - at);
        from.floats().get(begin + at, row, 0, n);
        if (part.length == WIDE && n == ROW && isSum()) {
          foldWhole(row, part);
        } else {
          fold(row, n, part);
        }
        gather(part, total);
      }
    } else {
      double[] row = new double[buffer];
      for (int at = 0; at < length; at += step) {
        int n = Math.min(step, length - at);
        from.doubles().get(begin + at, row, 0, n);
        for (int r = 0; r < n; r += inner) {
          for (int j = 0; j < inner; j++) {
            total[j] = join(total[j], seen(row[r + j]));
          }
        }
      }
    }
    return total;
  }

  /**
   * Without their sign, the bit patterns of floats have the order of the floats, with what is not a
   * number above all; a loop over whole numbers is several times faster than one over floats.
   */
  private double magnitude(int begin, int length, int[] row) {
    int[] part = new int[WIDE];
    for (int at = 0; at < length; at += row.length) {
      int n = Math.min(row.length, length - at);
      from.bits().get(begin + at, row, 0, n);
      int i = 0;
      for (; i + WIDE <= n; i += WIDE) {
        for (int j = 0; j < WIDE; j++) {
          part[j] = Math.max(part[j], row[i + j] & Integer.MAX_VALUE);
        }
      }
      for (; i < n; i++) {
        part[0] = Math.max(part[0], row[i] & Integer.MAX_VALUE);
      }
    }
    int most = 0;
    for (int each : part) {
      most = Math.max(most, each);
    }
    return Float.intBitsToFloat(most);
  }

  private boolean isSum() {
    return kind == Kind.SUM || kind == Kind.SQUARES;
  }

  private double seen(double x) {
    return switch (kind) {
      case SUM, MAX -> x;
      case MAGNITUDE -> Math.abs(x);
      case SQUARES -> x * scale * (x * scale);
    };
  }

  private double join(double a, double b) {
    return isSum() ? a + b : Math.max(a, b);
  }

  private void combine(double[] total, double[] more) {
    for (int j = 0; j < inner; j++) {
      total[j] = join(total[j], more[j]);
    }
  }

  public void put(int outer, double[] total) {
    for (int j = 0; j < inner; j++) {
      to.set(outer * inner + j, total[j]);
    }
  }

  /** Joins what was folded side by side, from left to right, to {@code total}. */
  private void gather(float[] part, double[] total) {
    if (!isSum()) {
      for (int i = 0; i < part.length; i++) {
        total[i % inner] = Math.max(total[i % inner], part[i]);
      }
      return;
    }
    if (inner == 1) {
      total[0] += sum(part);
      return;
    }
    for (int side = 0; side < part.length; side += inner) {
      for (int j = 0; j < inner; j++) {
        total[j] += part[side + j];
      }
    }
  }

  /** In doubles, four at a time: each addition would wait for the one before. */
  private static double sum(float[] part) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 4 <= part.length; i += 4) {
      a += part[i];
      b += part[i + 1];
      c += part[i + 2];
      d += part[i + 3];
    }
    for (; i < part.length; i++) {
      a += part[i];
    }
    return a + b + (c + d);
  }

  /**
   * What {@link #fold} does for the usual sizes. A loop of known length over known distances is one
   * that the compiler vectorises: four times as fast.
   */
  private void foldWhole(float[] row, float[] part) {
    if (kind == Kind.SQUARES) {
      float by = (float) scale;
      for (int i = 0; i < ROW; i++) {
        float x = row[i] * by;
        row[i] = x * x;
      }
    }
    for (int j = 0; j < WIDE; j++) {
      part[j] =
          row[j]
              + row[j + WIDE]
              + row[j + 2 * WIDE]
              + row[j + 3 * WIDE]
              + row[j + 4 * WIDE]
              + row[j + 5 * WIDE]
              + row[j + 6 * WIDE]
              + row[j + 7 * WIDE];
    }
  }

  /** Folds the rows in {@code n} numbers of {@code row} into {@code part}, which is modified. */
  private void fold(float[] row, int n, float[] part) {
    Arrays.fill(part, isSum() ? 0 : Float.NEGATIVE_INFINITY);
    int wide = part.length;
    int at = 0;
    for (; at + 4 * wide <= n; at += 4 * wide) {
      foldFour(part, row, at, wide);
    }
    for (; at + wide <= n; at += wide) {
      fold(part, row, at, wide);
    }
    for (; at < n; at += inner) {
      fold(part, row, at, inner);
    }
  }

  private void fold(float[] part, float[] row, int at, int count) {
    switch (kind) {
      case SUM -> {
        for (int j = 0; j < count; j++) {
          part[j] += row[at + j];
        }
      }
      case MAX -> {
        for (int j = 0; j < count; j++) {
          part[j] = Math.max(part[j], row[at + j]);
        }
      }
      case MAGNITUDE -> {
        for (int j = 0; j < count; j++) {
          part[j] = Math.max(part[j], Math.abs(row[at + j]));
        }
      }
      case SQUARES -> {
        float by = (float) scale;
        for (int j = 0; j < count; j++) {
          float x = row[at + j] * by;
          part[j] += x * x;
        }
      }
    }
  }

  /** Four in a row, in the same order: the loop's beginning and end are paid once. */
  private void foldFour(float[] part, float[] row, int at, int wide) {
    int b = at + wide;
    int c = b + wide;
    int d = c + wide;
    switch (kind) {
      case SUM -> {
        for (int j = 0; j < wide; j++) {
          part[j] = part[j] + row[at + j] + row[b + j] + row[c + j] + row[d + j];
        }
      }
      case MAX -> {
        for (int j = 0; j < wide; j++) {
          float first = Math.max(row[at + j], row[b + j]);
          part[j] = Math.max(part[j], Math.max(first, Math.max(row[c + j], row[d + j])));
        }
      }
      case MAGNITUDE -> {
        for (int j = 0; j < wide; j++) {
          float first = Math.max(Math.abs(row[at + j]), Math.abs(row[b + j]));
          float second = Math.max(Math.abs(row[c + j]), Math.abs(row[d + j]));
          part[j] = Math.max(part[j], Math.max(first, second));
        }
      }
      case SQUARES -> {
        float by = (float) scale;
        for (int j = 0; j < wide; j++) {
          float w = row[at + j] * by;
          float x = row[b + j] * by;
          float y = row[c + j] * by;
          float z = row[d + j] * by;
          part[j] = part[j] + w * w + x * x + y * y + z * z;
        }
      }
    }
  }
}
