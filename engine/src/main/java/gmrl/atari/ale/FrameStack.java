package gmrl.atari.ale;

import java.util.Arrays;

/** The last few pictures, the newest in the last channel; black before the first. */
final class FrameStack {
  private static final int PIXELS = Preprocessing.SIZE * Preprocessing.SIZE;
  private static final float[] UNIT = new float[256];

  static {
    for (int i = 0; i < UNIT.length; i++) {
      UNIT[i] = i / 255f;
    }
  }

  private final byte[][] frames;

  /** Where the oldest picture lies, which the next one replaces. */
  private int oldest;

  FrameStack(int depth) {
    frames = new byte[depth][PIXELS];
  }

  void clear() {
    for (byte[] frame : frames) {
      Arrays.fill(frame, (byte) 0);
    }
  }

  /** The place of the next picture, which the caller fills. */
  byte[] push() {
    byte[] out = frames[oldest];
    oldest = (oldest + 1) % frames.length;
    return out;
  }

  /** Writes [84][84][depth] from {@code offset} on, in 0 … 1. */
  void observe(float[] target, int offset) {
    int depth = frames.length;
    for (int k = 0; k < depth; k++) {
      byte[] frame = frames[(oldest + k) % depth];
      int at = offset + k;
      for (int i = 0; i < PIXELS; i++) {
        target[at] = UNIT[frame[i] & 255];
        at += depth;
      }
    }
  }

  /** Bytes, oldest picture first. */
  byte[] bytes() {
    byte[] out = new byte[frames.length * PIXELS];
    for (int k = 0; k < frames.length; k++) {
      System.arraycopy(frames[(oldest + k) % frames.length], 0, out, k * PIXELS, PIXELS);
    }
    return out;
  }

  /** Takes back {@link #bytes}. */
  void set(byte[] bytes) {
    oldest = 0;
    for (int k = 0; k < frames.length; k++) {
      System.arraycopy(bytes, k * PIXELS, frames[k], 0, PIXELS);
    }
  }

  int size() {
    return frames.length * PIXELS;
  }
}
