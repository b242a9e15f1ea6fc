package gmrl.autodiff.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Parts of some work that several threads take one after the other.
 *
 * <p>To wake a thread takes as long as a whole product of a small network. So nothing waits for a
 * helper to arrive: whoever is there takes the next part, and the caller all of them if need be;
 * and a helper that has nothing left to do looks out for more work for a moment before it sleeps.
 */
final class Shared implements Runnable {
  /** Nanoseconds for which a thread looks out before it sleeps: about what waking it takes. */
  private static final long PATIENCE = 30_000;

  /** The work that was begun last. */
  private static final AtomicReference<@Nullable Shared> LATEST = new AtomicReference<>();

  /** How many helpers are looking out for it. */
  private static final AtomicInteger LOOKING = new AtomicInteger();

  private final int parts;
  private final IntConsumer part;
  private final Thread caller = Thread.currentThread();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger left;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean asleep;

  private Shared(int parts, IntConsumer part) {
    this.parts = parts;
    this.part = part;
    this.left = new AtomicInteger(parts);
  }

  /**
   * Does all parts; returns when all are done.
   *
   * @throws RuntimeException what the first part threw that failed
   */
  static void run(int parts, IntConsumer part) {
    Shared work = new Shared(parts, part);
    ForkJoinPool own = ForkJoinTask.getPool();
    ForkJoinPool pool = own == null ? ForkJoinPool.commonPool() : own;
    // The caller is one of the threads; in a pool it is one of the pool's.
    int others = pool.getParallelism() - (own == null ? 0 : 1);
    int processors = Runtime.getRuntime().availableProcessors();
    int helpers = Math.min(Math.min(parts, processors) - 1, others);
    Deque<ForkJoinTask<?>> calls = new ArrayDeque<>();
    if (helpers > 0) {
      LATEST.set(work);
      for (int i = LOOKING.get(); i < helpers; i++) {
        calls.push(ForkJoinTask.adapt(work).fork());
      }
    }
    work.take();
    // Calls that nobody has heard, because all are busy for long, would pile up.
    calls.forEach(ForkJoinTask::tryUnfork);
    work.await();
    LATEST.compareAndSet(work, null);
    Throwable thrown = work.failure.get();
    if (thrown instanceof Error e) {
      throw e;
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
  }

  /** What a helper does: this work, and what comes soon afterwards. */
  @Override
  public void run() {
    Shared work = this;
    while (work != null) {
      work.take();
      work = lookOut(work);
    }
  }

  private static @Nullable Shared lookOut(Shared last) {
    LOOKING.incrementAndGet();
    try {
      long start = System.nanoTime();
      do {
        Shared latest = LATEST.get();
        if (latest != null && latest != last) {
          return latest;
        }
        Thread.onSpinWait();
      } while (System.nanoTime() - start < PATIENCE);
      return null;
    } finally {
      LOOKING.decrementAndGet();
    }
  }

  /** Does parts as long as there are any. */
  private void take() {
    for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
      try {
        part.accept(i);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
      if (left.decrementAndGet() == 0 && asleep) {
        LockSupport.unpark(caller);
      }
    }
  }

  private void await() {
    long start = System.nanoTime();
    while (left.get() > 0) {
      if (System.nanoTime() - start < PATIENCE) {
        Thread.onSpinWait();
      } else {
        asleep = true;
        if (left.get() > 0) {
          LockSupport.park(this);
        }
      }
    }
  }
}
