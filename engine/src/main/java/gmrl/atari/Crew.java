package gmrl.atari;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A fixed number of threads, the caller's among them, that share the indices 0 … n − 1. */
final class Crew implements AutoCloseable {
  private final int threads;
  private final @Nullable ExecutorService others;

  Crew(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    this.threads = threads;
    this.others =
        threads == 1
            ? null
            : Executors.newFixedThreadPool(
                threads - 1,
                task -> {
                  Thread thread = new Thread(task, "gmrl-environments");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  /** Each thread takes one contiguous part; the first failure is thrown when all are done. */
  void run(int n, IntConsumer task) {
    ExecutorService pool = others;
    if (pool == null) {
      part(0, n, task);
      return;
    }
    List<Future<Void>> running = new ArrayList<>(threads);
    for (int k = 1; k < threads; k++) {
      int from = n * k / threads;
      int to = n * (k + 1) / threads;
      Callable<Void> work =
          () -> {
            part(from, to, task);
            return null;
          };
      running.add(pool.submit(work));
    }
    RuntimeException failure = null;
    try {
      part(0, n / threads, task);
    } catch (RuntimeException e) {
      failure = e;
    }
    for (Future<Void> future : running) {
      RuntimeException e = await(future);
      failure = failure == null ? e : failure;
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static void part(int from, int to, IntConsumer task) {
    for (int i = from; i < to; i++) {
      task.accept(i);
    }
  }

  private static @Nullable RuntimeException await(Future<Void> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          future.get();
          return null;
        } catch (InterruptedException e) {
          // The others still write into the caller's buffers: wait, then say it again.
          interrupted = true;
        } catch (ExecutionException e) {
          return e.getCause() instanceof RuntimeException r
              ? r
              : new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    if (others != null) {
      others.shutdown();
    }
  }
}
