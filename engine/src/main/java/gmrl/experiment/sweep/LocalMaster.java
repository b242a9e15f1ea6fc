package gmrl.experiment.sweep;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The threads of this machine: each takes the next few points, as many as last about half a second,
 * so that a sweep of a million small points is not slower than its points.
 */
final class LocalMaster implements SweepMaster {
  private static final double SECONDS = 0.5;
  private static final int MOST = 4096;

  @Override
  public boolean serves(String address) {
    return address.equals("local");
  }

  @Override
  public void run(
      String address,
      SweepPlan plan,
      int[] points,
      Workers workers,
      CancellationToken token,
      Consumer<List<SweepOutcome>> done) {
    if (points.length == 0) {
      return;
    }
    PointRunner runner = new PointRunner(plan);
    AtomicInteger next = new AtomicInteger();
    int lanes = Math.min(workers.threads(), points.length);
    Object turn = new Object();
    workers.forEach(
        lanes,
        token,
        lane -> {
          // Few long points share the threads that are left over.
          try (Workers own = new Workers(Math.max(1, workers.threads() / lanes))) {
            int batch = 1;
            while (true) {
              int from = next.getAndAdd(batch);
              if (from >= points.length) {
                return;
              }
              long start = System.nanoTime();
              List<SweepOutcome> outcomes = new ArrayList<>();
              for (int i = from; i < Math.min(points.length, from + batch); i++) {
                outcomes.add(runner.run(points[i], own, token));
              }
              synchronized (turn) {
                token.check();
                done.accept(outcomes);
              }
              batch =
                  next(
                      batch, (System.nanoTime() - start) * 1e-9, points.length - next.get(), lanes);
            }
          }
        });
  }

  /** As many points as last the time, and at the end no more than leave something to the others. */
  private static int next(int batch, double seconds, int left, int lanes) {
    double fitting = batch * SECONDS / Math.max(1e-6, seconds);
    int fair = Math.max(1, left / (4 * lanes));
    return (int) Math.max(1, Math.min(Math.min(MOST, fair), Math.min(2.0 * batch, fitting)));
  }
}
