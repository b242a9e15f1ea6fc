package gmrl.atari.mini;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks at, or replaces, the fields of a game one after the other. */
interface Fields {
  /** Is shown a field and answers with what it should hold. */
  int number(String name, int value, int low, int high);

  default boolean flag(String name, boolean value) {
    return number(name, value ? 1 : 0, 0, 1) == 1;
  }

  /** The first {@code count} elements, in place. */
  default void numbers(String name, int[] values, int count, int low, int high) {
    for (int i = 0; i < count; i++) {
      values[i] = number(name + "[" + i + "]", values[i], low, high);
    }
  }

  /** Writes fields down. */
  final class Writer implements Fields {
    private long[] out = new long[64];
    private int size;

    @Override
    public int number(String name, int value, int low, int high) {
      put(value);
      return value;
    }

    @Override
    public void numbers(String name, int[] values, int count, int low, int high) {
      for (int i = 0; i < count; i++) {
        put(values[i]);
      }
    }

    void put(long value) {
      if (size == out.length) {
        out = Arrays.copyOf(out, 2 * size);
      }
      out[size++] = value;
    }

    long[] written() {
      return Arrays.copyOf(out, size);
    }
  }

  /** Takes back what a {@link Writer} wrote. */
  final class Reader implements Fields {
    private final long[] in;
    private int at;

    Reader(long[] in) {
      this.in = in;
    }

    @Override
    public int number(String name, int value, int low, int high) {
      long read = take();
      if (read < low || read > high) {
        throw new IllegalArgumentException(
            "the saved game has " + name + " = " + read + ", expected " + low + " to " + high);
      }
      return (int) read;
    }

    long take() {
      if (at == in.length) {
        throw new IllegalArgumentException(
            "the saved game is cut short: it has only " + in.length + " numbers");
      }
      return in[at++];
    }

    void end() {
      if (at != in.length) {
        throw new IllegalArgumentException(
            "the saved game has " + in.length + " numbers where " + at + " were expected");
      }
    }
  }

  /** Lists fields by name. */
  final class Names implements Fields {
    private final Map<String, Integer> all = new LinkedHashMap<>();

    @Override
    public int number(String name, int value, int low, int high) {
      all.put(name, value);
      return value;
    }

    Map<String, Integer> all() {
      return all;
    }
  }
}
