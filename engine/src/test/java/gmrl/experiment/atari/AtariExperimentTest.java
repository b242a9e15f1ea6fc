package gmrl.experiment.atari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtariExperimentTest {
  private static final AtariExperiment.Watcher NOBODY = (seed, environments, report) -> {};

  @TempDir Path folder;

  private static AtariSpec small(Algorithm algorithm) {
    AtariSpec usual = AtariSpec.usual(GameSpec.of("minatar:breakout"), algorithm);
    return new AtariSpec(
        usual.game(),
        usual
            .learning()
            .withNumProcesses(4)
            .withNumSteps(5)
            .withNumEnvSteps(algorithm.meta() ? 300 : 600),
        2,
        5,
        5,
        3);
  }

  private static AtariResult run(AtariExperiment experiment, int threads) {
    try (Workers workers = new Workers(threads)) {
      return experiment.run(workers, new CancellationToken(), (done, snapshot) -> {});
    }
  }

  private CheckpointFolder kept(List<String> problems) {
    return new CheckpointFolder(folder, Duration.ZERO, problems::add);
  }

  @Test
  void sameCurvesForAnyNumberOfThreads() {
    AtariResult one = run(new AtariExperiment(small(Algorithm.A2C)), 1);
    assertThat(run(new AtariExperiment(small(Algorithm.A2C)), 2)).isEqualTo(one);
    assertThat(one.runs()).hasSize(2);
    assertThat(one.runs().get(0).curve().points()).hasSize(5);
    assertThat(one.runs().get(0).curve()).isNotEqualTo(one.runs().get(1).curve());
    assertThat(one.runs().get(0).curve().points().stream().mapToLong(p -> p.episodes()).sum())
        .isGreaterThan(10);
    assertThat(one.means()).hasSize(5);
  }

  @Test
  void aLearnerThatWaitsForItsWatcherKeepsNoOtherWorkWaiting() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    AtariExperiment experiment =
        new AtariExperiment(
            small(Algorithm.A2C),
            null,
            null,
            (seed, environments, report) -> {
              reached.countDown();
              try {
                held.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try (Workers shared = new Workers(2);
        ExperimentRunner runner = ExperimentRunner.background(shared)) {
      ExperimentRunner.Run<AtariResult> learns = runner.start(experiment, event -> {});
      reached.await();
      CompletableFuture<Void> other =
          CompletableFuture.runAsync(() -> shared.forEach(2, new CancellationToken(), i -> {}));
      assertThat(other).succeedsWithin(Duration.ofSeconds(60));
      held.countDown();
      assertThat(learns.await()).isInstanceOf(ExperimentEvent.Completed.class);
    }
  }

  /**
   * Stopped in the middle of a row, long before the next checkpoint is due, and gone on with in a
   * new process's place.
   */
  @ParameterizedTest
  @EnumSource(names = {"A2C", "MGRL_LVC"})
  void aStoppedRunGoesOnExactly(Algorithm algorithm) {
    AtariSpec spec = small(algorithm).withSeeds(1, 3);
    AtariResult whole = run(new AtariExperiment(spec), 1);
    CancellationToken token = new CancellationToken();
    AtariExperiment stopped =
        new AtariExperiment(
            spec,
            null,
            new CheckpointFolder(folder, Duration.ofHours(1), problem -> {}),
            (seed, environments, report) -> {
              if (report.steps() > spec.learning().numEnvSteps() / 2) {
                token.cancel();
              }
            });
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() -> stopped.run(workers, token, (done, snapshot) -> {}))
          .isInstanceOf(CancellationException.class);
    }
    AtariResult resumed = run(new AtariExperiment(spec, null, kept(new ArrayList<>()), NOBODY), 1);
    assertThat(resumed.runs().get(0).curve()).isEqualTo(whole.runs().get(0).curve());
    assertThat(resumed.runs().get(0).resumed().get(0)).contains("exactly where it stood");
    if (algorithm == Algorithm.A2C) {
      // A row ends at 240 steps and the next one at 360: nothing is lost between them.
      assertThat(resumed.runs().get(0).resumed().get(0)).contains("resumed at 320 steps");
    }
    AtariResult again = run(new AtariExperiment(spec, null, kept(new ArrayList<>()), NOBODY), 1);
    assertThat(again.runs().get(0).curve()).isEqualTo(whole.runs().get(0).curve());
  }

  /** Also where the checkpoint of that very update was due anyway. */
  @ParameterizedTest
  @ValueSource(longs = {0, 3600})
  void aStoppedRunSaysWhatItsCheckpointHolds(long everySeconds) {
    CancellationToken token = new CancellationToken();
    List<AtariResult> seen = new ArrayList<>();
    AtariExperiment stopped =
        new AtariExperiment(
            small(Algorithm.A2C).withSeeds(1, 3),
            null,
            new CheckpointFolder(folder, Duration.ofSeconds(everySeconds), problem -> {}),
            (seed, environments, report) -> {
              if (report.steps() == 320) {
                token.cancel();
              }
            });
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() -> stopped.run(workers, token, (done, now) -> seen.add(now)))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(seen.get(seen.size() - 1).runs().get(0).resumed())
        .containsExactly("stopped at 320 steps, which its checkpoint holds");
  }

  @Test
  void aChangeHoldsFromTheNextUpdateAndIsMarked() {
    AtariSpec spec = small(Algorithm.MGRL).withSeeds(1, 3);
    List<Double> rates = Collections.synchronizedList(new ArrayList<>());
    List<Integer> games = Collections.synchronizedList(new ArrayList<>());
    AtariExperiment[] self = new AtariExperiment[1];
    self[0] =
        new AtariExperiment(
            spec,
            null,
            null,
            (seed, environments, report) -> {
              rates.add(report.rate());
              games.add(environments.size());
              if (rates.size() == 3) {
                self[0].change(
                    spec.learning()
                        .withLr(.5)
                        .withNumProcesses(6)
                        .withMeta(spec.learning().meta().withInnerSteps(2)));
              }
            });
    AtariResult result = run(self[0], 1);
    assertThat(rates.get(2)).isLessThan(.01);
    assertThat(rates.get(3)).isGreaterThan(.1);
    assertThat(games.get(2)).isEqualTo(spec.learning().numProcesses());
    assertThat(games.get(3)).isEqualTo(6);
    assertThat(result.runs().get(0).changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.what())
                    .isEqualTo("num_processes = 6, lr = 0.5, meta.inner_steps = 2"));
    assertThatThrownBy(() -> self[0].change(spec.learning().withAlgorithm(Algorithm.A2C)))
        .hasMessageContaining("cannot change during a run");
  }

  @Test
  void aDamagedCheckpointIsSaidAndNothingRuns() throws IOException {
    AtariSpec spec = small(Algorithm.A2C).withSeeds(1, 3);
    // The checkpoint of its end alone is looked at.
    CheckpointFolder kept = new CheckpointFolder(folder, Duration.ofHours(1), problem -> {});
    run(new AtariExperiment(spec, null, kept, NOBODY), 1);
    Path file = kept.file(3);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> run(new AtariExperiment(spec, null, kept, NOBODY), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the checkpoint " + file + " cannot be used: ");
    Files.write(file, whole);
    AtariSpec other = new AtariSpec(GameSpec.of("minatar:asterix"), spec.learning(), 1, 3, 5, 3);
    assertThatThrownBy(() -> run(new AtariExperiment(other, null, kept, NOBODY), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not one of miniature Asterix");
  }

  /** Without its folder, then with something in its place that cannot be written. */
  @Test
  void aDiskThatCannotBeWrittenMakesTheRunWait() throws IOException {
    AtariSpec spec = small(Algorithm.A2C).withSeeds(1, 3);
    Path place = Files.createDirectory(folder.resolve("place"));
    List<String> problems = Collections.synchronizedList(new ArrayList<>());
    CheckpointFolder kept =
        new CheckpointFolder(
            place,
            Duration.ZERO,
            problem -> {
              problems.add(problem);
              try {
                Files.createDirectories(place);
                Path thing = place.resolve("checkpoint-3.npz");
                if (Files.isDirectory(thing)) {
                  Files.delete(thing.resolve("in the way"));
                  Files.delete(thing);
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    AtariExperiment.Watcher trouble =
        (seed, environments, report) -> {
          try {
            if (report.updates() == 5) {
              Files.delete(kept.file(3));
              Files.delete(place);
            } else if (report.updates() == 9) {
              Files.deleteIfExists(kept.file(3));
              Files.createFile(Files.createDirectory(kept.file(3)).resolve("in the way"));
            }
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        };
    AtariResult result = run(new AtariExperiment(spec, null, kept, trouble), 1);
    assertThat(result).isEqualTo(run(new AtariExperiment(spec), 1));
    assertThat(problems).hasSize(4);
    assertThat(problems.get(0))
        .isEqualTo(
            "cannot write "
                + place
                + ": the folder has gone; the run pauses until it can be written");
    assertThat(problems.get(1)).contains("the run goes on");
    assertThat(problems.get(2)).contains("the run pauses until it can be written");
    assertThat(kept.file(3)).isRegularFile();
  }

  @Test
  void resultsAreWrittenInFull() {
    AtariSpec spec = small(Algorithm.MGRL);
    AtariResult result = run(new AtariExperiment(spec), 2);
    JsonNode json = new AtariFamily().json(spec, result, new RunFacts(true, 2, 1));
    assertThat(json.at("/seeds/1/seed").longValue()).isEqualTo(6);
    assertThat(json.at("/seeds/0/points").size()).isEqualTo(5);
    assertThat(json.at("/seeds/0/points/4/frames")).isEqualTo(json.at("/seeds/0/points/4/steps"));
    assertThat(json.at("/seeds/0/points/4/gamma").doubleValue()).isBetween(.9, 1.);
    assertThat(json.at("/aggregate/4/score/mean").isNumber()).isTrue();
    assertThat(json.at("/final/score/mean").isNumber()).isTrue();
    assertThat(json.at("/label").textValue()).contains("mgrl on miniature Breakout (all 6 actions");
    assertThat(new AtariFamily().csv(spec, result, 1).rows()).hasSize(10);
    assertThat(new AtariFamily().csv(spec, result, 1).header())
        .contains("cosinePlainLvc", "frames");
  }
}
