package gmrl.atari.ale;

import gmrl.atari.StatefulRandom;
import java.util.Arrays;

/**
 * The emulator with sticky actions and a memory of what it was given, so that a game can be played
 * again up to where it stands.
 */
final class Console {
  private final Emulator emulator;
  private final double stickiness;
  private byte[] actions = new byte[1024];
  private int frames;
  private int executed;

  Console(Emulator emulator, double stickiness) {
    this.emulator = emulator;
    this.stickiness = stickiness;
  }

  /** Begins a game; what was done last is forgotten. */
  void reset() {
    emulator.reset();
    frames = 0;
    executed = 0;
  }

  /** Emulates one frame of that action, or of the last one if it sticks. */
  int act(int action, StatefulRandom random) {
    if (stickiness == 0 || random.nextDouble() >= stickiness) {
      executed = action;
    }
    if (frames == actions.length) {
      actions = Arrays.copyOf(actions, 2 * frames);
    }
    actions[frames++] = (byte) executed;
    return emulator.act(executed);
  }

  /** Frames since the game began. */
  int frames() {
    return frames;
  }

  /** What each frame of the game was given. */
  byte[] history() {
    return Arrays.copyOf(actions, frames);
  }

  /** Begins a game and plays it up to the end of that history. */
  void replay(byte[] history) {
    reset();
    actions = Arrays.copyOf(history, Math.max(1024, history.length));
    for (byte action : history) {
      emulator.act(action);
    }
    frames = history.length;
    executed = history.length == 0 ? 0 : history[history.length - 1];
  }
}
