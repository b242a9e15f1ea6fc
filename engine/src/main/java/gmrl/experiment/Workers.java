package gmrl.experiment;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A fixed set of threads that share out indexed tasks; one worker means the calling thread itself.
 *
 * <p>Tasks are handed out in index order, but may finish in any: an experiment whose result is to
 * be independent of the number of workers gives each task its own place to write.
 */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  /** Whether a lone worker is the caller itself, which saves a hand-over. */
  private final boolean callerWorks;

  /**
   * Starts the workers; their threads are daemons and appear when first used.
   *
   * @param threads number of threads, 1 or more
   * @throws IllegalArgumentException if there is not at least one
   */
  public Workers(int threads) {
    this(threads, threads == 1);
  }

  private Workers(int threads, boolean callerWorks) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "the number of threads is " + threads + ", expected 1 or more");
    }
    this.threads = threads;
    this.callerWorks = callerWorks;
    pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "gmrl-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** As many workers as the machine has processors. */
  public static Workers ofMachine() {
    return new Workers(Runtime.getRuntime().availableProcessors());
  }

  /**
   * One worker fewer than the machine has processors, shared by all experiments that run: the
   * interface thread and the renderer keep one processor, so that a drag never waits for an
   * estimate.
   */
  public static Workers besideTheWindow() {
    return new Workers(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), false);
  }

  /** Number of threads. */
  public int threads() {
    return threads;
  }

  /**
   * Runs tasks 0 … count−1 and waits for them.
   *
   * <p>After a cancellation it returns at once, without waiting for the task that each worker is
   * in; such a task runs to its own end and its result is ignored. After a failure no further task
   * is started.
   *
   * @param count number of tasks
   * @param token polled before each task
   * @param task takes the index; called from several threads
   * @throws CancellationException if the token was cancelled
   */
  public void forEach(int count, CancellationToken token, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            token.check();
            try {
              task.accept(i);
            } catch (RuntimeException | Error e) {
              next.set(count);
              throw e;
            }
          }
        };
    if (callerWorks) {
      work.run();
      token.check();
      return;
    }
    int used = Math.min(threads, count);
    CompletableFuture<?>[] parts = new CompletableFuture<?>[used];
    for (int i = 0; i < used; i++) {
      parts[i] = CompletableFuture.runAsync(work, pool);
    }
    CompletableFuture<Void> all = CompletableFuture.allOf(parts);
    CompletableFuture<Void> stop = new CompletableFuture<>();
    Runnable unregister = token.onCancel(() -> stop.complete(null));
    try {
      CompletableFuture.anyOf(all, stop).get();
    } catch (InterruptedException e) {
      token.cancel();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      rethrow(e);
    } finally {
      unregister.run();
    }
    token.check();
  }

  private static void rethrow(Throwable failure) {
    Throwable inner = failure;
    while (inner instanceof ExecutionException || inner instanceof CompletionException) {
      Throwable cause = inner.getCause();
      if (cause == null) {
        break;
      }
      inner = cause;
    }
    if (inner instanceof RuntimeException e) {
      throw e;
    }
    if (inner instanceof Error e) {
      throw e;
    }
    throw new IllegalStateException(inner);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
