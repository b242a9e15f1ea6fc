package gmrl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What spark-submit makes of the jar: the table that the threads of one machine make. */
class SparkSweepTest {
  private static final int MINUTES = 20;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @BeforeAll
  static void home() throws IOException {
    StandaloneCluster.prepareHome();
  }

  /** Points of some milliseconds, of which some fail. */
  private Path sweep(int points) throws IOException {
    return Files.writeString(
        folder.resolve("sweep.json"),
        "{\"family\":\"bias\",\"config\":{\"trials\":40},\"random\":{\"points\":"
            + points
            + ",\"seed\":3},\"parameters\":{\"alpha\":{\"from\":0.1,\"to\":10,\"scale\":\"log\"},"
            + "\"steps\":{\"from\":1,\"to\":3,\"whole\":true},\"inner+hessian\":[\"lvc:8\",\"maml:32\",\"exact\"],"
            + "\"mdp.generated.states\":[5,20,10,90000]}}");
  }

  private String local(String... args) {
    List<String> all = new ArrayList<>(List.of("sweep", "--format", "csv", "--quiet"));
    all.addAll(List.of(args));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return numbers(out.toString());
  }

  /** A table but for the memory that a machine has, which the points that need more name. */
  private static String numbers(String table) {
    return table.replaceAll("less than the \\d+ MB", "less than the … MB");
  }

  private Process submit(String master, String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of("sweep", "--quiet", "--format", "csv"));
    all.addAll(List.of(args));
    return Submission.toSpark(folder.resolve("submit.log"), master, all);
  }

  private void await(Process process, int code) throws Exception {
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("the sweep ended within %d minutes", MINUTES).isTrue();
    assertThat(process.exitValue())
        .as(Files.readString(folder.resolve("submit.log")))
        .isEqualTo(code);
  }

  /** Waits until a sweep has come so far. */
  private static long awaitPoints(Path run, Process process, long least) throws Exception {
    Path journal = run.resolve("points.jsonl");
    while (process.isAlive()) {
      if (Files.exists(journal)) {
        try (Stream<String> lines = Files.lines(journal)) {
          long done = lines.count();
          if (done >= least) {
            return done;
          }
        }
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("the sweep ended before it had " + least + " points");
  }

  @Test
  void aClusterWithinOneMachineGivesTheSameBits() throws Exception {
    Path sweep = sweep(300);
    Path table = folder.resolve("table.csv");
    await(submit("local-cluster[2,1,700]", sweep.toString(), "--out", table.toString()), 0);
    assertThat(numbers(Files.readString(table)))
        .isEqualTo(local(sweep.toString()))
        .contains(",failed,");
  }

  @Test
  void aStandaloneClusterThatLosesAWorkerGivesTheSameBits() throws Exception {
    Path sweep = sweep(2500);
    Path table = folder.resolve("table.csv");
    Path run = folder.resolve("run");
    long done;
    try (StandaloneCluster cluster = new StandaloneCluster(folder, 2)) {
      Process driver =
          submit(
              cluster.address(),
              sweep.toString(),
              "--run",
              run.toString(),
              "--out",
              table.toString());
      done = awaitPoints(run, driver, 400);
      cluster.kill(0);
      await(driver, 0);
    }
    assertThat(done).as("points done when a worker died").isLessThan(2000);
    assertThat(numbers(Files.readString(table))).isEqualTo(local(sweep.toString()));
  }

  @Test
  void whatAKilledDriverHasKeptGoesOnElsewhere() throws Exception {
    Path sweep = sweep(1200);
    Path run = folder.resolve("run");
    Process driver = submit("local[2]", sweep.toString(), "--run", run.toString());
    long done = awaitPoints(run, driver, 200);
    driver.destroyForcibly().waitFor();
    assertThat(done).isLessThan(1200);
    assertThat(local("--run", run.toString())).isEqualTo(local(sweep.toString()));
    assertThat(Arrays.stream(new File(run.toString()).list())).contains("metrics.csv");
  }
}
