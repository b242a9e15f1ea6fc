package gmrl.atari.ale;

import gmrl.atari.Environment;
import gmrl.atari.ObservationShape;
import gmrl.atari.Screen;
import gmrl.atari.StatefulRandom;
import java.util.Arrays;

/**
 * An Atari game as learners usually meet it: no-op starts, FIRE to begin, frames skipped and
 * maximised over, lives as episodes, small grey pictures in a stack, clipped rewards, and a time
 * limit that is told apart from an end. A step is one decision, {@code frameSkip} frames.
 *
 * <p>What FIRE or the no-op after a lost life gains counts to the score of the step that follows.
 */
public final class AtariGame implements Environment, Screen {
  private static final int NOOP = 0;
  private static final int FIRE = 1;
  private static final int ALL_ACTIONS = 18;

  private final AtariSettings settings;
  private final Emulator emulator;
  private final Console console;
  private final Preprocessing preprocessing;
  private final FrameStack stack;
  private final ObservationShape shape;
  private final int[] actions;
  private final boolean waitsForFire;
  private final long kind;
  private final StatefulRandom random;
  private byte[] previous;
  private byte[] current;
  private boolean begun;
  private boolean terminated;
  private boolean truncated;
  private boolean gameOver;
  private int lives;
  private double score;

  /** Gained while an episode began. */
  private double pending;

  AtariGame(AtariSettings settings, Emulator emulator, StatefulRandom random) {
    this.settings = settings;
    this.emulator = emulator;
    this.random = random;
    this.console = new Console(emulator, settings.stickiness());
    this.preprocessing = new Preprocessing(emulator.rows(), emulator.columns(), emulator.palette());
    this.stack = new FrameStack(settings.frameStack());
    this.shape =
        new ObservationShape(Preprocessing.SIZE, Preprocessing.SIZE, settings.frameStack());
    int[] minimal = emulator.minimalActions();
    this.actions =
        settings.fullActions()
            ? java.util.stream.IntStream.range(0, ALL_ACTIONS).toArray()
            : minimal;
    this.waitsForFire = settings.fireReset() && minimal.length >= 3 && minimal[1] == FIRE;
    this.previous = new byte[emulator.rows() * emulator.columns()];
    this.current = previous.clone();
    this.kind = settings.toString().hashCode();
  }

  /**
   * Opens a game.
   *
   * @param rom found by {@link Roms}
   * @param random draws the no-op starts and what sticks
   * @throws IllegalArgumentException if the file is another game's
   * @throws IllegalStateException in one sentence if the emulator is not there
   */
  public static AtariGame open(AtariSettings settings, Rom rom, StatefulRandom random) {
    if (!settings.game().equals(rom.game())) {
      throw new IllegalArgumentException(
          rom.file() + " is " + rom.title() + ", wanted is " + settings.label());
    }
    Ale.missing()
        .ifPresent(
            why -> {
              throw new IllegalStateException(why);
            });
    // Once more and last: the file may have changed since it was found.
    Roms.verify(rom);
    return new AtariGame(settings, new AleEmulator(rom.file()), random);
  }

  @Override
  public String label() {
    return settings.label();
  }

  @Override
  public ObservationShape shape() {
    return shape;
  }

  @Override
  public int actions() {
    return actions.length;
  }

  @Override
  public int framesPerStep() {
    return settings.frameSkip();
  }

  @Override
  public void reset() {
    if (!begun || gameOver) {
      newGame();
    } else {
      // A life was lost: one step of nothing.
      pending += frames(NOOP);
    }
    if (waitsForFire) {
      begin(actions[1]);
      begin(actions[2]);
    }
    startOfLife();
  }

  private void newGame() {
    console.reset();
    pending = 0;
    begun = true;
    if (settings.noopMax() > 0) {
      for (int left = 1 + random.nextInt(settings.noopMax()); left > 0; left--) {
        pending += console.act(NOOP, random);
        if (emulator.gameOver()) {
          console.reset();
          pending = 0;
        }
      }
    }
    capture(true);
  }

  private void begin(int action) {
    if (!emulator.gameOver()) {
      pending += frames(action);
    }
  }

  private void startOfLife() {
    terminated = false;
    truncated = false;
    gameOver = false;
    score = 0;
    lives = emulator.lives();
    stack.clear();
    preprocessing.apply(previous, current, stack.push());
  }

  @Override
  public void step(int action) {
    if (action < 0 || action >= actions.length) {
      throw new IllegalArgumentException(
          label() + " has actions 0 to " + (actions.length - 1) + ", not " + action);
    }
    if (!begun || terminated || truncated) {
      throw new IllegalStateException("the episode is over or has not begun: reset first");
    }
    // Beginning the episode may have ended the game; then there is nothing left to do.
    score = pending + (emulator.gameOver() ? 0 : frames(actions[action]));
    pending = 0;
    boolean over = emulator.gameOver();
    boolean cut = !over && console.frames() >= settings.maxFrames();
    int left = emulator.lives();
    boolean lifeLost = settings.episodicLife() && left < lives && left > 0;
    lives = left;
    gameOver = over || cut;
    terminated = over || lifeLost;
    truncated = cut && !lifeLost;
    preprocessing.apply(previous, current, stack.push());
  }

  /** One decision's frames; the last two pictures are kept. */
  private double frames(int action) {
    double gained = 0;
    int skip = settings.frameSkip();
    for (int i = 0; i < skip; i++) {
      gained += console.act(action, random);
      boolean ended = emulator.gameOver();
      if (i == skip - 1 || ended) {
        // A picture of its own where there is no frame before it to be maximised with.
        capture(skip == 1 || (ended && i < skip - 1));
        break;
      }
      if (i == skip - 2) {
        capture(false);
      }
    }
    return gained;
  }

  private void capture(boolean alone) {
    byte[] swap = previous;
    previous = current;
    current = swap;
    emulator.screen(current);
    if (alone) {
      System.arraycopy(current, 0, previous, 0, current.length);
    }
  }

  @Override
  public double reward() {
    return settings.clipRewards() ? Math.signum(score) : score;
  }

  @Override
  public double score() {
    return score;
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  @Override
  public boolean truncated() {
    return truncated;
  }

  @Override
  public boolean gameOver() {
    return gameOver;
  }

  @Override
  public void observe(float[] target, int offset) {
    stack.observe(target, offset);
  }

  @Override
  public int screenRows() {
    return emulator.rows();
  }

  @Override
  public int screenColumns() {
    return emulator.columns();
  }

  @Override
  public void paint(int[] target) {
    int[] palette = emulator.palette();
    Arrays.setAll(target, i -> palette[current[i] & 255]);
  }

  @Override
  public long[] save() {
    long flags = (begun ? 1 : 0) | (terminated ? 2 : 0) | (truncated ? 4 : 0) | (gameOver ? 8 : 0);
    long[] numbers = {
      random.state(), flags, lives, Double.doubleToLongBits(score), Double.doubleToLongBits(pending)
    };
    return new SavedGame(numbers, console.history(), stack.bytes(), emulator.memory()).pack(kind);
  }

  /**
   * Plays the game again from its beginning, a few thousand frames a second, and compares the
   * console's memory: only if it is the same byte for byte does the game go on. The emulator cannot
   * promise it, as what it does depends on more than the game's own actions.
   */
  @Override
  public boolean restore(long[] state) {
    SavedGame saved = SavedGame.unpack(state, kind, 5, stack.size(), label());
    for (byte action : saved.history()) {
      if (action < 0 || action >= ALL_ACTIONS) {
        throw new IllegalArgumentException("the saved game has an action " + action);
      }
    }
    random.set(saved.numbers()[0]);
    console.replay(saved.history());
    if (!Arrays.equals(emulator.memory(), saved.memory())) {
      begun = false;
      reset();
      return false;
    }
    long flags = saved.numbers()[1];
    begun = (flags & 1) != 0;
    terminated = (flags & 2) != 0;
    truncated = (flags & 4) != 0;
    gameOver = (flags & 8) != 0;
    lives = (int) saved.numbers()[2];
    score = Double.longBitsToDouble(saved.numbers()[3]);
    pending = Double.longBitsToDouble(saved.numbers()[4]);
    capture(true);
    stack.set(saved.pictures());
    return true;
  }

  @Override
  public void close() {
    emulator.close();
  }
}
