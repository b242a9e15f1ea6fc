package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run of a command that was killed goes on in its folder; {@code ResumeTest} has every family.
 */
class ResumeCommandTest {
  private static final List<String> ASKED =
      List.of("ipd", "--updates", "4000", "--seeds", "2", "--rollout", "40", "--seed", "3");

  @TempDir Path folder;

  @Test
  void aKilledRunGoesOnToTheSameResult() throws Exception {
    Path run = folder.resolve("run");
    killed(run);
    assertThat(StoredRun.open(run).status()).isEqualTo(RunStatus.INTERRUPTED);

    refused("was asked for with other options", run, "ipd", "--updates", "9");
    refused("holds a run of ipd, expected one of coin", run, "coin", "--updates", "2");
    assertThat(run.resolve("progress.npz")).exists();

    // What it was asked for need not be said again.
    Cli rest = Cli.run("ipd", "--run", run.toString(), "--format", "csv");
    assertThat(rest.code()).as(rest.err()).isZero();
    assertThat(rest.err()).startsWith("--run: going on with the run in " + run);
    List<String> args = new ArrayList<>(ASKED);
    args.addAll(List.of("--format", "csv"));
    assertThat(rest.out()).isEqualTo(Cli.run(args.toArray(String[]::new)).out());
    assertThat(StoredRun.open(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(run.resolve("progress.npz")).doesNotExist();

    // A completed run is none to go on with.
    Cli next = Cli.run("ipd", "--updates", "2", "--seeds", "1", "--run", run.toString());
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(StoredRun.open(run).metrics()).hasSize(3);
  }

  /** What was asked for is not forgotten: neither before anything was kept nor after the end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --updates 2 --runs 2 --mdps 1 --states 3",
        "shaping --updates 2 --seeds 1 --learners lola",
        "bias --trials 2 --mdps 1 --states 3"
      })
  void aFolderThatIsNamedAloneRunsWhatItWasMadeForOrNothing(String asked) throws Exception {
    Path run = folder.resolve("run");
    Cli first = Cli.run((asked + " --quiet --run " + run).split(" "));
    assertThat(first.code()).as(first.err()).isZero();
    String command = asked.replaceFirst(" .*", "");
    byte[] result = Files.readAllBytes(run.resolve("result.json"));
    refused("is complete and nothing else is asked for", run, command);
    assertThat(run.resolve("result.json")).hasBinaryContent(result);

    // Killed before the first progress was kept.
    Path file = run.resolve("run.json");
    ObjectNode told = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    told.put("status", "running").remove(List.of("seconds", "metricsBytes"));
    Files.writeString(file, told.toString());
    Files.delete(run.resolve("result.json"));
    Files.delete(run.resolve("metrics.csv"));
    Cli again = Cli.run(command, "--run", run.toString(), "--format", "json", "--quiet");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.json().get("config")).isEqualTo(told.get("config"));
    assertThat(StoredRun.open(run).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void damagedProgressIsSaidInOneSentence() throws Exception {
    Path run = folder.resolve("run");
    killed(run);
    Path progress = run.resolve("progress.npz");
    byte[] whole = Files.readAllBytes(progress);
    Files.write(progress, java.util.Arrays.copyOf(whole, whole.length / 2));
    refused("progress.npz cannot be used", run, "ipd");
  }

  private void refused(String sentence, Path run, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--run", run.toString(), "--quiet"));
    Cli cli = Cli.run(args.toArray(String[]::new));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err().strip()).contains(sentence).doesNotContain("\n");
  }

  /** Runs the command in a process of its own until it has kept something, and kills it. */
  private static void killed(Path run) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(ASKED);
    command.addAll(List.of("--threads", "1", "--run", run.toString(), "--quiet"));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (process.isAlive() && !Files.exists(run.resolve("progress.npz"))) {
        Thread.sleep(20);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
