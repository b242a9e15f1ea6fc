package gmrl.spark;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import gmrl.experiment.sweep.PointRunner;
import gmrl.experiment.sweep.SweepMaster;
import gmrl.experiment.sweep.SweepOutcome;
import gmrl.experiment.sweep.SweepPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Distributes the points of a sweep over a cluster of Apache Spark.
 *
 * <p>A few points are run here first, to see how long one takes; the rest is cut into tasks of a
 * few seconds, whose results come back one by one. What a lost executor was at is run again
 * elsewhere by Spark: points are functions of the sweep alone, so their numbers are the same.
 */
public final class SparkMaster implements SweepMaster {
  /** Whatever spark-submit was told. */
  private static final String SUBMITTED = "spark";

  private static final Pattern ADDRESS =
      Pattern.compile(SUBMITTED + "|spark://.+|local\\[.+]|local-cluster\\[.+]|yarn|k8s://.+");

  private static final double TASK_SECONDS = 2;
  private static final double TRIAL_SECONDS = 2;
  private static final int FEWEST_TRIALS = 9;
  private static final int MOST_TRIALS = 64;

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
        Trial trial = trial(plan, points, token, done);
        List<int[]> tasks = tasks(points, trial, context.defaultParallelism());
        token.check();
        if (!tasks.isEmpty()) {
          submit(context, plan, tasks, done);
        }
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
   * What is known after the first points.
   *
   * @param points how many were run
   * @param seconds what one of them took in the middle, once they were compiled
   */
  private record Trial(int points, double seconds) {}

  private static Trial trial(
      SweepPlan plan, int[] points, CancellationToken token, Consumer<List<SweepOutcome>> done) {
    PointRunner runner = new PointRunner(plan);
    List<SweepOutcome> outcomes = new ArrayList<>();
    long start = System.nanoTime();
    try (Workers one = new Workers(1)) {
      while (outcomes.size() < Math.min(MOST_TRIALS, points.length)
          && (outcomes.size() < FEWEST_TRIALS || (System.nanoTime() - start) * 1e-9 < TRIAL_SECONDS)
          && (outcomes.isEmpty() || outcomes.get(outcomes.size() - 1).seconds() < TRIAL_SECONDS)) {
        outcomes.add(runner.run(points[outcomes.size()], one, token));
      }
    }
    done.accept(outcomes);
    double[] later =
        outcomes.stream()
            .skip(outcomes.size() / 2)
            .mapToDouble(SweepOutcome::seconds)
            .sorted()
            .toArray();
    return new Trial(outcomes.size(), later.length == 0 ? TASK_SECONDS : later[later.length / 2]);
  }

  /** Neighbours together, for some seconds, and no fewer tasks than keep every core busy. */
  private static List<int[]> tasks(int[] points, Trial trial, int cores) {
    int left = points.length - trial.points();
    int fitting = (int) Math.min(1 << 16, TASK_SECONDS / Math.max(1e-5, trial.seconds()));
    int fair = left / (3 * Math.max(1, cores));
    int least = left / (MOST_TASKS_PER_CORE * Math.max(1, cores));
    int size = Math.max(1, Math.max(least, Math.min(fitting, fair)));
    List<int[]> tasks = new ArrayList<>();
    for (int from = trial.points(); from < points.length; from += size) {
      tasks.add(Arrays.copyOfRange(points, from, Math.min(points.length, from + size)));
    }
    return tasks;
  }

  private static void submit(
      JavaSparkContext context,
      SweepPlan plan,
      List<int[]> tasks,
      Consumer<List<SweepOutcome>> done) {
    JavaRDD<int[]> rdd = context.parallelize(tasks, tasks.size());
    context
        .sc()
        .runJob(
            rdd.rdd(),
            new PointTask(context.broadcast(Json.line(plan.json()))),
            (task, lines) -> {
              done.accept(
                  Arrays.stream(lines).map(line -> SweepOutcome.parse("a task", line)).toList());
              return BoxedUnit.UNIT;
            },
            ClassTag$.MODULE$.apply(String[].class));
  }
}
