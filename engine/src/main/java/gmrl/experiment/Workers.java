package gmrl.experiment;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A fixed set of threads that share out indexed tasks; one worker means the calling thread itself.
 *
 * <p>Tasks are handed out in index order, but may finish in any: an experiment whose result is to
 * be independent of the number of workers gives each task its own place to write.
 */
public final class Workers implements AutoCloseable {
  /** How long work waits for {@linkplain #urgent urgent} work before it is as urgent itself. */
  private static final long PATIENCE = 400_000_000L;

  /** How long a share of work goes on while another one waits. */
  private static final long SLICE = 10_000_000L;

  private final int threads;
  private final ThreadPoolExecutor pool;

  /** How long the work that is handed in here may wait, in nanoseconds. */
  private final long patience;

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
    patience = PATIENCE;
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "gmrl-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  private Workers(Workers shared, long patience) {
    threads = shared.threads;
    pool = shared.pool;
    callerWorks = shared.callerWorks;
    this.patience = patience;
  }

  /**
   * The same workers for what somebody waits for: between two of its tasks other work makes way,
   * though not for long.
   */
  public Workers urgent() {
    return new Workers(this, 0);
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
    if (callerWorks) {
      for (int i = 0; i < count; i++) {
        token.check();
        task.accept(i);
      }
      token.check();
      return;
    }
    AtomicInteger next = new AtomicInteger();
    int used = Math.min(threads, count);
    CompletableFuture<?>[] parts = new CompletableFuture<?>[used];
    for (int i = 0; i < used; i++) {
      Part part = new Part(next, count, token, task);
      parts[i] = part.end;
      pool.execute(part);
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

  /** What one thread does of a piece of work: task after task, until others are more in need. */
  private final class Part implements Runnable, Comparable<Part> {
    private final AtomicInteger next;
    private final int count;
    private final CancellationToken token;
    private final IntConsumer task;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** When it should go on; written only while it is not in the queue. */
    private long due = System.nanoTime() + patience;

    Part(AtomicInteger next, int count, CancellationToken token, IntConsumer task) {
      this.next = next;
      this.count = count;
      this.token = token;
      this.task = task;
    }

    @Override
    public void run() {
      long begin = System.nanoTime();
      try {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
          token.check();
          task.accept(i);
          if (mustWait(begin)) {
            due = System.nanoTime() + patience;
            pool.execute(this);
            return;
          }
        }
        end.complete(null);
      } catch (RuntimeException | Error e) {
        next.set(count);
        end.completeExceptionally(e);
      }
    }

    private boolean mustWait(long begin) {
      if (!(pool.getQueue().peek() instanceof Part first)) {
        return false;
      }
      long now = System.nanoTime();
      return first.due - due < 0 || (now - begin > SLICE && first.due - now - patience < 0);
    }

    @Override
    public int compareTo(Part other) {
      return Long.signum(due - other.due);
    }
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
