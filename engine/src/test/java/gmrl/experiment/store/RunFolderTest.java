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
  void aRunThatWasLeftIsGoneOnWith() throws IOException {
    try (RunFolder run = RunFolder.create(root, "atari", config())) {
      run.writeMetrics("x\n1\n");
    }
    StoredRun left = StoredRun.open(root);
    try (RunFolder run = RunFolder.resume(root, "atari", config())) {
      assertThat(run.path()).isEqualTo(root);
      assertThat(StoredRun.open(root).status()).isEqualTo(RunStatus.RUNNING);
      assertThat(StoredRun.open(root).metrics()).containsExactly("x", "1");
      assertThatThrownBy(() -> RunFolder.resume(root, "atari", config()))
          .hasMessageContaining("still going on");
      run.writeMetrics("x\n1\n2\n");
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
    StoredRun whole = StoredRun.open(root);
    assertThat(whole.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(whole.started()).as("it began when it first began").isEqualTo(left.started());
    assertThat(whole.damage()).isEmpty();
    assertThatThrownBy(() -> RunFolder.resume(root, "bias", config()))
        .hasMessageContaining("holds a run of atari, expected one of bias");
    try (RunFolder again = RunFolder.resume(root, "atari", config())) {
      again.end(RunStatus.COMPLETED, Optional.empty());
    }
    assertThat(StoredRun.open(root).seconds().orElseThrow())
        .as("what it took before counts")
        .isGreaterThanOrEqualTo(whole.seconds().orElseThrow());
    assertThat(StoredRun.open(root).damage()).isEmpty();
  }

  @Test
  void aCompletedRunStaysUntilTheNextIsComplete() throws IOException {
    complete(root, "old");
    try (RunFolder run = RunFolder.create(root, "bias", config())) {
      run.writeMetrics("half\n");
      assertThat(StoredRun.open(run.path()).status()).isEqualTo(RunStatus.RUNNING);
    }
    assertThat(StoredRun.open(root).metrics()).containsExactly("old");
    Path unfinished = root.resolve("unfinished");
    assertThat(StoredRun.open(unfinished).status()).isEqualTo(RunStatus.INTERRUPTED);
    List<String> notes = new ArrayList<>();
    for (ExperimentEvent<String> end :
        List.of(
            new ExperimentEvent.Cancelled<>(Optional.of("cut\n"), Duration.ZERO),
            new ExperimentEvent.Failed<>("broke", new IOException(), Optional.of("cut\n")))) {
      new RunRecorder<String>(RunFolder.create(root, "bias", config()), text -> text, notes::add)
          .on(end);
      assertThat(StoredRun.open(root).metrics()).containsExactly("old");
      assertThat(StoredRun.open(unfinished).metrics()).containsExactly("cut");
    }
    assertThat(notes).hasSize(2).allMatch(n -> n.contains("stays") && !n.contains("cannot"));
    complete(root, "new");
    assertThat(StoredRun.open(root).metrics()).containsExactly("new");
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void whatWasCutOffGivesWayToACancelledRun() throws IOException {
    try (RunFolder run = RunFolder.create(root, "bias", config())) {
      run.writeMetrics("half\n");
    }
    try (RunFolder run = RunFolder.create(root, "bias", config())) {
      run.writeMetrics("more\n");
      run.end(RunStatus.CANCELLED, Optional.empty());
    }
    assertThat(StoredRun.open(root).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(StoredRun.open(root).metrics()).containsExactly("more");
  }

  @Test
  void aReplacementThatWasKilledOpensAsTheNewRunAndIsFinishedLater() throws IOException {
    complete(root, "old");
    Path next = Files.createDirectories(root.resolve("unfinished"));
    complete(root.resolve("elsewhere"), "new");
    Files.move(root.resolve("elsewhere/run.json"), next.resolve("run.json"));
    Files.move(root.resolve("elsewhere/metrics.csv"), next.resolve("metrics.csv"));
    assertThat(StoredRun.open(root).metrics()).containsExactly("new");
    // Killed between its two moves.
    Files.move(
        next.resolve("metrics.csv"),
        root.resolve("metrics.csv"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(StoredRun.open(root).metrics()).containsExactly("new");
    assertThat(StoredRun.open(root).damage()).isEmpty();
    RunFolder.create(root, "bias", config()).close();
    assertThat(StoredRun.open(root).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(StoredRun.open(root).metrics()).containsExactly("new");
    assertThat(StoredRun.open(root).damage()).isEmpty();
  }

  @Test
  void aForeignFolderIsRefusedAndUntouched() throws IOException {
    Path notes = Files.writeString(root.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> RunFolder.create(root, "bias", config()))
        .hasMessageContaining("holds thesis.txt and no run");
    Path json = Files.writeString(root.resolve("run.json"), "{\"marathon\": 42}");
    assertThatThrownBy(() -> RunFolder.create(root, "bias", config()))
        .hasMessageContaining("no run's");
    assertThat(notes).hasContent("years of work");
    assertThat(json).hasContent("{\"marathon\": 42}");
    assertThat(root.toFile().list()).hasSize(2);
  }

  @Test
  void shortenedNumbersAreNoticed() throws IOException {
    try (RunFolder run = RunFolder.create(root, "bias", config())) {
      run.appendMetrics("x\n1\n");
      run.appendMetrics("2\n");
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
    assertThat(StoredRun.open(root).damage()).isEmpty();
    Files.writeString(root.resolve("metrics.csv"), "x\n1\n");
    assertThat(StoredRun.open(root).damage())
        .hasValueSatisfying(d -> assertThat(d).contains("has 4 bytes, 6 were written"));
    Files.delete(root.resolve("metrics.csv"));
    assertThat(StoredRun.open(root).damage()).isPresent();
  }

  @Test
  void anUnknownKeyOfARunIsRefused() throws IOException {
    complete(root, "x\n1\n");
    Path run = root.resolve(RunFolder.RUN);
    Files.writeString(run, Files.readString(run).replace("\"seconds\"", "\"second\""));
    assertThatThrownBy(() -> StoredRun.open(root))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has the unknown key \"second\", expected one of kind, status");
  }

  @Test
  void numbersThatCouldNotBeWrittenMakeTheRunAFailure() throws IOException {
    List<String> problems = new ArrayList<>();
    RunRecorder<String> recorder =
        new RunRecorder<>(RunFolder.create(root, "bias", config()), text -> text, problems::add);
    Files.createDirectories(root.resolve("metrics.csv/in the way"));
    recorder.on(new ExperimentEvent.Progress<>(1, 2, "x\n"));
    recorder.on(new ExperimentEvent.Completed<>("x\n", Duration.ZERO));
    assertThat(recorder.isKept()).isFalse();
    assertThat(problems).hasSize(1);
    Files.delete(root.resolve("metrics.csv/in the way"));
    Files.delete(root.resolve("metrics.csv"));
    assertThat(StoredRun.open(root).status()).isEqualTo(RunStatus.FAILED);
    assertThat(StoredRun.open(root).message()).contains("the run's numbers could not be written");
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

  private static void complete(Path folder, String metrics) throws IOException {
    try (RunFolder run = RunFolder.create(folder, "bias", config())) {
      run.writeMetrics(metrics + "\n");
      run.end(RunStatus.COMPLETED, Optional.empty());
    }
  }

  private static ObjectNode config() {
    return JsonNodeFactory.instance.objectNode().put("alpha", 3).put("seed", 42);
  }
}
