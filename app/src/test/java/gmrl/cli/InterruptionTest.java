package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.atari.LearnerRun;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in a process of its own, as a terminal sends it. */
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {
  @TempDir Path folder;

  @Test
  void controlCKeepsWhatWasComputed() throws Exception {
    Path run = folder.resolve("run");
    Path out = folder.resolve("out.json");
    interrupted(
        run.resolve("metrics.csv"),
        out,
        List.of("bias", "--trials", "10000000", "--format", "json", "--run", run.toString()));
    JsonNode json = new ObjectMapper().readTree(out.toFile());
    assertThat(json.get("interrupted").asBoolean()).isTrue();
    JsonNode mdps = json.get("points").get(0).get("mdps");
    // A first look may come before the last MDPs have had their turn; all of them are named.
    assertThat(mdps).hasSize(10);
    assertThat(mdps.get(0).get("trials").asInt()).isPositive();
    StoredRun stored = StoredRun.open(run);
    assertThat(stored.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(stored.metrics()).hasSize(11);
  }

  @Test
  void aLearnerFinishesItsUpdateAndKeepsIt() throws Exception {
    Path run = folder.resolve("run");
    Path out = folder.resolve("out.txt");
    String err =
        interrupted(
            run.resolve("metrics.csv"),
            out,
            List.of(
                "atari",
                "--game",
                "minatar:breakout",
                "--algorithm",
                "mgrl-lvc",
                "--seed",
                "3",
                "--run",
                run.toString()));
    assertThat(err).contains("finishing this update …");
    assertThat(Files.readString(out))
        .contains("score: mean return of the games that ended")
        .containsPattern("seed 3 stopped at [1-9][0-9]* steps, which its checkpoint holds");
    assertThat(StoredRun.open(run).status()).isEqualTo(RunStatus.CANCELLED);
    // The next checkpoint was not due: this one is of the moment when it was asked to stop.
    assertThat(run.resolve("checkpoint-3.npz")).isNotEmptyFile();
    assertThat(LearnerRun.of(run).get(0).steps()).isPositive();
  }

  @Test
  @Timeout(60)
  void whoeverEndsTheProcessWaitsForWorkThatSaidHowLongItDoesNotHear() throws Exception {
    CancellationToken token = new CancellationToken();
    CountDownLatch finished = new CountDownLatch(1);
    token.allow(Duration.ofHours(1));
    token.allow(Duration.ofMillis(1));
    Thread hook = Interruption.hook(token, finished, Duration.ZERO);
    hook.start();
    while (!token.isCancelled()) {
      Thread.sleep(1);
    }
    hook.join(100);
    assertThat(hook.isAlive()).isTrue();
    finished.countDown();
    hook.join();
    Thread other = Interruption.hook(new CancellationToken(), new CountDownLatch(1), Duration.ZERO);
    other.start();
    other.join();
  }

  /** Sends Ctrl+C to a command as soon as a table has a row; what it said on standard error. */
  private String interrupted(Path table, Path out, List<String> words) throws Exception {
    Path err = folder.resolve("err.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(words);
    Process process =
        new ProcessBuilder(command(command))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      while (process.isAlive() && !(Files.exists(table) && Files.readAllLines(table).size() > 1)) {
        Thread.sleep(20);
      }
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(130);
    String said = Files.readString(err);
    assertThat(said).doesNotContain("Exception");
    return said;
  }

  /**
   * Background jobs of a shell ignore Ctrl+C and hand that down; the program under test must not.
   */
  private static List<String> command(List<String> words) {
    List<String> command = new ArrayList<>();
    if (OS.LINUX.isCurrentOs()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.addAll(words);
    return command;
  }
}
