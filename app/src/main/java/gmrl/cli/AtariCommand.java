package gmrl.cli;

import gmrl.atari.learn.LearningCurve;
import gmrl.atari.mini.Replay;
import gmrl.experiment.Counted;
import gmrl.experiment.Family;
import gmrl.experiment.Stride;
import gmrl.experiment.atari.AtariExperiment;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.CheckpointFolder;
import gmrl.experiment.store.RunFolder;
import gmrl.experiment.store.StoredRun;
import gmrl.meta.MeanEstimate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learners on games, their checkpoints, and recorded episodes. */
@Command(
    name = "atari",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Actor-critic and meta-gradient learners on Atari and on miniature games. A run that is"
            + " kept with --run goes on where it stopped when the same command is given again.")
final class AtariCommand implements Callable<Integer>, OfFamily {
  private static final AtariFamily FAMILY = new AtariFamily();

  @Mixin SpecOption document = new SpecOption();
  @Mixin AtariOptions options = new AtariOptions();

  @Option(
      names = "--roms",
      paramLabel = "DIR",
      description =
          "folder with Atari games (default: ALE_ROMS_DIR, ALE_ROM_DIR, ALE_PY_ROM_DIR, or an"
              + " installed ale-py)")
  @Nullable Path roms;

  @Option(
      names = "--play",
      description = "watch what the run in --run has learnt, in the terminal, for --episodes games")
  boolean play;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      description = "with --play: games to watch (default: 1)")
  @Nullable Integer episodes;

  @Option(
      names = "--trajectory",
      paramLabel = "FILE.npz",
      description =
          "with --play: what was seen, done and paid at each decision of the games, as arrays that"
              + " NumPy reads")
  @Nullable Path trajectory;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description =
          "replay recorded episodes of a miniature game with their random outcomes; exit code 0 if"
              + " everything comes out as recorded, else 1 and the first difference")
  @Nullable Path replay;

  @Mixin RecordOptions record = new RecordOptions();
  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Family<?, ?> family() {
    return FAMILY;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    record.check();
    if (trajectory != null && !play) {
      throw new IllegalArgumentException(
          "--trajectory goes with --play: it keeps the games that are watched");
    }
    if (episodes != null && !play) {
      throw new IllegalArgumentException("--episodes goes with --play: it says how many to watch");
    }
    if (replay != null) {
      return replayed(replay);
    }
    AtariSpec spec = options.apply(base());
    if (play) {
      return new AtariPlay(spec, roms, folder(), trajectory, output)
          .play(Objects.requireNonNullElse(episodes, 1));
    }
    if (!document.isStored()) {
      // What is missing or damaged is said before a folder is touched.
      try {
        spec.game().opener(roms);
      } catch (IllegalStateException e) {
        throw new IllegalStateException(options.without(e), e);
      }
      checkKept(spec);
    }
    output.remark(options.idle(spec));
    RunOptions.Outcome<AtariResult> outcome = train(spec);
    return output.deliver(
        FAMILY, spec, outcome, record.every(), () -> table(outcome.result(), outcome.seconds()));
  }

  /**
   * The run; an update that is under way when it is asked to stop is finished, and this says so.
   */
  private RunOptions.Outcome<AtariResult> train(AtariSpec spec) {
    String intention = intention(spec);
    Runnable unheard =
        Interruption.token().onCancel(() -> output.remark(List.of("", "finishing this update …")));
    try {
      return run.resumable(
          document,
          FAMILY,
          spec,
          record.every(),
          output,
          place -> {
            output.progress().ifPresent(progress -> progress.println(intention));
            return new AtariExperiment(spec, roms, checkpoints(place, spec), (s, e, r) -> {});
          });
    } finally {
      unheard.run();
    }
  }

  /** What is about to be trained, for somebody who may have meant another game. */
  private String intention(AtariSpec spec) {
    boolean there = run.run != null && StoredRun.isRun(run.run);
    return String.format(
        Locale.ROOT,
        "%s %s, %s × %d steps%s",
        there ? "goes on with" : "trains",
        spec.label(),
        Counted.of(spec.seeds(), "seed"),
        spec.learning().numEnvSteps(),
        there || options.game != null || document.isGiven() ? "" : "; --game chooses another game");
  }

  private void checkKept(AtariSpec spec) {
    Path folder = run.run;
    if (folder != null) {
      CheckpointFolder.of(RunFolder.unfinished(folder), spec.game(), problem -> {})
          .check(spec.seed(), spec.seeds());
    }
  }

  private int replayed(Path file) throws IOException {
    Replay.Verdict verdict;
    try {
      verdict = Replay.check(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("--replay: " + e.getMessage(), e);
    }
    output.deliver(verdict.text() + System.lineSeparator());
    return verdict instanceof Replay.Same ? 0 : 1;
  }

  /** What is asked for where no option says anything: of a run that is there, its own. */
  private AtariSpec base() {
    Path folder = run.run;
    if (folder == null || document.isGiven() || !StoredRun.isRun(folder)) {
      return document.base(FAMILY);
    }
    StoredRun stored = StoredRun.open(folder);
    if (!stored.kind().equals(FAMILY.id())) {
      throw new IllegalArgumentException(
          "--run: " + folder + " holds a run of " + stored.kind() + ", expected one of atari");
    }
    return FAMILY.read(stored.config());
  }

  private Path folder() {
    Path folder = run.run;
    if (folder == null) {
      throw new IllegalArgumentException("--play needs the folder of a run, given with --run");
    }
    if (!StoredRun.isRun(folder)) {
      throw new IllegalArgumentException("--run: " + folder + " holds no run to play from");
    }
    return folder;
  }

  private @Nullable CheckpointFolder checkpoints(@Nullable Path place, AtariSpec spec) {
    return place == null
        ? null
        : CheckpointFolder.of(
            place, spec.game(), problem -> output.errors().println("--run: " + problem));
  }

  private String table(AtariResult result, double seconds) {
    AtariSpec spec = result.spec();
    boolean meta = spec.learning().algorithm().meta();
    List<String> header = new ArrayList<>(List.of("steps", "frames", "score", "episodes"));
    if (meta) {
      header.addAll(List.of("γ", "λ", "value", "entropy", "cos plain·lvc"));
    }
    TextTable table = new TextTable(header.toArray(String[]::new));
    List<AtariResult.Mean> means = result.means();
    for (int i : means.isEmpty() ? new int[0] : Stride.updates(means.size() - 1, record.every())) {
      List<LearningCurve.Point> points =
          result.runs().stream().map(r -> r.curve().points().get(i)).toList();
      List<String> row = new ArrayList<>();
      row.add(Long.toString(means.get(i).steps()));
      row.add(Long.toString(means.get(i).steps() * spec.game().framesPerStep()));
      row.add(text(means.get(i).score()));
      row.add(Long.toString(points.stream().mapToLong(LearningCurve.Point::episodes).sum()));
      if (meta) {
        row.add(mean(points.stream().mapToDouble(p -> p.coefficients().gamma()).toArray()));
        row.add(mean(points.stream().mapToDouble(p -> p.coefficients().gaeLambda()).toArray()));
        row.add(mean(points.stream().mapToDouble(p -> p.coefficients().valueLossCoef()).toArray()));
        row.add(mean(points.stream().mapToDouble(p -> p.coefficients().entropyCoef()).toArray()));
        row.add(mean(points.stream().mapToDouble(LearningCurve.Point::cosine).toArray()));
      }
      table.row(row.toArray(String[]::new));
    }
    StringBuilder notes = new StringBuilder();
    result
        .runs()
        .forEach(r -> r.resumed().forEach(s -> notes.append("seed " + r.seed() + " " + s + "\n")));
    return table
        + String.format(
            Locale.ROOT,
            "%n%s%nscore: mean return of the games that ended, played by the sampling policy while"
                + " it learns, before any clipping%s%nlast %.0f %%: %s; %d steps%s%n%s",
            spec.label(),
            spec.seeds() > 1 ? ", ± standard error over " + spec.seeds() + " seeds" : "",
            100 * AtariResult.FINAL_SHARE,
            text(MeanEstimate.of(result.finalScores())),
            result.steps(),
            Double.isNaN(seconds) ? "" : String.format(Locale.ROOT, " in %.0f s", seconds),
            notes);
  }

  private static String text(MeanEstimate mean) {
    return Double.isNaN(mean.mean())
        ? "-"
        : Double.isNaN(mean.standardError())
            ? String.format(Locale.ROOT, "%.2f", mean.mean())
            : String.format(Locale.ROOT, "%.2f ± %.2f", mean.mean(), mean.standardError());
  }

  private static String mean(double[] values) {
    double mean = MeanEstimate.of(values).mean();
    return Double.isNaN(mean) ? "-" : String.format(Locale.ROOT, "%.4f", mean);
  }
}
