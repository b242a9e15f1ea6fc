package gmrl.atari.ale;

import java.util.Arrays;

/**
 * A game written down: what was done since it began, and what the wrappers remember.
 *
 * @param numbers the wrappers' own
 * @param history the action of each frame
 * @param pictures the frame stack
 * @param memory the console's memory, to see whether playing again has led to the same place
 */
@SuppressWarnings("ArrayRecordComponent") // made and read at once, compared by nobody
record SavedGame(long[] numbers, byte[] history, byte[] pictures, byte[] memory) {
  private static final int HEADER = 5;

  /** All of it as numbers that begin with {@code kind}. */
  long[] pack(long kind) {
    long[] packedHistory = pack(history);
    long[] packedPictures = pack(pictures);
    long[] packedMemory = pack(memory);
    long[] header = {kind, numbers.length, history.length, pictures.length, memory.length};
    long[][] parts = {header, numbers, packedHistory, packedPictures, packedMemory};
    long[] out = new long[Arrays.stream(parts).mapToInt(p -> p.length).sum()];
    int at = 0;
    for (long[] part : parts) {
      System.arraycopy(part, 0, out, at, part.length);
      at += part.length;
    }
    return out;
  }

  /** Takes {@link #pack(long)} back. */
  static SavedGame unpack(long[] state, long kind, int numbers, int pictures, String label) {
    if (state.length < HEADER || state[0] != kind) {
      throw new IllegalArgumentException("the saved game is not one of " + label);
    }
    long history = state[2];
    long expected = HEADER + numbers + words(history) + words(pictures) + words(state[4]);
    if (state[1] != numbers
        || history < 0
        || history > Integer.MAX_VALUE
        || state[3] != pictures
        || state[4] < 0
        || state.length != expected) {
      throw new IllegalArgumentException(
          "the saved game of " + label + " is cut short or of other settings");
    }
    int at = HEADER;
    long[] own = Arrays.copyOfRange(state, at, at + numbers);
    at += numbers;
    byte[] actions = unpack(state, at, (int) history);
    at += (int) words(history);
    byte[] stack = unpack(state, at, pictures);
    at += (int) words(pictures);
    return new SavedGame(own, actions, stack, unpack(state, at, (int) state[4]));
  }

  private static long words(long bytes) {
    return (bytes + 7) / 8;
  }

  private static long[] pack(byte[] bytes) {
    long[] out = new long[(int) words(bytes.length)];
    for (int i = 0; i < bytes.length; i++) {
      out[i / 8] |= (bytes[i] & 255L) << (8 * (i % 8));
    }
    return out;
  }

  private static byte[] unpack(long[] state, int from, int count) {
    byte[] out = new byte[count];
    for (int i = 0; i < count; i++) {
      out[i] = (byte) (state[from + i / 8] >> (8 * (i % 8)));
    }
    return out;
  }
}
