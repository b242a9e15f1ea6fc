package gmrl.bench;

import com.sun.management.OperatingSystemMXBean;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.RouteChoice;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularProblems;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Mdp;
import gmrl.mdp.PolicyPoint;
import gmrl.mdp.TrajectoryBatch;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Whole bias experiments, everything counted: solves, critics, statistics, snapshots.
 *
 * <p>Prints the median of several warm runs, in environment steps per second and beside the cost of
 * bare sampling on one thread of the same process.
 */
public final class BiasRunnerBench {
  private static final int RUNS = 7;

  private BiasRunnerBench() {}

  /** Runs the harness; the optional argument is the number of threads. */
  public static void main(String[] args) {
    int threads =
        args.length > 0 ? Integer.parseInt(args[0]) : Runtime.getRuntime().availableProcessors();
    double bare = bareSampling();
    System.out.printf(Locale.ROOT, "bare alias sampling, 1 thread   %6.1f M steps/s%n", bare / 1e6);
    try (Workers one = new Workers(1);
        Workers many = new Workers(threads)) {
      double[] single = measure("all slots lvc:32, K=3, 1 thread", allSampled(), one);
      double[] all = measure("the same, " + threads + " threads", allSampled(), many);
      System.out.printf(
          Locale.ROOT,
          "  against bare sampling on as many threads: %.2f × the cost; %d threads against one:"
              + " %.2f ×%n",
          bare * threads / all[1],
          threads,
          single[0] / all[0]);
      measure("sample-size sweep of the paper, 4 estimators", sampleSizeSweep(), many);
      measure(
          "all slots lvc:32, K=3, with the sharper bias",
          allSampled().map(spec -> spec.withRoute(RouteChoice.AUTO)),
          many);
      latencies(many);
    }
  }

  /** All slots lvc:32, K = 3, 10 MDPs × 200 trials. */
  static BiasStudy allSampled() {
    SlotSpec lvc = SlotSpec.parse("lvc:32");
    return BiasStudy.of(
        BiasSpec.paper()
            .withSetup(s -> s.withSteps(3).withSlots(lvc, lvc, lvc))
            .withTrials(200)
            .withRoute(RouteChoice.SAMPLED));
  }

  /** 8 sizes from 2 to 256 × 4 estimators × 10 MDPs × 20 trials, K = 2, inner slot sampled. */
  static BiasStudy sampleSizeSweep() {
    List<BiasStudy.Curve> curves =
        Stream.of("maml", "lvc", "loaded", "dice")
            .map(
                token ->
                    new BiasStudy.Curve(
                        token,
                        BiasSpec.paper()
                            .withRoute(RouteChoice.SAMPLED)
                            .withSlots(SlotSpec.parse(token), SlotSpec.exact(), SlotSpec.exact())
                            .withSweep(
                                Sweep.of(SweepVariable.SAMPLES, 2, 4, 8, 16, 32, 64, 128, 256))))
            .toList();
    return new BiasStudy("sample-size", "Sample size", "", curves);
  }

  private static double[] measure(String name, BiasStudy study, Workers workers) {
    double[] seconds = new double[RUNS];
    double[] cpu = new double[RUNS];
    BiasResult result = run(study, workers);
    double cold = result.timing().seconds();
    for (int i = 0; i < 2; i++) {
      run(study, workers);
    }
    for (int i = 0; i < RUNS; i++) {
      long before = cpuNanos();
      result = run(study, workers);
      cpu[i] = cpuNanos() - before;
      seconds[i] = result.timing().seconds();
    }
    Arrays.sort(seconds);
    Arrays.sort(cpu);
    double median = seconds[RUNS / 2];
    double speed = result.timing().environmentSteps() / median;
    System.out.printf(
        Locale.ROOT,
        "%-45s %.3f s (best %.3f, first %.3f), %.1f M of %.1f M steps sampled: %.1f M steps/s,"
            + " %.1f ns of CPU a step%n",
        name,
        median,
        seconds[0],
        cold,
        result.timing().environmentSteps() / 1e6,
        nominalSteps(study) / 1e6,
        speed / 1e6,
        cpu[RUNS / 2] / result.timing().environmentSteps());
    return new double[] {median, speed};
  }

  /** CPU time of the whole process, which other programs on the machine do not change. */
  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /**
   * What a slider feels: the time to the first points, and the time a cancelled run takes to end.
   */
  private static void latencies(Workers workers) {
    double[] first = new double[RUNS];
    double[] cancelled = new double[RUNS];
    BiasStudy endless = sampleSizeSweep().map(spec -> spec.withTrials(BiasSpec.MOST_TRIALS));
    try (ExperimentRunner runner = ExperimentRunner.background(workers)) {
      for (int i = 0; i < RUNS; i++) {
        long start = System.nanoTime();
        CountDownLatch published = new CountDownLatch(1);
        ExperimentRunner.Run<BiasResult> run =
            runner.start(
                new BiasExperiment(endless),
                event -> {
                  if (event instanceof ExperimentEvent.Progress) {
                    published.countDown();
                  }
                });
        published.await();
        first[i] = (System.nanoTime() - start) * 1e-6;
        Thread.sleep(200);
        long cancel = System.nanoTime();
        run.cancel();
        run.await();
        cancelled[i] = (System.nanoTime() - cancel) * 1e-6;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Arrays.sort(first);
    Arrays.sort(cancelled);
    System.out.printf(
        Locale.ROOT,
        "first points after %.0f ms (worst %.0f), cancelled after %.1f ms (worst %.1f)%n",
        first[RUNS / 2],
        first[RUNS - 1],
        cancelled[RUNS / 2],
        cancelled[RUNS - 1]);
  }

  private static double nominalSteps(BiasStudy study) {
    double steps = 0;
    for (BiasSpec spec : study.specs()) {
      for (TabularSetup setup : spec.points()) {
        steps += (double) setup.environmentStepsPerTrial() * spec.trials() * setup.mdps().count();
      }
    }
    return steps;
  }

  private static BiasResult run(BiasStudy study, Workers workers) {
    return new BiasExperiment(study).run(workers, new CancellationToken(), (done, s) -> {});
  }

  private static double bareSampling() {
    Mdp mdp = TabularProblems.mdp(TabularSetup.paper(), 0, 42);
    PolicyPoint point = new PolicyPoint(mdp);
    point.moveTo(new double[mdp.cells()]);
    TrajectoryBatch batch = new TrajectoryBatch(mdp, 32, 20);
    double best = 0;
    for (int run = 0; run < 20; run++) {
      long start = System.nanoTime();
      for (int i = 0; i < 5000; i++) {
        batch.sample(point, i);
      }
      best = Math.max(best, 5000 * 640 / ((System.nanoTime() - start) * 1e-9));
    }
    return best;
  }
}
