package gmrl.experiment;

import gmrl.LibraryApi;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Runs experiments and tells their listeners.
 *
 * <p>{@link #background} for a window, {@link #synchronous} for a command or a test: the same code
 * on the calling thread, where {@link #start} returns after the last event.
 */
public final class ExperimentRunner implements AutoCloseable {
  private final Workers workers;
  private final Executor executor;

  private ExperimentRunner(Workers workers, Executor executor) {
    this.workers = workers;
    this.executor = executor;
  }

  /** A runner whose runs each have their own daemon thread and share the workers. */
  public static ExperimentRunner background(Workers workers) {
    return new ExperimentRunner(
        workers,
        task -> {
          Thread thread = new Thread(task, "gmrl-experiment");
          thread.setDaemon(true);
          thread.start();
        });
  }

  /** A runner that runs each experiment before {@link #start} returns. */
  public static ExperimentRunner synchronous(Workers workers) {
    return new ExperimentRunner(workers, Runnable::run);
  }

  /** Starts a run that can be cancelled through its handle. */
  @LibraryApi
  public <T> Run<T> start(Experiment<T> experiment, ExperimentListener<T> listener) {
    return start(experiment, new CancellationToken(), listener);
  }

  /**
   * Starts a run.
   *
   * @param experiment what to compute
   * @param token stops the run
   * @param listener hears the events; an exception it throws ends the run as failed
   */
  public <T> Run<T> start(
      Experiment<T> experiment, CancellationToken token, ExperimentListener<T> listener) {
    return start(experiment, token, Keeper.NONE, listener);
  }

  /**
   * Starts a run that goes on from where it was cut short.
   *
   * @param keeper has what is done, and keeps what is
   */
  public <T> Run<T> start(
      Experiment<T> experiment,
      CancellationToken token,
      Keeper keeper,
      ExperimentListener<T> listener) {
    CompletableFuture<ExperimentEvent<T>> end = new CompletableFuture<>();
    executor.execute(() -> end.complete(execute(experiment, token, keeper, listener)));
    return new Run<>(token, end);
  }

  private <T> ExperimentEvent<T> execute(
      Experiment<T> experiment,
      CancellationToken token,
      Keeper keeper,
      ExperimentListener<T> listener) {
    long start = System.nanoTime();
    Latest<T> latest = new Latest<>();
    ExperimentEvent<T> last;
    try {
      long total = experiment.total();
      listener.on(new ExperimentEvent.Started<>(total));
      T result =
          experiment.run(
              workers,
              token,
              keeper,
              (done, snapshot) -> {
                latest.snapshot = Optional.of(snapshot);
                listener.on(new ExperimentEvent.Progress<>(done, total, snapshot));
              });
      last = new ExperimentEvent.Completed<>(result, since(start));
    } catch (CancellationException e) {
      last = new ExperimentEvent.Cancelled<>(latest.snapshot, since(start));
    } catch (OutOfMemoryError e) {
      last = new ExperimentEvent.Failed<>(outOfMemory(), e, latest.snapshot);
    } catch (RuntimeException | Error e) {
      last = new ExperimentEvent.Failed<>(sentence(e), e, latest.snapshot);
    }
    listener.on(last);
    return last;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String outOfMemory() {
    return "This experiment needs more than the "
        + Runtime.getRuntime().maxMemory() / (1 << 20)
        + " MB of memory it may use; make it smaller or give Java more with -Xmx.";
  }

  private static String sentence(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? "Unexpected " + e.getClass().getName() : message;
  }

  /** Stops the workers; runs still going on fail or end as cancelled. */
  @Override
  public void close() {
    workers.close();
  }

  /**
   * A run that was started.
   *
   * @param <T> the experiment's snapshot
   */
  public static final class Run<T> {
    private final CancellationToken token;
    private final CompletableFuture<ExperimentEvent<T>> end;

    private Run(CancellationToken token, CompletableFuture<ExperimentEvent<T>> end) {
      this.token = token;
      this.end = end;
    }

    /** Asks the run to stop; its last event follows within 50 ms. */
    @LibraryApi
    public void cancel() {
      token.cancel();
    }

    /** Whether the last event has been delivered. */
    boolean isDone() {
      return end.isDone();
    }

    /** The last event, as soon as it has been delivered. */
    public CompletionStage<ExperimentEvent<T>> end() {
      return end.minimalCompletionStage();
    }

    /** Waits for the last event. */
    public ExperimentEvent<T> await() {
      return end.join();
    }
  }

  /** Written and read by the run's own thread alone. */
  private static final class Latest<T> {
    private Optional<T> snapshot = Optional.empty();
  }
}
