package gmrl.bench;

import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaRun;
import gmrl.ipd.Samples;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Times LOLA-DiCE: ten seeds × 500 updates of the default, cold and warm, one thread against all,
 * and the same work against bare sampling of its trajectories.
 */
public final class LolaBench {
  private static final int SEEDS = 10;
  private static final int UPDATES = 500;

  private LolaBench() {}

  /** Prints the table. */
  public static void main(String[] args) {
    LolaRun.Parallel all = (count, task) -> IntStream.range(0, count).parallel().forEach(task);
    report("default, cold, all cores", LolaConfig.DEFAULT, all);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double one = report("default, warm, one core", LolaConfig.DEFAULT, LolaRun.Parallel.SEQUENTIAL);
    double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    System.out.printf(
        "processor time of that       %6.3f s, %.1f ns a joint step; a quiet machine of two cores"
            + " needs about half as long%n",
        cpu, cpu * 1e9 / ((double) SEEDS * UPDATES * LolaConfig.DEFAULT.stepsPerUpdate()));
    double many = report("default, warm, all cores", LolaConfig.DEFAULT, all);
    System.out.printf("speed-up of all cores over one: %.2f%n", one / many);
    double naive = report("no lookahead", LolaConfig.DEFAULT.with().lookaheads(0).build(), all);
    System.out.printf("one lookahead over none: %.2f%n", many / naive);
    report("inner 1024", LolaConfig.DEFAULT.with().inner(new Samples.Fresh(1024)).build(), all);
    report(
        "replay 1024", LolaConfig.DEFAULT.with().inner(new Samples.Replay(128, 1024)).build(), all);
    report(
        "all exact",
        LolaConfig.DEFAULT.with().inner(new Samples.Exact()).outer(new Samples.Exact()).build(),
        all);
    live(all);
  }

  private static double report(String name, LolaConfig config, LolaRun.Parallel parallel) {
    LolaRun run = new LolaRun(config, 0, SEEDS);
    long start = System.nanoTime();
    run.advance(UPDATES, parallel, () -> false);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%-28s %6.3f s   %7.0f updates/s of all %d seeds   final return %.3f%n",
        name,
        seconds,
        UPDATES / seconds,
        SEEDS,
        run.snapshot().over(UPDATES, update -> update.meanReturn()).mean());
    return seconds;
  }

  /** All seeds one update at a time with a snapshot after each, as the window asks for it. */
  private static void live(LolaRun.Parallel parallel) {
    LolaRun run = new LolaRun(LolaConfig.DEFAULT, 0, SEEDS);
    long start = System.nanoTime();
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < UPDATES; i++) {
      run.advance(1, parallel, () -> false);
      seen.add(run.snapshot().updates());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "live, update by update       %6.3f s   %7.0f updates/s of all seeds (%d snapshots)%n",
        seconds, UPDATES / seconds, seen.size());
  }
}
