package gmrl.spark;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a sweep is on a real cluster of two workers with a core each, beside two threads of one
 * process: on demand, with {@code -Dtest=SparkSweepBench} and {@code -Dgmrl.bench.points=10000}
 * ({@code -Dgmrl.bench.on=threads} or {@code spark} takes one of the two, {@code
 * -Dgmrl.bench.trials=20} makes points shorter than default ones). It prints times, also those of
 * the processors, which say more where the machine has other work, and decides nothing but that
 * both tables are the same.
 */
class SparkSweepBench {
  private static final int WORKERS = 2;
  private static final int POINTS = Integer.getInteger("gmrl.bench.points", 2000);
  private static final Integer TRIALS = Integer.getInteger("gmrl.bench.trials");
  private static final String ON = System.getProperty("gmrl.bench.on", "threads,spark");

  @TempDir Path folder;

  @Test
  void aClusterBesideThreads() throws Exception {
    StandaloneCluster.prepareHome();
    Path sweep =
        Files.writeString(
            folder.resolve("sweep.json"),
            ("{\"family\":\"bias\",\"config\":%s,\"random\":{\"points\":%d,\"seed\":7},"
                    + "\"parameters\":{\"alpha\":{\"from\":0.1,\"to\":10,\"scale\":\"log\"},\"steps\":[1,2,3],"
                    + "\"inner\":[\"lvc:4\",\"lvc:16\",\"lvc:64\"]}}")
                .formatted(
                    TRIALS == null ? "{}" : "{\"trials\":" + TRIALS + ",\"hessian\":\"exact\"}",
                    POINTS));
    String threads = "";
    String spark = "";
    if (ON.contains("threads")) {
      threads =
          measured(
              "threads",
              args -> Submission.toThreads(folder.resolve("threads.log"), WORKERS, args),
              sweep);
    }
    if (ON.contains("spark")) {
      try (StandaloneCluster cluster = new StandaloneCluster(folder, WORKERS)) {
        spark =
            measured(
                "spark",
                args -> Submission.toSpark(folder.resolve("spark.log"), cluster.address(), args),
                sweep);
      }
    }
    if (!threads.isEmpty() && !spark.isEmpty()) {
      assertThat(spark).isEqualTo(threads);
    }
  }

  private interface Submitted {
    Process start(List<String> args) throws IOException;
  }

  /** Runs a sweep, prints how long it took and how fast it was once it was under way. */
  private String measured(String name, Submitted submitted, Path sweep) throws Exception {
    Path run = folder.resolve(name);
    Set<Long> standing =
        ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(toSet());
    long start = System.nanoTime();
    Process process =
        submitted.start(List.of("sweep", sweep.toString(), "--run", run.toString(), "--quiet"));
    Growing journal = new Growing(run.resolve("points.jsonl"));
    double[] half = null;
    double[] last = {0, 0};
    Map<Long, Duration> processors = new HashMap<>();
    while (process.isAlive()) {
      Thread.sleep(500);
      // Executors are children of workers.
      ProcessHandle.current()
          .descendants()
          .filter(each -> !standing.contains(each.pid()))
          .forEach(
              each ->
                  each.info()
                      .totalCpuDuration()
                      .ifPresent(spent -> processors.put(each.pid(), spent)));
      double[] now = {journal.lines(), (System.nanoTime() - start) * 1e-9};
      if (half == null && now[0] >= POINTS / 2.0) {
        half = now;
      }
      if (now[0] > last[0]) {
        last = now;
      }
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    assertThat(process.exitValue()).as(Files.readString(folder.resolve(name + ".log"))).isZero();
    System.out.printf(
        Locale.ROOT,
        "%s: %d points in %.1f s with start and end, %.1f s of processors, %.1f points a second in"
            + " the second half%n",
        name,
        POINTS,
        seconds,
        processors.values().stream().mapToLong(Duration::toMillis).sum() * 1e-3,
        half == null ? Double.NaN : (last[0] - half[0]) / (last[1] - half[1]));
    return Files.readString(run.resolve("metrics.csv"));
  }

  /** The number of lines of a file that grows, reading what is new. */
  private static final class Growing {
    private final Path file;
    private final byte[] block = new byte[1 << 16];
    private long read;
    private long lines;

    Growing(Path file) {
      this.file = file;
    }

    long lines() throws IOException {
      if (Files.exists(file)) {
        try (RandomAccessFile now = new RandomAccessFile(file.toFile(), "r")) {
          now.seek(read);
          for (int count = now.read(block); count > 0; count = now.read(block)) {
            read += count;
            for (int i = 0; i < count; i++) {
              lines += block[i] == '\n' ? 1 : 0;
            }
          }
        }
      }
      return lines;
    }
  }
}
