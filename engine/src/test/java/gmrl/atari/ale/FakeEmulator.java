package gmrl.atari.ale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A console without a cartridge: every frame pays what {@code pays} says, shows its number as the
 * colour of every pixel, and costs a life at {@code deaths}.
 */
final class FakeEmulator implements Emulator {
  /** What happened, "reset" or the action of a frame. */
  final List<String> log = new ArrayList<>();

  int pays = 2;
  int startLives = 3;
  List<Integer> deaths = List.of();

  /** Mixed into the memory, so that playing again leads elsewhere if it has changed. */
  int drift;

  private int frame;
  private int left;
  private int sum;

  @Override
  public int[] minimalActions() {
    return new int[] {0, 1, 3, 4};
  }

  @Override
  public void reset() {
    log.add("reset");
    frame = 0;
    left = startLives;
    sum = 0;
  }

  @Override
  public int act(int action) {
    log.add(Integer.toString(action));
    frame++;
    sum = 31 * sum + action;
    if (deaths.contains(frame)) {
      left--;
    }
    return pays;
  }

  @Override
  public boolean gameOver() {
    return left == 0;
  }

  @Override
  public int lives() {
    return left;
  }

  @Override
  public int rows() {
    return 210;
  }

  @Override
  public int columns() {
    return 160;
  }

  @Override
  public void screen(byte[] target) {
    Arrays.fill(target, (byte) frame);
  }

  /** Colour i is grey i, except that odd ones are darker than even ones. */
  @Override
  public int[] palette() {
    int[] out = new int[256];
    Arrays.setAll(out, i -> (i % 2 == 0 ? i : i / 2) * 0x010101);
    return out;
  }

  @Override
  public byte[] memory() {
    return new byte[] {(byte) sum, (byte) (sum >> 8), (byte) frame, (byte) drift};
  }

  @Override
  public void close() {
    log.add("close");
  }
}
