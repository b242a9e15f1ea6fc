package gmrl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.experiment.ExperimentEvent.Cancelled;
import gmrl.experiment.ExperimentEvent.Completed;
import gmrl.experiment.ExperimentEvent.Failed;
import gmrl.experiment.ExperimentEvent.Progress;
import gmrl.experiment.ExperimentEvent.Started;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExperimentRunnerTest {
  private final List<ExperimentEvent<Integer>> events =
      Collections.synchronizedList(new ArrayList<>());

  @Test
  void aRunStartsProgressesAndCompletes() {
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(1))) {
      assertThat(runner.start(counting(3), events::add).isDone()).isTrue();
    }
    assertThat(events).hasSize(5);
    assertThat(events.get(0)).isEqualTo(new Started<Integer>(3));
    assertThat(events.get(2)).isEqualTo(new Progress<>(2, 3, 2));
    assertThat(events.get(4))
        .isInstanceOfSatisfying(
            Completed.class, completed -> assertThat(completed.result()).isEqualTo(3));
    assertThat(events.stream().filter(ExperimentRunnerTest::isLast)).hasSize(1);
  }

  @Test
  void theBackgroundRunnerTellsTheSameStory() {
    List<ExperimentEvent<Integer>> background = Collections.synchronizedList(new ArrayList<>());
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(1));
        ExperimentRunner other = ExperimentRunner.background(new Workers(2))) {
      runner.start(counting(4), events::add);
      other.start(counting(4), background::add).await();
    }
    assertThat(background.subList(0, 5)).isEqualTo(events.subList(0, 5));
    assertThat(background.get(5)).isInstanceOf(Completed.class);
  }

  @Test
  void aCancelledRunKeepsItsLastSnapshotAndEndsOnce() {
    CancellationToken token = new CancellationToken();
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(1))) {
      runner.start(
          counting(100),
          token,
          event -> {
            events.add(event);
            if (event instanceof Progress<Integer> progress && progress.work().done() == 7) {
              token.cancel();
            }
          });
    }
    assertThat(
            events.get(events.size() - 1) instanceof Cancelled<Integer> cancelled
                ? cancelled.last()
                : "not cancelled")
        .isEqualTo(Optional.of(7));
    assertThat(events.stream().filter(ExperimentRunnerTest::isLast)).hasSize(1);
  }

  @Test
  void cancellingDoesNotWaitForATaskThatIsStuck() throws InterruptedException {
    CountDownLatch working = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    Experiment<Integer> stuck =
        experiment(
            1,
            (workers, token) -> {
              workers.forEach(
                  2,
                  token,
                  i -> {
                    working.countDown();
                    awaitQuietly(never);
                  });
              return 1;
            });
    try (ExperimentRunner runner = ExperimentRunner.background(new Workers(2))) {
      ExperimentRunner.Run<Integer> run = runner.start(stuck, events::add);
      working.await();
      run.cancel();
      assertThat(run.await()).isInstanceOf(Cancelled.class);
    } finally {
      never.countDown();
    }
  }

  @Test
  void aFailureBecomesASentenceAndKeepsWhatWasComputed() {
    Experiment<Integer> failing =
        new Experiment<>() {
          @Override
          public long total() {
            return 2;
          }

          @Override
          public Integer run(Workers workers, CancellationToken token, Snapshots<Integer> out) {
            out.publish(1, 11);
            throw new IllegalArgumentException("alpha is NaN, expected finite");
          }
        };
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(1))) {
      runner.start(failing, events::add);
    }
    assertThat(events.get(2)).isInstanceOf(Failed.class);
    if (events.get(2) instanceof Failed<Integer> failed) {
      assertThat(failed.message()).isEqualTo("alpha is NaN, expected finite");
      assertThat(failed.last()).contains(11);
    }
  }

  @Test
  void aTaskThatThrowsOnAWorkerReachesTheCaller() {
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      10,
                      new CancellationToken(),
                      i -> {
                        if (i == 3) {
                          throw new IllegalArgumentException("task 3");
                        }
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("task 3");
    }
  }

  @Test
  void everyTaskRunsOnceWhateverTheNumberOfThreads() {
    for (int threads = 1; threads <= 3; threads++) {
      int[] runs = new int[1000];
      try (Workers workers = new Workers(threads)) {
        workers.forEach(runs.length, new CancellationToken(), i -> runs[i]++);
      }
      assertThat(runs).containsOnly(1);
    }
  }

  @Test
  void otherWorkMakesWayForWhatSomebodyWaitsForAndIsFinishedAfterwards() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    try (Workers workers = new Workers(2)) {
      Thread patient =
          new Thread(
              () ->
                  workers.forEach(
                      200,
                      new CancellationToken(),
                      i -> {
                        begun.countDown();
                        awaitQuietly(go);
                        order.add("patient");
                      }));
      patient.start();
      begun.await();
      Thread waiting =
          new Thread(
              () -> workers.urgent().forEach(2, new CancellationToken(), i -> order.add("urgent")));
      waiting.start();
      while (waiting.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      go.countDown();
      waiting.join();
      patient.join();
    }
    assertThat(order).hasSize(202).endsWith("patient").startsWith("patient");
    assertThat(order.lastIndexOf("urgent")).isLessThan(100);
  }

  @Test
  void thereIsAtLeastOneWorker() {
    assertThatThrownBy(() -> new Workers(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is 0");
  }

  private static Experiment<Integer> counting(int total) {
    return new Experiment<>() {
      @Override
      public long total() {
        return total;
      }

      @Override
      public Integer run(Workers workers, CancellationToken token, Snapshots<Integer> out) {
        for (int i = 1; i <= total; i++) {
          token.check();
          out.publish(i, i);
        }
        return total;
      }
    };
  }

  private interface Body {
    Integer run(Workers workers, CancellationToken token);
  }

  private static Experiment<Integer> experiment(long total, Body body) {
    return new Experiment<>() {
      @Override
      public long total() {
        return total;
      }

      @Override
      public Integer run(Workers workers, CancellationToken token, Snapshots<Integer> out) {
        return body.run(workers, token);
      }
    };
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isLast(ExperimentEvent<?> event) {
    return !(event instanceof ExperimentEvent.Started || event instanceof ExperimentEvent.Progress);
  }
}
