package gmrl.spark;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.sweep.PointRunner;
import gmrl.experiment.sweep.SweepPlan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What an executor does with the numbers of points: their outcomes, one line each. */
final class PointTask extends AbstractFunction1<Iterator<int[]>, String[]> implements Serializable {
  private static final long serialVersionUID = 1;

  /** Sweeps that this executor has read, by their text. */
  private static final ConcurrentMap<String, PointRunner> RUNNERS = new ConcurrentHashMap<>();

  private final Broadcast<String> sweep;
  private final double seconds;

  /** A task that begins no further point after some seconds, but one in any case. */
  PointTask(Broadcast<String> sweep, double seconds) {
    this.sweep = sweep;
    this.seconds = seconds;
  }

  @Override
  public String[] apply(Iterator<int[]> tasks) {
    PointRunner runner =
        RUNNERS.computeIfAbsent(sweep.value(), text -> new PointRunner(SweepPlan.trusted(text)));
    CancellationToken token = new CancellationToken();
    TaskContext context = TaskContext.get();
    List<String> lines = new ArrayList<>();
    long start = System.nanoTime();
    try (Workers one = new Workers(1)) {
      while (tasks.hasNext()) {
        for (int point : tasks.next()) {
          if (!lines.isEmpty() && (System.nanoTime() - start) * 1e-9 > seconds) {
            break;
          }
          if (context.isInterrupted()) {
            token.cancel();
          }
          lines.add(runner.run(point, one, token).line());
        }
      }
    }
    return lines.toArray(String[]::new);
  }
}
