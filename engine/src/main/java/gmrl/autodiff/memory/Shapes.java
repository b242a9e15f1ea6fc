package gmrl.autodiff.memory;

import java.util.Arrays;

/** Arithmetic of row-major shapes. */
public final class Shapes {
  private Shapes() {}

  public static int size(int[] shape) {
    long size = 1;
    for (int d : shape) {
      if (d < 0) {
        throw new IllegalArgumentException(
            "shape " + Arrays.toString(shape) + " has a negative dimension");
      }
      size *= d;
    }
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + " has more than 2^31 elements");
    }
    return (int) size;
  }

  /** The shape of {@code length} numbers: {@code shape}, or if that is left out a vector's. */
  public static int[] holding(int length, int[] shape) {
    int[] dims = shape.length == 0 && length != 1 ? new int[] {length} : shape.clone();
    if (size(dims) != length) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(dims) + " does not hold " + length + " numbers");
    }
    return dims;
  }

  /** The rows of a matrix one after the other. */
  public static double[] flat(double[][] rows, int columns) {
    double[] flat = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "row " + i + " has " + rows[i].length + " numbers, but row 0 has " + columns);
      }
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    return flat;
  }

  /** The shape both arrays broadcast to: trailing dimensions agree or one of them is 1. */
  public static int[] broadcast(int[] a, int[] b) {
    if (Arrays.equals(a, b)) {
      return a;
    }
    int rank = Math.max(a.length, b.length);
    int[] x = leftPad(a, rank);
    int[] y = leftPad(b, rank);
    int[] out = new int[rank];
    for (int i = 0; i < rank; i++) {
      if (x[i] != y[i] && x[i] != 1 && y[i] != 1) {
        throw new IllegalArgumentException(
            "shapes "
                + Arrays.toString(a)
                + " and "
                + Arrays.toString(b)
                + " do not broadcast: dimensions are compared from the last one and must be equal"
                + " or 1");
      }
      out[i] = x[i] == 1 ? y[i] : x[i];
    }
    return out;
  }

  public static int[] leftPad(int[] shape, int rank) {
    if (shape.length == rank) {
      return shape;
    }
    int[] out = new int[rank];
    Arrays.fill(out, 1);
    System.arraycopy(shape, 0, out, rank - shape.length, shape.length);
    return out;
  }

  public static int[] strides(int[] shape) {
    int[] out = new int[shape.length];
    int step = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      out[i] = step;
      step *= shape[i];
    }
    return out;
  }

  /** Strides that read an array of shape {@code from} as if it had shape {@code to}. */
  public static int[] broadcastStrides(int[] from, int[] to) {
    int[] padded = leftPad(from, to.length);
    int[] out = strides(padded);
    for (int i = 0; i < out.length; i++) {
      if (padded[i] == 1) {
        out[i] = 0;
      }
    }
    return out;
  }

  public static int[] unravel(int position, int[] shape) {
    int[] index = new int[shape.length];
    for (int i = shape.length - 1; i >= 0; i--) {
      index[i] = position % shape[i];
      position /= shape[i];
    }
    return index;
  }

  public static int offset(int[] index, int[] strides) {
    int at = 0;
    for (int i = 0; i < index.length; i++) {
      at += index[i] * strides[i];
    }
    return at;
  }

  /** Moves {@code index}, which is modified, to the next position of {@code shape}. */
  public static void increment(int[] index, int[] shape) {
    for (int i = shape.length - 1; i >= 0; i--) {
      if (++index[i] < shape[i]) {
        return;
      }
      index[i] = 0;
    }
  }

  /** Axis counted from the end if negative. */
  public static int axis(int axis, int[] shape) {
    int out = axis < 0 ? axis + shape.length : axis;
    if (out < 0 || out >= shape.length) {
      throw new IllegalArgumentException(
          "axis " + axis + " does not exist in shape " + Arrays.toString(shape));
    }
    return out;
  }

  /** Product of the dimensions from {@code from}, inclusive, to {@code to}, exclusive. */
  public static int product(int[] shape, int from, int to) {
    int out = 1;
    for (int i = from; i < to; i++) {
      out *= shape[i];
    }
    return out;
  }
}
