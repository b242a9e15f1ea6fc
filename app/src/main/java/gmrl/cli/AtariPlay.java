package gmrl.cli;

import gmrl.Digits;
import gmrl.atari.Environment;
import gmrl.atari.Screen;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.Player;
import gmrl.atari.learn.Trajectory;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.CheckpointFolder;
import gmrl.experiment.file.AtomicFile;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows what a run has learnt: in colour in a terminal, as numbers elsewhere. */
final class AtariPlay {
  private static final long FRAME_MILLIS = 66;
  private static final int WIDEST = 80;

  private final AtariSpec spec;
  private final @Nullable Path roms;
  private final Path folder;
  private final @Nullable Path trajectory;
  private final OutputOptions output;

  /**
   * @param trajectory file for what is seen, done and paid, or null
   */
  AtariPlay(
      AtariSpec spec,
      @Nullable Path roms,
      Path folder,
      @Nullable Path trajectory,
      OutputOptions output) {
    this.spec = spec;
    this.roms = roms;
    this.folder = folder;
    this.trajectory = trajectory;
    this.output = output;
  }

  int play(int episodes) throws IOException {
    if (episodes < 1) {
      throw new IllegalArgumentException("--episodes is " + episodes + ", expected 1 or more");
    }
    CheckpointFolder checkpoints = CheckpointFolder.of(folder, spec.game(), problem -> {});
    boolean coloured = !output.toFile() && isTerminal();
    StringBuilder lines = new StringBuilder();
    // Games of their own: not the seeds that the run learns from.
    StatefulRandom random = new StatefulRandom(~spec.seed() * 31);
    try (VectorEnvironment one = spec.game().open(1, random.nextLong(), roms, 1)) {
      Environment environment = one.environment(0);
      Player player =
          new Player(
              spec.game().network(one, spec.learning().algorithm().conditioned()),
              checkpoints.parameters(spec.seed()),
              environment,
              random);
      Trajectory kept = new Trajectory(environment);
      for (int e = 1; e <= episodes; e++) {
        double score = 0;
        int length = 0;
        do {
          player.step();
          if (trajectory != null) {
            kept.add(player);
          }
          score += environment.score();
          length++;
          if (coloured && environment instanceof Screen screen) {
            show(screen, score, length);
          }
          if (Interruption.token().isCancelled()) {
            write(kept);
            return Interruption.CODE;
          }
        } while (!environment.gameOver());
        lines.append(
            String.format(
                Locale.ROOT, "game %d: score %s in %d steps%n", e, Digits.of(score), length));
      }
      write(kept);
    }
    output.deliver(lines.toString() + spec.label() + System.lineSeparator());
    return 0;
  }

  private void write(Trajectory kept) {
    Path file = trajectory;
    if (file == null) {
      return;
    }
    try {
      AtomicFile.write(file, kept.npz());
    } catch (IOException e) {
      throw new IllegalArgumentException("--trajectory: " + e.getMessage(), e);
    }
  }

  /** Whether somebody looks on; JDK 22 and newer have a console without a terminal, too. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true; // before JDK 22 a console is a terminal
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Two pixels a character, one above the other; large pictures are thinned out. */
  private void show(Screen screen, double score, int length) {
    int rows = screen.screenRows();
    int columns = screen.screenColumns();
    int[] colours = new int[rows * columns];
    screen.paint(colours);
    int every = Math.max(1, (columns + WIDEST - 1) / WIDEST);
    int wide = columns <= WIDEST / 4 ? 2 : 1;
    StringBuilder text = new StringBuilder("\u001b[H\u001b[2J");
    for (int r = 0; r < rows; r += 2 * every) {
      for (int c = 0; c < columns; c += every) {
        int below = Math.min(rows - 1, r + every);
        colour(text, 38, colours[r * columns + c]);
        colour(text, 48, colours[below * columns + c]);
        text.append("▀".repeat(wide));
      }
      text.append("\u001b[0m\n");
    }
    text.append(String.format(Locale.ROOT, "score %s, step %d%n", Digits.of(score), length));
    output.screen(text.toString());
    try {
      Thread.sleep(FRAME_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void colour(StringBuilder text, int layer, int rgb) {
    text.append("\u001b[").append(layer).append(";2;");
    text.append(rgb >> 16 & 255).append(';').append(rgb >> 8 & 255).append(';');
    text.append(rgb & 255).append('m');
  }
}
