package gmrl.app.atari;

import gmrl.app.live.Gate;
import gmrl.app.live.LatestSlot;
import gmrl.atari.Screen;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.UpdateReport;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureGame;
import gmrl.experiment.atari.AtariExperiment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Watches a learner: draws the first of its games after each update, and holds the learner between
 * two updates while its gate is closed. Called by the threads that learn, one for each seed.
 */
final class Onlooker implements AtariExperiment.Watcher {
  private static final long SLOW_MILLIS = 250;

  /** Weight of the past in the speed that is shown. */
  private static final double MEMORY = 0.9;

  private final long first;
  private final Gate gate;
  private final Map<Long, Gate.Visitor> visitors = new ConcurrentHashMap<>();
  private final LatestSlot<Frame> frames;
  private final BooleanSupplier slow;
  private volatile boolean stopped;
  private long since = System.nanoTime();
  private long steps;
  private double rate = Double.NaN;

  /**
   * Somebody who looks on at one run.
   *
   * @param first the seed whose game is seen; others are only held
   * @param slow whether a person wants to see each update
   */
  Onlooker(long first, Gate gate, LatestSlot<Frame> frames, BooleanSupplier slow) {
    this.first = first;
    this.gate = gate;
    this.frames = frames;
    this.slow = slow;
  }

  /** Lets go of the learner, so that it sees that it was cancelled. */
  void stop() {
    stopped = true;
    gate.nudge();
  }

  @Override
  public void after(long seed, VectorEnvironment environments, UpdateReport report) {
    // Before its picture is there: who sees that may ask for the next one at once.
    Gate.Visitor visitor = visitors.computeIfAbsent(seed, each -> gate.visitor());
    if (seed == first) {
      show(environments, report);
    }
    if (slow.getAsBoolean() && !stopped) {
      try {
        Thread.sleep(SLOW_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    visitor.pass(() -> stopped);
    if (seed == first) {
      since = System.nanoTime();
    }
  }

  private void show(VectorEnvironment environments, UpdateReport report) {
    double now = (report.steps() - steps) * 1e9 / Math.max(1, System.nanoTime() - since);
    rate = Double.isNaN(rate) ? now : MEMORY * rate + (1 - MEMORY) * now;
    steps = report.steps();
    if (environments.environment(0) instanceof Screen screen) {
      int[] colours = new int[screen.screenRows() * screen.screenColumns()];
      screen.paint(colours);
      frames.publish(
          new Frame(
              screen.screenColumns(),
              Arrays.stream(colours).boxed().toList(),
              screen instanceof MiniatureGame game ? planes(game) : List.of(),
              steps,
              rate));
    }
  }

  private static List<Frame.Plane> planes(MiniatureGame game) {
    Miniature kind = game.settings().game();
    int channels = game.shape().channels();
    float[] seen = new float[game.shape().size()];
    game.observe(seen, 0);
    return IntStream.range(0, channels)
        .mapToObj(
            channel ->
                new Frame.Plane(
                    kind.channels().get(channel),
                    IntStream.range(0, seen.length / channels)
                        .mapToObj(cell -> seen[cell * channels + channel] != 0)
                        .toList()))
        .toList();
  }
}
