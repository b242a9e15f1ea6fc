package gmrl.numpy;

/** Arrays in Fortran's order, as NumPy keeps transposed ones, brought into ours. */
final class ColumnOrder {
  private ColumnOrder() {}

  /**
   * The transpose of an array: all its axes in the opposite order. An array in Fortran's order is
   * the transpose of what its bytes are in C's.
   */
  static NamedArray toRows(NamedArray array) {
    int[] from = array.shape();
    int[] shape = new int[from.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = from[from.length - 1 - i];
    }
    if (array instanceof NamedArray.Floats floats) {
      float[] values = new float[floats.values().length];
      int[] source = sources(shape, values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = floats.values()[source[i]];
      }
      return new NamedArray.Floats(array.name(), shape, values);
    }
    if (array instanceof NamedArray.Doubles doubles) {
      double[] values = new double[doubles.values().length];
      int[] source = sources(shape, values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = doubles.values()[source[i]];
      }
      return new NamedArray.Doubles(array.name(), shape, values);
    }
    if (array instanceof NamedArray.Longs longs) {
      long[] values = new long[longs.values().length];
      int[] source = sources(shape, values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = longs.values()[source[i]];
      }
      return new NamedArray.Longs(array.name(), shape, values);
    }
    String[] values = ((NamedArray.Texts) array).values().clone();
    int[] source = sources(shape, values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = ((NamedArray.Texts) array).values()[source[i]];
    }
    return new NamedArray.Texts(array.name(), shape, values);
  }

  /** Where each entry of a shape in C's order lies in Fortran's. */
  private static int[] sources(int[] shape, int count) {
    int[] source = new int[count];
    int[] at = new int[shape.length];
    for (int i = 0; i < count; i++) {
      int stride = 1;
      for (int axis = 0; axis < shape.length; axis++) {
        source[i] += at[axis] * stride;
        stride *= shape[axis];
      }
      for (int axis = shape.length - 1; axis >= 0 && ++at[axis] == shape[axis]; axis--) {
        at[axis] = 0;
      }
    }
    return source;
  }
}
