package gmrl.bench;

import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureGame;
import gmrl.atari.mini.MiniatureSettings;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Steps a second of the miniature games alone, observation included: one thread, 64 games, random
 * actions. Prints the best of five rounds after two that warm up, and what was allocated.
 *
 * <pre>mvn -q -pl engine test-compile exec:exec@bench -Dbench=MiniatureSpeed</pre>
 */
public final class MiniatureSpeed {
  private static final int ENVS = 64;
  private static final int ROUNDS = 7;
  private static final int STEPS = 20_000;

  private MiniatureSpeed() {}

  public static void main(String[] args) {
    int[][] actions = new int[997][];
    SplittableRandom random = new SplittableRandom(1);
    for (int t = 0; t < actions.length; t++) {
      actions[t] = random.ints(ENVS, 0, 6).toArray();
    }
    for (Miniature game : Miniature.values()) {
      try (VectorEnvironment games =
          new VectorEnvironment(
              IntStream.range(0, ENVS)
                  .mapToObj(
                      i -> new MiniatureGame(MiniatureSettings.of(game), new StatefulRandom(i)))
                  .toList(),
              1)) {
        float[] seen = new float[ENVS * games.shape().size()];
        games.reset(seen, 0);
        double best = Double.POSITIVE_INFINITY;
        long allocated = 0;
        for (int round = 0; round < ROUNDS; round++) {
          long before = allocated();
          long start = cpu();
          for (int t = 0; t < STEPS; t++) {
            games.step(actions[t % actions.length], seen, 0);
          }
          best = Math.min(best, (cpu() - start) / 1e9);
          allocated = allocated() - before;
        }
        double steps = (double) STEPS * ENVS;
        System.out.printf(
            "%-15s %6.2f M steps/s of processor time, %.2f bytes allocated a step%n",
            game.title(), steps / best / 1e6, allocated / steps);
      }
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
