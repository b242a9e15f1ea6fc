package gmrl.autodiff.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class SharedTest {
  private static AtomicIntegerArray counted(int parts) {
    AtomicIntegerArray done = new AtomicIntegerArray(parts);
    Shared.run(parts, done::incrementAndGet);
    return done;
  }

  private static void assertEachOnce(AtomicIntegerArray done) {
    for (int i = 0; i < done.length(); i++) {
      assertThat(done.get(i)).as("part %d", i).isEqualTo(1);
    }
  }

  @Test
  void eachPartIsDoneOnceWhoeverCalls() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<AtomicIntegerArray>>> tasks = new ArrayList<>();
      for (int caller = 0; caller < 4; caller++) {
        tasks.add(
            () -> {
              List<AtomicIntegerArray> all = new ArrayList<>();
              for (int i = 0; i < 2000; i++) {
                all.add(counted(1 + i % 7));
              }
              return all;
            });
      }
      for (Future<List<AtomicIntegerArray>> result : callers.invokeAll(tasks)) {
        result.get().forEach(SharedTest::assertEachOnce);
      }
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void partsMayShareWorkOfTheirOwn() {
    AtomicIntegerArray done = new AtomicIntegerArray(60);
    Shared.run(6, i -> Shared.run(10, j -> done.incrementAndGet(10 * i + j)));
    assertEachOnce(done);
  }

  @Test
  void aFailureIsThrownWhenTheOtherPartsAreDone() {
    AtomicInteger done = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Shared.run(
                    8,
                    i -> {
                      if (i == 3) {
                        throw new IllegalStateException("part 3");
                      }
                      done.incrementAndGet();
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("part 3");
    assertThat(done).hasValue(7);
  }

  /** A caller that is interrupted must not go on while others still write into its arrays. */
  @Test
  void anInterruptedCallerWaitsAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertEachOnce(counted(50));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void callsThatNobodyHearsDoNotPileUp() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    try {
      AtomicInteger both = new AtomicInteger(2);
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        tasks.add(
            () -> {
              both.decrementAndGet();
              while (both.get() > 0) {
                Thread.onSpinWait();
              }
              for (int k = 0; k < 500; k++) {
                assertEachOnce(counted(3));
              }
              return pool.getQueuedTaskCount();
            });
      }
      for (Future<Long> queued : pool.invokeAll(tasks)) {
        assertThat(queued.get()).isLessThan(10);
      }
    } finally {
      pool.shutdown();
    }
  }
}
