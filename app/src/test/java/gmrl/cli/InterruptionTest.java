package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                command(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "bias",
                    "--trials",
                    "10000000",
                    "--format",
                    "json",
                    "--run",
                    run.toString()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      while (process.isAlive() && !Files.exists(run.resolve("metrics.csv"))) {
        Thread.sleep(20);
      }
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(err)).doesNotContain("Exception");
    assertThat(process.exitValue()).isEqualTo(130);
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

  /**
   * Background jobs of a shell ignore Ctrl+C and hand that down; the program under test must not.
   */
  private static List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    if (OS.LINUX.isCurrentOs()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.addAll(List.of(words));
    return command;
  }
}
