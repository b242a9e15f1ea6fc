package gmrl.numpy;

import java.util.Arrays;
import java.util.List;

/**
 * An array as it lies in a file. Arrays are taken and given as they are: what holds millions of
 * numbers is not copied.
 */
@SuppressWarnings("ArrayRecordComponent") // written or read at once, compared by nobody
public sealed interface NamedArray {
  /** Unique within its file. */
  String name();

  /** Row by row. */
  int[] shape();

  /** Single precision. */
  record Floats(String name, int[] shape, float[] values) implements NamedArray {
    public Floats {
      check(name, shape, values.length);
    }
  }

  /** Double precision. */
  record Doubles(String name, int[] shape, double[] values) implements NamedArray {
    public Doubles {
      check(name, shape, values.length);
    }

    /** One row. */
    public static Doubles of(String name, double... values) {
      return new Doubles(name, new int[] {values.length}, values);
    }
  }

  /** Whole numbers. */
  record Longs(String name, int[] shape, long[] values) implements NamedArray {
    public Longs {
      check(name, shape, values.length);
    }

    /** One row. */
    public static Longs of(String name, long... values) {
      return new Longs(name, new int[] {values.length}, values);
    }
  }

  /** Pieces of text. */
  record Texts(String name, int[] shape, String[] values) implements NamedArray {
    public Texts {
      check(name, shape, values.length);
    }

    /** One row. */
    public static Texts of(String name, List<String> values) {
      return new Texts(name, new int[] {values.size()}, values.toArray(String[]::new));
    }
  }

  private static void check(String name, int[] shape, int length) {
    if (Arrays.stream(shape).mapToLong(d -> d).reduce(1, (a, b) -> a * b) != length) {
      throw new IllegalArgumentException(
          name + " of shape " + Arrays.toString(shape) + " has " + length + " numbers");
    }
  }
}
