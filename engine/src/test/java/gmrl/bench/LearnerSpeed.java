package gmrl.bench;

import gmrl.atari.StatefulRandom;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.learn.Trainer;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureGame;
import gmrl.atari.mini.MiniatureSettings;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Decisions a second of whole learners on miniature Breakout: playing, learning and all that lies
 * between, 64 environments × 5 steps.
 *
 * <p>Prints the best of several blocks, by the clock and per second of processor time of all
 * threads together. The argument is the number of blocks.
 */
public final class LearnerSpeed {
  private static final int ENVS = 64;

  private LearnerSpeed() {}

  public static void main(String[] args) {
    int blocks = args.length == 0 ? 12 : Integer.parseInt(args[0]);
    for (Algorithm algorithm : new Algorithm[] {Algorithm.A2C, Algorithm.MGRL}) {
      try (VectorEnvironment games =
          new VectorEnvironment(
              IntStream.range(0, ENVS)
                  .mapToObj(
                      i ->
                          new MiniatureGame(
                              MiniatureSettings.of(Miniature.BREAKOUT), new StatefulRandom(i)))
                  .toList(),
              1)) {
        LearningSettings settings =
            LearningSettings.published(algorithm).withNumEnvSteps(Integer.MAX_VALUE);
        Trainer trainer =
            Trainer.start(
                settings, NetworkSpec.miniature(games.shape(), games.actions(), false), games, 1);
        double wall = 0;
        double processor = 0;
        for (int i = 0; i < blocks; i++) {
          long before = trainer.steps();
          long cpu = cpu();
          long clock = System.nanoTime();
          while (trainer.steps() < before + 20_000) {
            trainer.update();
          }
          double steps = trainer.steps() - before;
          wall = Math.max(wall, steps * 1e9 / (System.nanoTime() - clock));
          processor = Math.max(processor, steps * 1e9 / (cpu() - cpu));
        }
        System.out.printf(
            Locale.ROOT,
            "%-5s %.0f decisions a second, %.0f per second of processor time%n",
            algorithm.id(),
            wall,
            processor);
      }
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
