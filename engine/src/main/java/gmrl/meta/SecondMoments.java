package gmrl.meta;

import gmrl.numpy.StateArrays;
import java.util.Arrays;

/**
 * Σ_i e_i e_iᵀ of the trial errors as a packed lower triangle.
 *
 * <p>Up to 256 dimensions the errors are taken as they are. Above, they are first folded into 256
 * buckets with random signs (a count sketch), which keeps inner products right on average and makes
 * tr(Σ²) somewhat too large, hence the interval that needs it somewhat too wide; cost and memory
 * then stay bounded.
 */
final class SecondMoments {
  private static final int LARGEST = 256;
  private static final int TOGETHER = 4;

  private final int size;
  private final boolean folded;
  private final double[] triangle;
  private final double[] fold;

  /** Errors that wait until there are four: one pass over the triangle then serves them all. */
  private final double[][] waiting;

  private int filled;

  SecondMoments(int dimension) {
    folded = dimension > LARGEST;
    size = folded ? LARGEST : dimension;
    triangle = new double[size * (size + 1) / 2];
    fold = new double[folded ? size : 0];
    waiting = new double[TOGETHER][size];
  }

  void add(double[] error) {
    System.arraycopy(view(error), 0, waiting[filled++], 0, size);
    if (filled == TOGETHER) {
      addFour(waiting[0], waiting[1], waiting[2], waiting[3]);
      filled = 0;
    }
  }

  /** Adds in the order of the trials, so that the sums are those of one at a time. */
  private void addFour(double[] a, double[] b, double[] c, double[] d) {
    double[] sums = triangle;
    int at = 0;
    for (int i = 0; i < size; i++) {
      addRow(sums, at, i + 1, a, b, c, d, i);
      at += i + 1;
    }
  }

  private static void addRow(
      double[] sums, int at, int length, double[] a, double[] b, double[] c, double[] d, int i) {
    double leftA = a[i];
    double leftB = b[i];
    double leftC = c[i];
    double leftD = d[i];
    for (int j = 0; j < length; j++) {
      sums[at + j] = sums[at + j] + leftA * a[j] + leftB * b[j] + leftC * c[j] + leftD * d[j];
    }
  }

  /** Adds what is waiting. */
  private void flush() {
    for (int n = 0; n < filled; n++) {
      double[] e = waiting[n];
      int at = 0;
      for (int i = 0; i < size; i++) {
        double left = e[i];
        for (int j = 0; j <= i; j++) {
          triangle[at + j] += left * e[j];
        }
        at += i + 1;
      }
    }
    filled = 0;
  }

  void carry(StateArrays state) {
    flush();
    state.fill("second", triangle);
  }

  void merge(SecondMoments other) {
    flush();
    other.flush();
    Vectors.add(other.triangle, triangle);
  }

  /** The covariance with divisor {@code count − 1}, as a packed triangle. */
  double[] covariance(double[] sum, int count) {
    flush();
    double[] s = view(sum);
    double[] covariance = new double[triangle.length];
    int at = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[at + j] = (triangle[at + j] - s[i] * s[j] / count) / (count - 1);
      }
      at += i + 1;
    }
    return covariance;
  }

  /** vᵀ C v for a packed symmetric C. */
  double quadraticForm(double[] packed, double[] vector) {
    double[] v = view(vector);
    double total = 0;
    int at = 0;
    for (int i = 0; i < size; i++) {
      double row = 0.5 * packed[at + i] * v[i];
      for (int j = 0; j < i; j++) {
        row += packed[at + j] * v[j];
      }
      total += 2 * v[i] * row;
      at += i + 1;
    }
    return total;
  }

  /** tr(C²) of a packed symmetric C. */
  double traceOfSquare(double[] packed) {
    double total = 0;
    int at = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        total += 2 * packed[at + j] * packed[at + j];
      }
      total += packed[at + i] * packed[at + i];
      at += i + 1;
    }
    return total;
  }

  /** The vector itself, or its fold (valid until the next call). */
  private double[] view(double[] vector) {
    if (!folded) {
      return vector;
    }
    Arrays.fill(fold, 0);
    for (int j = 0; j < vector.length; j++) {
      // A fixed hash, so that every block folds alike.
      long h = SplitMix.mix((j + 1) * SplitMix.GAMMA);
      fold[(int) (h & (LARGEST - 1))] += (h & LARGEST) == 0 ? vector[j] : -vector[j];
    }
    return fold;
  }
}
