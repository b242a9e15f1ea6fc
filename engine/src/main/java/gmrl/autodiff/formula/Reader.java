package gmrl.autodiff.formula;

import gmrl.autodiff.memory.Shapes;
import gmrl.autodiff.memory.Store;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads an array as if it had been broadcast to a larger shape. */
public final class Reader {
  private final Store store;
  private final int period;
  private final int repeat;
  private final int[] shape;
  private final int[] strides;
  private final boolean general;

  /** Reads {@code from}, an array of shape {@code own}, as one of shape {@code shape}. */
  public Reader(Store from, int[] own, int[] shape) {
    this.store = from;
    this.shape = shape;
    this.strides = Shapes.broadcastStrides(own, shape);
    int size = Shapes.size(own);
    // One array of the form [period][repeat], read over and over, covers the common cases.
    int[] dims = Shapes.leftPad(own, shape.length);
    int first = 0;
    while (first < dims.length && dims[first] == 1) {
      first++;
    }
    int last = dims.length;
    while (last > first && dims[last - 1] == 1) {
      last--;
    }
    boolean regular = true;
    for (int i = first; i < last; i++) {
      regular &= dims[i] == shape[i];
    }
    int inner = 1;
    for (int i = last; i < shape.length; i++) {
      inner *= shape[i];
    }
    this.general = !regular;
    this.period = size;
    this.repeat = inner;
  }

  /** The array itself if nothing is repeated, else null. */
  @Nullable Store whole() {
    return !general && repeat == 1 && period == Shapes.size(shape) ? store : null;
  }

  /** Whether every row that begins at a multiple of {@code length} reads the same numbers. */
  public boolean repeatsEvery(int length) {
    return !general && (period == 1 || (repeat == 1 && length % period == 0));
  }

  /** Whether the array is one number. */
  public boolean isNumber() {
    return !general && period == 1;
  }

  void read(int at, float[] row, int n) {
    if (general) {
      int[] index = Shapes.unravel(at, shape);
      for (int i = 0; i < n; i++) {
        row[i] = store.floats().get(Shapes.offset(index, strides));
        Shapes.increment(index, shape);
      }
    } else if (period == 1) {
      Arrays.fill(row, 0, n, store.floats().get(0));
    } else if (repeat == 1) {
      int start = at % period;
      int first = Math.min(n, period - start);
      store.floats().get(start, row, 0, first);
      if (first < n) {
        store.floats().get(0, row, first, Math.min(n - first, start));
        for (int done = period; done < n; done *= 2) {
          System.arraycopy(row, 0, row, done, Math.min(done, n - done));
        }
      }
    } else {
      for (int done = 0; done < n; ) {
        int position = at + done;
        int count = Math.min(n - done, repeat - position % repeat);
        Arrays.fill(row, done, done + count, store.floats().get(position / repeat % period));
        done += count;
      }
    }
  }

  void read(int at, double[] row, int n) {
    if (general) {
      int[] index = Shapes.unravel(at, shape);
      for (int i = 0; i < n; i++) {
        row[i] = store.doubles().get(Shapes.offset(index, strides));
        Shapes.increment(index, shape);
      }
    } else if (period == 1) {
      Arrays.fill(row, 0, n, store.doubles().get(0));
    } else if (repeat == 1) {
      int start = at % period;
      int first = Math.min(n, period - start);
      store.doubles().get(start, row, 0, first);
      if (first < n) {
        store.doubles().get(0, row, first, Math.min(n - first, start));
        for (int done = period; done < n; done *= 2) {
          System.arraycopy(row, 0, row, done, Math.min(done, n - done));
        }
      }
    } else {
      for (int done = 0; done < n; ) {
        int position = at + done;
        int count = Math.min(n - done, repeat - position % repeat);
        Arrays.fill(row, done, done + count, store.doubles().get(position / repeat % period));
        done += count;
      }
    }
  }
}
