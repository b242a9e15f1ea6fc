package gmrl.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Experiment;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentListener;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Family;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Workers;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunRecorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an experiment is executed; common to all commands that run one. */
final class RunOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "number of threads (default: one for each processor); results do not depend on it")
  @Nullable Integer threads;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "keep the run in this folder while it goes on: run.json and metrics.csv")
  @Nullable Path run;

  /**
   * What became of a run.
   *
   * @param result the last snapshot
   * @param complete whether the whole budget was spent
   * @param seconds wall-clock time
   */
  record Outcome<T>(T result, boolean complete, double seconds) {

    /** What a document says about the run beside its numbers. */
    RunFacts facts(int every) {
      return new RunFacts(complete, seconds, every);
    }

    /** Exit code of a command that has delivered this result. */
    int exitCode() {
      return complete ? 0 : Interruption.CODE;
    }
  }

  /** How a kind of experiment is kept in a run folder. */
  private record Keeping<T>(String kind, ObjectNode config, Function<T, String> csv) {}

  /** The workers asked for. */
  Workers workers() {
    Integer count = threads;
    if (count == null) {
      return Workers.ofMachine();
    }
    if (count < 1) {
      throw new IllegalArgumentException("--threads is " + count + ", expected 1 or more");
    }
    return new Workers(count);
  }

  /**
   * Runs what a specification asks for to its end or until Ctrl-C.
   *
   * @param family whose specification it is
   * @param spec what to run
   * @param every a series over updates is kept every so many of them
   * @param err takes the progress; empty for none
   * @return the result; after an interrupt the last snapshot
   * @throws IOException if the run folder cannot be opened
   */
  <S, R> Outcome<R> execute(Family<S, R> family, S spec, int every, Optional<PrintWriter> err)
      throws IOException {
    Keeping<R> keeping =
        new Keeping<>(
            family.id(), family.write(spec), result -> family.csv(spec, result, every).text());
    return execute(family.experiment(spec), recorder(keeping, err), err);
  }

  /** Runs an experiment that is not kept. */
  <R> Outcome<R> execute(Experiment<R> experiment, Optional<PrintWriter> err) {
    return execute(experiment, event -> {}, err);
  }

  private <T> Outcome<T> execute(
      Experiment<T> experiment, ExperimentListener<T> recorder, Optional<PrintWriter> err) {
    long start = System.nanoTime();
    ConsoleProgress progress = new ConsoleProgress(err);
    ExperimentEvent<T> end;
    try (ExperimentRunner runner = ExperimentRunner.synchronous(workers())) {
      end =
          runner
              .start(
                  experiment,
                  Interruption.token(),
                  event -> {
                    recorder.on(event);
                    progress.on(event);
                  })
              .await();
    }
    progress.clear();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (end instanceof ExperimentEvent.Completed<T> completed) {
      return new Outcome<>(completed.result(), true, seconds);
    }
    if (end instanceof ExperimentEvent.Cancelled<T> cancelled) {
      return new Outcome<>(
          cancelled
              .last()
              .orElseThrow(
                  () -> new IllegalStateException("interrupted before anything was computed")),
          false,
          seconds);
    }
    throw failure((ExperimentEvent.Failed<T>) end);
  }

  private static RuntimeException failure(ExperimentEvent.Failed<?> failed) {
    return failed.cause() instanceof IllegalArgumentException
            || failed.cause() instanceof OutOfMemoryError
        ? new IllegalArgumentException(failed.message(), failed.cause())
        : new IllegalStateException(failed.message(), failed.cause());
  }

  private <T> ExperimentListener<T> recorder(Keeping<T> keeping, Optional<PrintWriter> err)
      throws IOException {
    Path folder = run;
    if (folder == null) {
      return event -> {};
    }
    try {
      return new RunRecorder<>(
          RunFolder.create(folder, keeping.kind(), keeping.config()),
          keeping.csv(),
          problem -> err.ifPresent(e -> e.println(problem)));
    } catch (IOException e) {
      throw new IOException("--run: " + e.getMessage(), e);
    }
  }
}
