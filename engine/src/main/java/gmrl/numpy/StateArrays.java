package gmrl.numpy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a computation carries from one moment to the next, as named arrays.
 *
 * <p>One method of a class hands over its numbers, whether they are put down or taken up again, so
 * that the two cannot differ: each call here returns, or fills in, what the class goes on with.
 * Bits are kept, those of NaN included.
 */
public final class StateArrays {
  private final Map<String, NamedArray> arrays;
  private final String prefix;
  private final boolean takes;

  private StateArrays(Map<String, NamedArray> arrays, String prefix, boolean takes) {
    this.arrays = arrays;
    this.prefix = prefix;
    this.takes = takes;
  }

  /** Nothing yet: what is handed over is put down here. */
  public static StateArrays empty() {
    return new StateArrays(new LinkedHashMap<>(), "", false);
  }

  /** What was put down: it is handed back. */
  public static StateArrays of(Map<String, NamedArray> arrays) {
    return new StateArrays(arrays, "", true);
  }

  /** Whether numbers are taken up here. */
  public boolean takes() {
    return takes;
  }

  /** A part with names of its own. */
  public StateArrays part(String name) {
    return new StateArrays(arrays, prefix + name + ".", takes);
  }

  /** Everything that was put down. */
  public List<NamedArray> arrays() {
    return List.copyOf(arrays.values());
  }

  /**
   * Numbers, as many as there are.
   *
   * @param values to be put down; kept as they are, so not to be written to before they are written
   * @throws IllegalArgumentException if they are to be taken up and are not there
   */
  public double[] doubles(String name, double[] values) {
    String full = prefix + name;
    if (!takes) {
      arrays.put(full, NamedArray.Doubles.of(full, values));
      return values;
    }
    if (!(arrays.get(full) instanceof NamedArray.Doubles there)) {
      throw new IllegalArgumentException("it lacks " + full);
    }
    return there.values();
  }

  /**
   * Whole numbers, as many as there are.
   *
   * @throws IllegalArgumentException if they are to be taken up and are not there
   */
  public long[] longs(String name, long[] values) {
    String full = prefix + name;
    if (!takes) {
      arrays.put(full, NamedArray.Longs.of(full, values));
      return values;
    }
    if (!(arrays.get(full) instanceof NamedArray.Longs there)) {
      throw new IllegalArgumentException("it lacks " + full);
    }
    return there.values();
  }

  /**
   * An array of a length that is known.
   *
   * @param values put down as a copy, or overwritten
   * @throws IllegalArgumentException if it is to be taken up and is not there or of another length
   */
  public void fill(String name, double[] values) {
    double[] there = doubles(name, takes ? values : values.clone());
    if (there.length != values.length) {
      throw new IllegalArgumentException(
          "its " + prefix + name + " has " + there.length + " numbers, expected " + values.length);
    }
    System.arraycopy(there, 0, values, 0, values.length);
  }

  /** One number. */
  public double number(String name, double value) {
    double[] one = {value};
    fill(name, one);
    return one[0];
  }

  /** One whole number. */
  public long whole(String name, long value) {
    long[] there = longs(name, new long[] {value});
    if (there.length != 1) {
      throw new IllegalArgumentException(
          "its " + prefix + name + " has " + there.length + " numbers, expected 1");
    }
    return there[0];
  }

  /**
   * How many there are of something.
   *
   * @throws IllegalArgumentException if it is to be taken up and is no int of 0 or more
   */
  public int count(String name, int value) {
    long there = whole(name, value);
    if (there < 0 || there > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "its " + prefix + name + " is " + there + ", expected 0 or more");
    }
    return (int) there;
  }

  /** Yes or no. */
  public boolean flag(String name, boolean value) {
    return whole(name, value ? 1 : 0) != 0;
  }
}
