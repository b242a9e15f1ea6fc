package gmrl.bench;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.sweep.SweepExperiment;
import gmrl.experiment.sweep.SweepJournal;
import gmrl.experiment.sweep.SweepPlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What a sweep of many bias points costs beside the bare experiments on as many threads: reading,
 * checking and distributing the points, the journal and the table. Wall-clock and processor time.
 */
final class SweepBench {
  private SweepBench() {}

  /** The number of points may be given, and how often both are run. */
  public static void main(String[] args) throws IOException {
    int points = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    String document =
        ("{\"family\":\"bias\",\"config\":{\"trials\":20,\"hessian\":\"exact\"},\"random\":{\"points\":%d,\"seed\":7},"
                + "\"parameters\":{\"alpha\":{\"from\":0.1,\"to\":10,\"scale\":\"log\"},\"steps\":[1,2,3],"
                + "\"inner\":[\"lvc:4\",\"lvc:16\",\"lvc:64\"]}}")
            .formatted(points);
    try (Workers workers = Workers.ofMachine()) {
      for (int round = 0; round < rounds; round++) {
        List<BiasStudy> studies = studies(document, points);
        double[] bare = time(() -> bare(studies, workers));
        double[] sweep = time(() -> sweep(document, workers));
        System.out.printf(
            Locale.ROOT,
            "%d points, %d threads: bare %.2f s (%.2f s of processors), sweep %.2f s (%.2f s):"
                + " %.1f %% of the bare throughput, %.1f %% by processor time%n",
            points,
            workers.threads(),
            bare[0],
            bare[1],
            sweep[0],
            sweep[1],
            100 * bare[0] / sweep[0],
            100 * bare[1] / sweep[1]);
      }
    }
  }

  private static List<BiasStudy> studies(String document, int points) {
    SweepPlan plan = SweepPlan.trusted(document);
    return IntStream.range(0, points)
        .mapToObj(i -> new BiasFamily().read(JsonView.of("", plan.config(i))))
        .toList();
  }

  private static void bare(List<BiasStudy> studies, Workers workers) {
    int points = studies.size();
    AtomicInteger next = new AtomicInteger();
    workers.forEach(
        workers.threads(),
        new CancellationToken(),
        lane -> {
          try (Workers own = new Workers(1)) {
            for (int i = next.getAndIncrement(); i < points; i = next.getAndIncrement()) {
              new BiasExperiment(studies.get(i))
                  .run(own, new CancellationToken(), (done, snapshot) -> {});
            }
          }
        });
  }

  private static void sweep(String document, Workers workers) throws IOException {
    Path folder = Files.createTempDirectory("sweep-bench");
    SweepJournal journal = new SweepJournal(folder);
    SweepPlan plan = SweepPlan.read(JsonView.parse("bench", document));
    String table =
        new SweepExperiment(plan, SweepExperiment.LOCAL, Optional.of(journal))
            .run(workers, new CancellationToken(), (done, snapshot) -> {})
            .csv()
            .text();
    Files.writeString(folder.resolve("metrics.csv"), table);
    Files.delete(folder.resolve("metrics.csv"));
    Files.delete(folder.resolve("points.jsonl"));
    Files.delete(folder);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double[] time(Work work) throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    return new double[] {
      (System.nanoTime() - start) * 1e-9, (system.getProcessCpuTime() - cpu) * 1e-9
    };
  }
}
