package gmrl.spark;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import gmrl.experiment.sweep.SweepMaster;
import gmrl.experiment.sweep.SweepOutcome;
import gmrl.experiment.sweep.SweepPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Distributes the points of a sweep over a cluster of Apache Spark.
 *
 * <p>Every core runs a few points first, to see how long one takes once it is compiled; the rest is
 * cut into tasks of a few seconds, whose results come back one by one. What a lost executor was at
 * is run again elsewhere by Spark: points are functions of the sweep alone, so their numbers are
 * the same.
 */
public final class SparkMaster implements SweepMaster {
  /** Whatever spark-submit was told. */
  private static final String SUBMITTED = "spark";

  private static final Pattern ADDRESS =
      Pattern.compile(SUBMITTED + "|spark://.+|local\\[.+]|local-cluster\\[.+]|yarn|k8s://.+");

  private static final double TASK_SECONDS = 3;
  private static final double TRIAL_SECONDS = 2;
  private static final int MOST_TRIALS_PER_CORE = 64;

  /** More tasks a core than this even out no load, and each costs some milliseconds. */
  private static final int MOST_TASKS_PER_CORE = 64;

  @Override
  public boolean serves(String address) {
    return ADDRESS.matcher(address).matches();
  }

  @Override
  public void run(
      String address,
      SweepPlan plan,
      int[] points,
      Workers workers,
      CancellationToken token,
      Consumer<List<SweepOutcome>> done) {
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "gmrl-lab sweep");
    if (!address.equals(SUBMITTED)) {
      conf.setMaster(address);
    }
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    // A point that fails is a row of the table, so what fails a task is the cluster.
    conf.setIfMissing("spark.task.maxFailures", "32");
    try (JavaSparkContext context = new JavaSparkContext(conf)) {
      Runnable forget = token.onCancel(() -> context.sc().cancelAllJobs());
      try {
        Job job = new Job(context, context.broadcast(Json.line(plan.json())));
        Set<Integer> tried = new HashSet<>();
        double seconds = trial(job, points, done, tried);
        token.check();
        int[] left = Arrays.stream(points).filter(point -> !tried.contains(point)).toArray();
        // By now the cores have come that there are.
        int cores = Math.max(1, context.defaultParallelism());
        job.run(shares(left, seconds, cores), Double.POSITIVE_INFINITY, done);
      } catch (RuntimeException e) {
        if (token.isCancelled()) {
          throw new CancellationException("cancelled");
        }
        throw e;
      } finally {
        forget.run();
      }
    }
  }

  /**
   * Begins on every core, for a short time.
   *
   * @param tried takes the points that are done then
   * @return what a point took in the middle, in seconds
   */
  private static double trial(
      Job job, int[] points, Consumer<List<SweepOutcome>> done, Set<Integer> tried) {
    int cores = Math.max(1, job.context().defaultParallelism());
    int each = Math.max(1, Math.min(MOST_TRIALS_PER_CORE, points.length / (3 * cores)));
    List<int[]> first = new ArrayList<>();
    for (int from = 0; from < Math.min(points.length, cores * each); from += each) {
      first.add(Arrays.copyOfRange(points, from, Math.min(points.length, from + each)));
    }
    List<Double> later = new ArrayList<>();
    job.run(
        first,
        TRIAL_SECONDS,
        outcomes -> {
          outcomes.forEach(outcome -> tried.add(outcome.point()));
          outcomes.stream()
              .skip(outcomes.size() / 2)
              .forEach(outcome -> later.add(outcome.seconds()));
          done.accept(outcomes);
        });
    Collections.sort(later);
    return later.isEmpty() ? TASK_SECONDS : later.get(later.size() / 2);
  }

  /**
   * Cuts points into tasks of some seconds, of which each core has a few; the last ones get smaller
   * and smaller, so that all cores end together.
   */
  private static List<int[]> shares(int[] points, double seconds, int cores) {
    int lasting = (int) Math.min(1 << 16, TASK_SECONDS / Math.max(1e-5, seconds));
    int most = Math.max(points.length / (MOST_TASKS_PER_CORE * cores), lasting);
    int least = Math.max(1, most / 8);
    List<int[]> tasks = new ArrayList<>();
    for (int from = 0; from < points.length; from += tasks.get(tasks.size() - 1).length) {
      int left = points.length - from;
      int size = Math.max(least, Math.min(most, left / (2 * cores)));
      tasks.add(Arrays.copyOfRange(points, from, from + Math.min(left, size)));
    }
    return tasks;
  }

  /** What all tasks of a sweep share. */
  private record Job(JavaSparkContext context, Broadcast<String> sweep) {

    /** Runs tasks, each of which begins no further point after some seconds. */
    void run(List<int[]> tasks, double seconds, Consumer<List<SweepOutcome>> fresh) {
      if (tasks.isEmpty()) {
        return;
      }
      JavaRDD<int[]> rdd = context.parallelize(tasks, tasks.size());
      context
          .sc()
          .runJob(
              rdd.rdd(),
              new PointTask(sweep, seconds),
              (task, lines) -> {
                fresh.accept(
                    Arrays.stream(lines).map(line -> SweepOutcome.parse("a task", line)).toList());
                return BoxedUnit.UNIT;
              },
              ClassTag$.MODULE$.apply(String[].class));
    }
  }
}
