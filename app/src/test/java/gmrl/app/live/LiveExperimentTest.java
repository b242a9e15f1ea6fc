package gmrl.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Work;
import gmrl.experiment.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LiveExperimentTest {
  private final List<String> failures = new ArrayList<>();
  private final Tasks tasks = new Tasks();
  private final Gate gate = new Gate();
  private final Deque<Runnable> uiQueue = new ArrayDeque<>();

  private Laboratory synchronous() {
    return new Laboratory(
        ExperimentRunner.synchronous(new Workers(1)), Runnable::run, gate, tasks, failures::add);
  }

  private Laboratory background() {
    return new Laboratory(
        ExperimentRunner.background(new Workers(1)),
        task -> {
          synchronized (uiQueue) {
            uiQueue.add(task);
          }
        },
        gate,
        tasks,
        failures::add);
  }

  private void pump(java.util.function.BooleanSupplier until) throws InterruptedException {
    while (!until.getAsBoolean()) {
      Runnable next;
      synchronized (uiQueue) {
        next = uiQueue.poll();
      }
      if (next != null) {
        next.run();
      } else {
        Thread.sleep(1);
      }
    }
  }

  private static Experiment<String> experiment(
      long total, BiFunction<CancellationToken, Experiment.Snapshots<String>, String> work) {
    return new Experiment<>() {
      @Override
      public long total() {
        return total;
      }

      @Override
      public String run(Workers workers, CancellationToken token, Snapshots<String> out) {
        return work.apply(token, out);
      }
    };
  }

  private static Experiment<String> counting(String name, int rounds) {
    return experiment(
        rounds,
        (token, snapshots) -> {
          for (int i = 1; i <= rounds; i++) {
            token.check();
            snapshots.publish(i, name + i);
          }
          return name + rounds;
        });
  }

  @Test
  void everySnapshotArrivesAndTheLastIsFinal() {
    LiveExperiment<String> live = new LiveExperiment<>(synchronous(), "test");
    List<String> seen = new ArrayList<>();
    live.stateProperty()
        .addListener((o, old, now) -> seen.add(now.snapshot() + " " + now.standing()));
    live.request(counting("a", 3));
    assertThat(seen).containsExactly("a1 REFINING", "a2 REFINING", "a3 REFINING", "a3 FRESH");
    assertThat(tasks.running()).isEmpty();
  }

  @Test
  void aFailureReachesThePersonAndKeepsWhatWasComputed() {
    LiveExperiment<String> live = new LiveExperiment<>(synchronous(), "Compositional bias");
    live.request(
        experiment(
            2,
            (token, out) -> {
              out.publish(1, "half");
              throw new IllegalArgumentException("alpha is NaN");
            }));
    assertThat(failures).containsExactly("Compositional bias stopped: alpha is NaN");
    assertThat(live.stateProperty().get())
        .isEqualTo(new LiveExperiment.State<>("half", new Work(1, 2), Standing.FAILED));
  }

  @Test
  void aRunThatHasShownSomethingIsCancelledByANewerRequest() throws InterruptedException {
    LiveExperiment<String> live = new LiveExperiment<>(background(), "test");
    AtomicBoolean cancelled = new AtomicBoolean();
    live.request(endless(new CountDownLatch(0), cancelled));
    pump(() -> live.stateProperty().get() != null);
    live.request(counting("b", 1));
    pump(() -> live.stateProperty().get().snapshot().equals("b1"));
    pump(cancelled::get);
  }

  @Test
  void whileNothingWasShownRequestsWaitAndOnlyTheNewestIsRun() throws InterruptedException {
    LiveExperiment<String> live = new LiveExperiment<>(background(), "test");
    CountDownLatch go = new CountDownLatch(1);
    List<String> seen = new ArrayList<>();
    live.stateProperty().addListener((o, old, now) -> seen.add(now.snapshot()));
    live.request(endless(go, new AtomicBoolean()));
    live.request(counting("skipped", 1));
    live.request(counting("newest", 1));
    go.countDown();
    pump(() -> seen.contains("newest1"));
    assertThat(seen).contains("endless").doesNotContain("skipped1");
  }

  @Test
  void whatIsHeldWaitsAndGoesOnFromThere() throws InterruptedException {
    LiveExperiment<String> live = new LiveExperiment<>(background(), "test");
    AtomicInteger rounds = new AtomicInteger();
    AtomicBoolean enough = new AtomicBoolean();
    live.request(
        experiment(
            10,
            (token, out) -> {
              while (!enough.get()) {
                token.check();
                out.publish(1, "round " + rounds.incrementAndGet());
              }
              return "done";
            }));
    pump(() -> rounds.get() > 2 && live.stateProperty().get() != null);
    live.hold();
    assertThat(tasks.count(Tasks.State.WAITING)).isEqualTo(1);
    // At most the snapshot that was under way.
    int held = rounds.get();
    Thread.sleep(60);
    assertThat(rounds.get()).isBetween(held, held + 1);
    int there = rounds.get();
    live.goOn();
    assertThat(tasks.count(Tasks.State.WAITING)).isZero();
    pump(() -> rounds.get() > there);
    live.hold();
    enough.set(true);
    live.goOn();
    pump(() -> live.stateProperty().get().standing() == Standing.FRESH);
    assertThat(tasks.running()).isEmpty();
    live.request(endless(new CountDownLatch(0), enough));
    enough.set(false);
    pump(() -> live.stateProperty().get().snapshot().equals("endless"));
    live.hold();
    tasks.cancelAll();
    pump(enough::get);
  }

  @Test
  void aClosedGateHoldsARunBetweenSnapshotsAndAStepLetsItOn() throws InterruptedException {
    LiveExperiment<String> live = new LiveExperiment<>(background(), "test");
    gate.close();
    live.request(counting("a", 3));
    pump(() -> live.stateProperty().get() != null);
    assertThat(live.stateProperty().get().snapshot()).isEqualTo("a1");
    tasks.setPaused(true);
    assertThat(live.stateProperty().get().standing()).isEqualTo(Standing.PAUSED);
    Thread.sleep(30);
    gate.step();
    pump(() -> live.stateProperty().get().snapshot().equals("a2"));
    assertThat(live.stateProperty().get().standing()).isEqualTo(Standing.PAUSED);
    tasks.setPaused(false);
    assertThat(live.stateProperty().get().standing()).isEqualTo(Standing.REFINING);
    gate.open();
    pump(() -> live.stateProperty().get().standing() == Standing.FRESH);
  }

  @Test
  void aPauseDoesNotHoldWhatHasAllItsWork() throws InterruptedException {
    LiveExperiment<String> live = new LiveExperiment<>(background(), "test");
    gate.close();
    live.request(
        experiment(
            2,
            (token, out) -> {
              out.publish(1, "half");
              out.publish(2, "all");
              return "all";
            }));
    pump(() -> live.stateProperty().get() != null);
    gate.step();
    pump(() -> live.stateProperty().get().standing() == Standing.FRESH);
    assertThat(tasks.running()).isEmpty();
  }

  @Test
  @Timeout(60)
  void eachStepIsKeptForWhoIsStillOnTheWay() {
    gate.step();
    Gate.Visitor visitor = gate.visitor();
    gate.step();
    gate.step();
    visitor.pass(() -> false);
    visitor.pass(() -> false);
    // Nothing is left of them: only who is cancelled is let through.
    AtomicInteger asked = new AtomicInteger();
    visitor.pass(() -> asked.incrementAndGet() > 0);
    assertThat(asked.get()).isEqualTo(1);
    // Steps at an open gate are no provision for a later one.
    gate.step();
    gate.open();
    visitor.pass(() -> false);
    gate.close();
    visitor.pass(() -> asked.incrementAndGet() > 0);
    assertThat(asked.get()).isEqualTo(2);
  }

  @Test
  void aSnapshotOfASupersededRunThatStillWaitsIsNotDelivered() throws InterruptedException {
    LiveExperiment<String> live = new LiveExperiment<>(background(), "test");
    List<String> seen = new ArrayList<>();
    live.stateProperty().addListener((o, old, now) -> seen.add(now.snapshot()));
    AtomicBoolean cancelled = new AtomicBoolean();
    live.request(endless(new CountDownLatch(0), cancelled));
    // Its snapshot is on its way to the interface thread, and nothing has been taken from there.
    while (isQueueEmpty()) {
      Thread.sleep(1);
    }
    live.cancel();
    CountDownLatch go = new CountDownLatch(1);
    live.request(endless(go, new AtomicBoolean()));
    pump(this::isQueueEmpty);
    assertThat(seen).isEmpty();
    go.countDown();
    pump(() -> !seen.isEmpty());
    live.cancel();
  }

  @Test
  void theLateEndOfASupersededRunDoesNotTakeThePlaceOfTheNewerOnes() throws InterruptedException {
    LiveExperiment<String> live = new LiveExperiment<>(background(), "test");
    CountDownLatch late = new CountDownLatch(1);
    AtomicReference<Thread> old = new AtomicReference<>();
    AtomicReference<Thread> newer = new AtomicReference<>();
    live.request(
        threadKept(
            old,
            out -> {
              out.publish(1, "old");
              await(late);
              throw new CancellationException("at last");
            }));
    pump(() -> live.stateProperty().get() != null);
    live.request(threadKept(newer, out -> out.publish(1, "new")));
    while (newer.get() == null) {
      Thread.sleep(1);
    }
    newer.get().join();
    late.countDown();
    old.get().join();
    pump(this::isQueueEmpty);
    assertThat(live.stateProperty().get())
        .isEqualTo(new LiveExperiment.State<>("new", new Work(1, 1), Standing.FRESH));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Experiment<String> threadKept(
      AtomicReference<Thread> thread, Consumer<Experiment.Snapshots<String>> work) {
    return experiment(
        1,
        (token, out) -> {
          thread.set(Thread.currentThread());
          work.accept(out);
          return "new";
        });
  }

  private boolean isQueueEmpty() {
    synchronized (uiQueue) {
      return uiQueue.isEmpty();
    }
  }

  @Test
  void whatIsOnScreenSaysWhatItIsWorth() throws InterruptedException {
    LiveExperiment<String> live = new LiveExperiment<>(background(), "test");
    live.request(endless(new CountDownLatch(0), new AtomicBoolean()));
    pump(() -> live.stateProperty().get() != null);
    assertThat(live.stateProperty().get().standing()).isEqualTo(Standing.REFINING);
    live.cancel();
    assertThat(live.stateProperty().get().standing()).isEqualTo(Standing.CANCELLED);
    CountDownLatch go = new CountDownLatch(1);
    live.request(endless(go, new AtomicBoolean()));
    assertThat(live.stateProperty().get().standing()).isEqualTo(Standing.STALE);
    live.cancel();
    assertThat(live.stateProperty().get().standing())
        .as("the new request was never answered")
        .isEqualTo(Standing.STALE);
    go.countDown();
  }

  private static Experiment<String> endless(CountDownLatch go, AtomicBoolean cancelled) {
    return experiment(
        1,
        (token, out) -> {
          try {
            go.await(10, TimeUnit.SECONDS);
            out.publish(1, "endless");
            while (true) {
              token.check();
              Thread.sleep(1);
            }
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          } catch (CancellationException e) {
            cancelled.set(true);
            throw e;
          }
        });
  }
}
