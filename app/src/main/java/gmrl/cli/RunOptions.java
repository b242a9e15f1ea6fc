package gmrl.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Experiment;
import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Family;
import gmrl.experiment.Keeper;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Workers;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.store.ProgressFile;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.RunRecorder;
import gmrl.experiment.store.RunStatus;
import gmrl.experiment.store.StoredRun;
import gmrl.experiment.sweep.SweepExperiment;
import gmrl.experiment.sweep.SweepJournal;
import gmrl.experiment.sweep.SweepPlan;
import gmrl.experiment.sweep.SweepTable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How an experiment is executed; common to all commands that run one. */
final class RunOptions {
  /** Whose options say how something is run, or what is shown of it. */
  private static final Set<Class<?>> HOW =
      Set.of(
          RunOptions.class,
          ThreadsOption.class,
          RecordOptions.class,
          OutputOptions.class,
          ProgressOption.class,
          MeasuresOption.class,
          BiasExtras.class,
          BroughtOptions.class);

  @Spec(Target.MIXEE)
  @Nullable CommandSpec command;

  @Mixin ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description =
          "keep the run in this folder: run.json and metrics.csv while it goes on, result.json"
              + " when it has ended; one that was cut short goes on from there")
  @Nullable Path run;

  /**
   * What became of a run.
   *
   * @param result the last snapshot
   * @param ending how the command ends that has made or shown it
   * @param run what a document says about it beside its numbers
   */
  record Outcome<T>(T result, RunFacts run, Ending ending) {

    /** Whether the whole budget was spent. */
    boolean complete() {
      return run.complete();
    }

    /** Wall-clock time. */
    double seconds() {
      return run.seconds();
    }

    /** What a document says about the run beside its numbers. */
    RunFacts facts(int every) {
      return run.shownEvery(every);
    }

    /** Exit code of a command that has delivered this result. */
    int exitCode() {
      return ending.code;
    }
  }

  /** How a command ends that has delivered a result. */
  enum Ending {
    /** All is well; also where a stored result was shown, however it had ended. */
    DONE(0),
    /** The run folder that was asked for has not got it all. */
    NOT_KEPT(1),
    /** It was interrupted; what was computed is there. */
    INTERRUPTED(Interruption.CODE);

    private final int code;

    Ending(int code) {
      this.code = code;
    }
  }

  /** The workers asked for. */
  Workers workers() {
    return threads.workers();
  }

  /**
   * Runs what a specification asks for to its end or until Ctrl-C, or shows it if it is stored.
   *
   * @param document where the command began
   * @param family whose specification it is
   * @param spec what to run
   * @param every a series over updates is kept every so many of them
   * @param output takes the progress, if it is wanted, and problems
   * @return the result; after an interrupt the last snapshot
   * @throws IllegalArgumentException if the run folder cannot be opened
   */
  <S, R> Outcome<R> execute(
      SpecOption document, Family<S, R> family, S spec, int every, OutputOptions output) {
    if (document.isStored()) {
      return stored(document, family, spec);
    }
    Experiment<R> experiment = family.experiment(spec);
    // What cannot run at all must not touch the folder.
    experiment.total();
    Path folder = run;
    if (folder == null) {
      return execute(experiment, output);
    }
    try {
      RunFolder kept = open(folder, family, spec, output);
      Consumer<String> problems = problem -> output.errors().println("--run: " + problem);
      return execute(
          experiment,
          new ProgressFile(kept.path(), problems),
          Optional.of(RunRecorder.of(family, spec, every, kept, problems)),
          output);
    } catch (IOException e) {
      throw new IllegalArgumentException("--run: " + e.getMessage(), e);
    }
  }

  /**
   * What is asked for where no option says anything: of a run that was cut short, its own.
   *
   * @throws IllegalArgumentException if nothing is asked for and the folder's run is complete
   */
  <S> S base(SpecOption document, Family<S, ?> family) {
    Optional<StoredRun> before =
        document.isGiven() || document.isStored()
            ? Optional.empty()
            : told().filter(stored -> stored.kind().equals(family.id()));
    if (before.isEmpty()) {
      return document.base(family);
    }
    S own = family.read(before.get().config());
    if (before.get().status() == RunStatus.COMPLETED && !own.equals(family.standard())) {
      throw new IllegalArgumentException(
          "--run: the run in %s is complete and nothing else is asked for, expected options, another"
                  .formatted(run)
              + " folder, or --spec %s --stored to show it".formatted(run));
    }
    return own;
  }

  /** Whether the folder says what is to be run: it has a run that was cut short. */
  boolean isCutShort() {
    return told().filter(stored -> stored.status() != RunStatus.COMPLETED).isPresent();
  }

  /**
   * The folder's run if it says what is to be run: it goes on, or it is there and nothing else is
   * asked for, so that a run that had kept nothing yet begins again.
   */
  private Optional<StoredRun> told() {
    Path folder = run;
    if (folder == null) {
      return Optional.empty();
    }
    Optional<StoredRun> before = StoredRun.cutShort(folder);
    Path home = RunFolder.unfinished(folder);
    return before.isPresent() || isAsked() || !StoredRun.isRun(home)
        ? before
        : Optional.of(StoredRun.glance(home));
  }

  /** Whether anything was typed that says what to run, and not how, or what to show of it. */
  private boolean isAsked() {
    ParseResult typed = Objects.requireNonNull(command).commandLine().getParseResult();
    return !typed.matchedPositionals().isEmpty()
        || typed.matchedOptions().stream().anyMatch(RunOptions::asks);
  }

  private static boolean asks(OptionSpec option) {
    return !(option.userObject() instanceof Field field)
        || !HOW.contains(field.getDeclaringClass());
  }

  /** The folder of a new run, or of the same one that was cut short. */
  private static <S> RunFolder open(Path folder, Family<S, ?> family, S spec, OutputOptions output)
      throws IOException {
    ObjectNode config = family.write(spec);
    Optional<StoredRun> before = StoredRun.cutShort(folder);
    if (before.isEmpty()) {
      return RunFolder.create(folder, family.id(), config);
    }
    AnotherRun.refuse(
        family.id(), config, stored -> family.read(stored).equals(spec), before.get());
    RunFolder kept = RunFolder.resume(folder, family.id(), config);
    output.progress().ifPresent(err -> err.println("--run: going on with the run in " + folder));
    return kept;
  }

  private <S, R> Outcome<R> stored(SpecOption document, Family<S, R> family, S spec) {
    if (run != null) {
      throw new IllegalArgumentException("--stored computes nothing that --run could keep");
    }
    KeptResult<S, R> kept = document.kept(family);
    if (!kept.spec().equals(spec)) {
      throw new IllegalArgumentException(
          "--stored shows what was computed, and %s is asked for, expected no option that changes"
                  .formatted(AnotherRun.changes(family.write(kept.spec()), family.write(spec)))
              + " the experiment");
    }
    return new Outcome<>(kept.result(), kept.run(), Ending.DONE);
  }

  /**
   * Runs what a specification asks for, from where the run in the folder stopped if there is one.
   *
   * @param experiment of the folder it is kept in, or of null if it is not kept
   * @throws IllegalArgumentException if the folder holds another run
   */
  <S, R> Outcome<R> resumable(
      SpecOption document,
      Family<S, R> family,
      S spec,
      int every,
      OutputOptions output,
      Function<@Nullable Path, Experiment<R>> experiment) {
    if (document.isStored()) {
      return stored(document, family, spec);
    }
    family.experiment(spec).total();
    return resumable(
        family.id(),
        family.write(spec),
        config -> family.read(config).equals(spec),
        folder ->
            RunRecorder.of(
                family,
                spec,
                every,
                folder,
                problem -> output.errors().println("--run: " + problem)),
        output,
        experiment);
  }

  /**
   * Runs a sweep from where the one in the folder stopped if there is one.
   *
   * @throws IllegalArgumentException if the folder holds another run
   */
  Outcome<SweepTable> resumable(SweepPlan plan, String master, OutputOptions output) {
    ObjectNode config = plan.json();
    return resumable(
        SweepPlan.KIND,
        config,
        stored -> stored.value().equals(JsonView.parse("", Json.line(config)).value()),
        folder ->
            RunRecorder.atTheEnd(
                folder,
                table -> table.csv().text(),
                problem -> output.errors().println("--run: " + problem)),
        output,
        folder ->
            new SweepExperiment(plan, master, Optional.ofNullable(folder).map(SweepJournal::new)));
  }

  private <R> Outcome<R> resumable(
      String kind,
      ObjectNode config,
      Predicate<JsonView> isSame,
      Function<RunFolder, RunRecorder<R>> recorder,
      OutputOptions output,
      Function<@Nullable Path, Experiment<R>> experiment) {
    Path folder = run;
    if (folder == null) {
      return execute(experiment.apply(null), output);
    }
    try {
      RunFolder kept;
      if (StoredRun.isRun(folder)) {
        AnotherRun.refuse(kind, config, isSame, StoredRun.open(folder));
        kept = RunFolder.resume(folder, kind, config);
      } else {
        kept = RunFolder.create(folder, kind, config);
      }
      return execute(
          experiment.apply(kept.path()), Keeper.NONE, Optional.of(recorder.apply(kept)), output);
    } catch (IOException e) {
      throw new IllegalArgumentException("--run: " + e.getMessage(), e);
    }
  }

  /** Runs an experiment that is not kept. */
  <R> Outcome<R> execute(Experiment<R> experiment, OutputOptions output) {
    return execute(experiment, Keeper.NONE, Optional.empty(), output);
  }

  private <T> Outcome<T> execute(
      Experiment<T> experiment,
      Keeper keeper,
      Optional<RunRecorder<T>> recorder,
      OutputOptions output) {
    long start = System.nanoTime();
    ConsoleProgress progress = new ConsoleProgress(output.progress());
    ProgressLines lines = new ProgressLines(output.lines());
    ExperimentEvent<T> end;
    try (ExperimentRunner runner = ExperimentRunner.synchronous(workers())) {
      end =
          runner
              .start(
                  experiment,
                  Interruption.token(),
                  keeper,
                  event -> {
                    recorder.ifPresent(r -> r.on(event));
                    progress.on(event);
                    lines.on(event);
                  })
              .await();
    }
    progress.clear();
    boolean kept = recorder.map(RunRecorder::isKept).orElse(true);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (end instanceof ExperimentEvent.Completed<T> completed) {
      return new Outcome<>(
          completed.result(), new RunFacts(true, seconds, 1), kept ? Ending.DONE : Ending.NOT_KEPT);
    }
    if (end instanceof ExperimentEvent.Cancelled<T> cancelled) {
      return new Outcome<>(
          cancelled
              .last()
              .orElseThrow(
                  () -> new IllegalStateException("interrupted before anything was computed")),
          new RunFacts(false, seconds, 1),
          Ending.INTERRUPTED);
    }
    throw failure((ExperimentEvent.Failed<T>) end);
  }

  private static RuntimeException failure(ExperimentEvent.Failed<?> failed) {
    return failed.cause() instanceof IllegalArgumentException
            || failed.cause() instanceof OutOfMemoryError
        ? new IllegalArgumentException(failed.message(), failed.cause())
        : new IllegalStateException(failed.message(), failed.cause());
  }
}
