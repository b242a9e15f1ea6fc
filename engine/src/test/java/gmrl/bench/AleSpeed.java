package gmrl.bench;

import gmrl.atari.Environment;
import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.ale.AtariGame;
import gmrl.atari.ale.AtariSettings;
import gmrl.atari.ale.Rom;
import gmrl.atari.ale.Roms;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Frames a second of the emulator with its wrappers, random actions: 16 games on one thread, by
 * processor time, and on two, by the clock. Arguments: games, Breakout and Pong if none.
 *
 * <pre>ALE_ROMS_DIR=… mvn -q -Pale -pl engine test-compile exec:exec@bench -Dbench=AleSpeed</pre>
 */
public final class AleSpeed {
  private static final int ENVS = 16;
  private static final int STEPS = 60;
  private static final int ROUNDS = 4;

  private AleSpeed() {}

  public static void main(String[] args) {
    for (String game : args.length == 0 ? new String[] {"breakout", "pong"} : args) {
      Rom rom = Roms.in(null).find(game);
      System.out.printf(
          "%-15s %7.0f frames/s of processor time on one thread, %7.0f by the clock on two%n",
          rom.title(), speed(rom, 1), speed(rom, 2));
    }
  }

  private static double speed(Rom rom, int threads) {
    AtariSettings settings = AtariSettings.of(rom.game());
    List<Environment> games = new ArrayList<>();
    for (int i = 0; i < ENVS; i++) {
      games.add(AtariGame.open(settings, rom, new StatefulRandom(i)));
    }
    double best = Double.POSITIVE_INFINITY;
    try (VectorEnvironment vector = new VectorEnvironment(games, threads)) {
      float[] seen = new float[ENVS * vector.shape().size()];
      SplittableRandom random = new SplittableRandom(1);
      vector.reset(seen, 0);
      for (int round = 0; round < ROUNDS; round++) {
        long start = time(threads);
        for (int t = 0; t < STEPS; t++) {
          vector.step(random.ints(ENVS, 0, vector.actions()).toArray(), seen, 0);
        }
        best = Math.min(best, (time(threads) - start) / 1e9);
      }
    }
    return (double) STEPS * ENVS * settings.frameSkip() / best;
  }

  private static long time(int threads) {
    return threads == 1
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
