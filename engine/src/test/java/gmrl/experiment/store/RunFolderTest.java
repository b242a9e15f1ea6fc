package gmrl.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasSpecJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path root;

  @Test
  void aRunThatEndedOpensAsItEnded() throws IOException {
    Path path = root.resolve("a");
    try (RunFolder run = RunFolder.create(path, "bias", config())) {
      assertThat(StoredRun.open(path).status()).isEqualTo(RunStatus.RUNNING);
      run.writeMetrics("x\n1\n");
      run.writeMetrics("x\n1\n2\n");
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
    StoredRun stored = StoredRun.open(path);
    assertThat(stored.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(stored.kind()).isEqualTo("bias");
    assertThat(stored.metrics()).containsExactly("x", "1", "2");
    assertThat(stored.config().at("alpha").number()).isEqualTo(3);
    assertThat(stored.seconds()).isPresent();
  }

  @Test
  void aRunThatWasLeftOpensAsInterrupted() throws IOException {
    try (RunFolder run = RunFolder.create(root, "ipd", config())) {
      run.appendMetrics("x\n1\n");
      run.appendMetrics("2\n3");
    }
    StoredRun stored = StoredRun.open(root);
    assertThat(stored.status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(stored.metrics()).containsExactly("x", "1", "2");
  }

  @Test
  void aFailureKeepsItsSentence() throws IOException {
    List<String> problems = new ArrayList<>();
    RunRecorder<String> recorder =
        new RunRecorder<>(RunFolder.create(root, "bias", config()), text -> text, problems::add);
    recorder.on(new ExperimentEvent.Started<>(1));
    recorder.on(new ExperimentEvent.Progress<>(1, 2, "x\n1\n"));
    recorder.on(new ExperimentEvent.Failed<>("it broke", new IOException(), Optional.of("x\n2\n")));
    StoredRun stored = StoredRun.open(root);
    assertThat(stored.status()).isEqualTo(RunStatus.FAILED);
    assertThat(stored.message()).contains("it broke");
    assertThat(stored.metrics()).containsExactly("x", "2");
    assertThat(problems).isEmpty();
  }

  @Test
  void aFolderThatVanishesInMidRunIsToldOnceAndEndsNothing() throws IOException {
    Path path = root.resolve("gone");
    List<String> problems = new ArrayList<>();
    RunRecorder<String> recorder =
        new RunRecorder<>(RunFolder.create(path, "bias", config()), text -> text, problems::add);
    Files.delete(path.resolve("run.json"));
    Files.deleteIfExists(path.resolve(".lock"));
    Files.delete(path);
    Files.writeString(path, "a file in its place");
    recorder.on(new ExperimentEvent.Progress<>(1, 2, "x\n"));
    recorder.on(new ExperimentEvent.Completed<>("x\n", Duration.ZERO));
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith("cannot write " + path).doesNotContain("\n");
  }

  @Test
  void twoLivingRunsDoNotShareAFolder() throws IOException {
    try (RunFolder first = RunFolder.create(root, "bias", config())) {
      assertThat(first.path()).isEqualTo(root);
      assertThatThrownBy(() -> RunFolder.create(root, "bias", config()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("still going on");
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "x");
    assertThatThrownBy(() -> RunFolder.create(file, "bias", config()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write " + file);
  }

  @Test
  void theStoreListsRunsNewestFirstAndNamesWhatItCannotRead() throws IOException {
    RunStore store = new RunStore(root);
    for (int i = 0; i < 2; i++) {
      try (RunFolder run = RunFolder.create(store.fresh("bias"), "bias", config())) {
        run.end(RunStatus.COMPLETED, Optional.empty());
      }
    }
    Files.createDirectories(root.resolve("foreign"));
    Files.writeString(root.resolve("foreign/run.json"), "{\"status\":");
    RunStore.Listing listing = store.list();
    assertThat(listing.runs()).hasSize(2);
    assertThat(listing.runs().get(0).started()).isAfterOrEqualTo(listing.runs().get(1).started());
    assertThat(listing.unreadable()).hasSize(1);
    assertThat(listing.unreadable().get(0)).contains("foreign").contains("not valid JSON");
  }

  @Test
  void aKilledProcessLeavesARunThatOpens() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessRun.class.getName(),
                root.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("progress");
      assertThat(StoredRun.open(root).status()).isEqualTo(RunStatus.RUNNING);
      for (int i = 0; i < 8; i++) {
        assertThat(out.readLine()).isEqualTo("progress");
      }
    } finally {
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
    StoredRun stored = StoredRun.open(root);
    assertThat(stored.status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(BiasSpecJson.read(stored.config()).trials()).isEqualTo(BiasSpec.MOST_TRIALS);
    assertThat(stored.metrics()).hasSize(11);
    int columns = stored.metrics().get(0).split(",", -1).length;
    assertThat(stored.metrics()).allMatch(line -> line.split(",", -1).length == columns);
  }

  private static ObjectNode config() {
    return JsonNodeFactory.instance.objectNode().put("alpha", 3).put("seed", 42);
  }
}
