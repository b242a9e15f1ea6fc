package gmrl.atari.ale;

import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ale.ALEInterface;
import org.bytedeco.ale.ALERAM;
import org.bytedeco.ale.ColourPalette;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** The Arcade Learning Environment; the only class that calls it. */
final class AleEmulator implements Emulator {
  private static final int ALL_ACTIONS = 18;
  private static final int MEMORY = 128;

  private final ALEInterface ale;
  private final int[] actions;
  private final int[] palette;
  private final int rows;
  private final int columns;

  /**
   * @param rom whose checksum is known to be a supported one: the library ends the process on any
   *     other
   */
  AleEmulator(Path rom) {
    ale = new ALEInterface();
    ale.setInt("random_seed", 0);
    // Its own default is .25; sticky actions are ours, so that they are seeded and saved.
    ale.setFloat("repeat_action_probability", 0);
    ale.setBool("color_averaging", false);
    ale.setInt("frame_skip", 1);
    ale.loadROM(rom.toString());
    try (IntPointer minimal = ale.getMinimalActionSet()) {
      actions = new int[(int) minimal.limit()];
      minimal.get(actions);
    }
    palette = new int[256];
    try (ColourPalette colours = ale.theOSystem().colourPalette()) {
      Arrays.setAll(palette, i -> colours.getRGB(i) & 0xffffff);
    }
    rows = (int) ale.getScreen().height();
    columns = (int) ale.getScreen().width();
  }

  @Override
  public int[] minimalActions() {
    return actions.clone();
  }

  @Override
  public void reset() {
    ale.reset_game();
  }

  @Override
  public int act(int action) {
    if (action < 0 || action >= ALL_ACTIONS) {
      throw new IllegalArgumentException("the console has actions 0 to 17, not " + action);
    }
    return ale.act(action);
  }

  @Override
  public boolean gameOver() {
    return ale.game_over();
  }

  @Override
  public int lives() {
    return ale.lives();
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void screen(byte[] target) {
    try (BytePointer picture = ale.getScreen().getArray()) {
      picture.capacity((long) rows * columns).get(target, 0, rows * columns);
    }
  }

  @Override
  public int[] palette() {
    return palette.clone();
  }

  @Override
  public byte[] memory() {
    byte[] out = new byte[MEMORY];
    try (ALERAM memory = ale.getRAM()) {
      for (int i = 0; i < MEMORY; i++) {
        out[i] = memory.get(i);
      }
    }
    return out;
  }

  @Override
  public void close() {
    ale.close();
  }
}
