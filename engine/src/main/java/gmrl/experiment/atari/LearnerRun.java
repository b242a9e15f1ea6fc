package gmrl.experiment.atari;

import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.Making;
import gmrl.atari.learn.RecordedRun;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One learner's run on one seed, whoever made it: recorded ones and those of run folders alike.
 *
 * @param game identifier, such as {@code minatar:breakout}
 * @param label game and settings in words: actions, stickiness, ramping
 * @param played the game with its settings; empty where nothing but an unknown label names them
 * @param settings what the learner was told when it began
 * @param made when, how long and by which version
 * @param curve as far as it got
 */
public record LearnerRun(
    String game,
    String label,
    Optional<GameSpec> played,
    LearningSettings settings,
    long seed,
    Making made,
    LearningCurve curve) {

  /** A recorded run. */
  public static LearnerRun of(RecordedRun run) {
    return new LearnerRun(
        run.game(),
        run.label(),
        GameSpec.of(run.game(), run.label()),
        run.settings(),
        run.seed(),
        run.made(),
        run.curve());
  }

  /**
   * The seeds of a run folder, one that is still written included: what a checkpoint kept of each
   * and the rows after it.
   *
   * @throws IllegalArgumentException in one sentence if the folder holds no run of learners, or one
   *     that cannot be read
   */
  public static List<LearnerRun> of(Path folder) {
    AtariFamily family = new AtariFamily();
    StoredRun run = StoredRun.open(folder);
    if (!run.kind().equals(family.id())) {
      throw new IllegalArgumentException(
          folder + " holds a run of " + run.kind() + ", expected one of learners on games");
    }
    AtariSpec spec = family.read(run.config());
    CsvTable table =
        run.metrics().isEmpty() ? null : CsvTable.parse(String.join("\n", run.metrics()));
    List<LearnerRun> out = new ArrayList<>();
    for (long seed = spec.seed(); seed < spec.seed() + spec.seeds(); seed++) {
      LearningCurve rows =
          table == null
              ? new LearningCurve(List.of())
              : AtariResultJson.curve(table, seed, folder.toString());
      LearnerRun whole =
          new LearnerRun(
              spec.game().id(),
              spec.game().label(),
              Optional.of(spec.game()),
              spec.learning(),
              seed,
              Making.of("", run.started(), run.seconds().orElse(Double.NaN), Double.NaN),
              longest(rows, kept(folder, seed)));
      if (whole.steps() > 0) {
        out.add(whole);
      }
    }
    return out;
  }

  private static Optional<LearningCurve> kept(Path folder, long seed) {
    Path file = CheckpointFolder.file(folder, seed);
    return Files.exists(file) ? Optional.of(CheckpointFolder.read(file).curve()) : Optional.empty();
  }

  /**
   * What a checkpoint kept, and then the rows that were written after it: while a run goes on these
   * are fewer.
   */
  private static LearningCurve longest(LearningCurve rows, Optional<LearningCurve> kept) {
    if (kept.isEmpty()) {
      return rows;
    }
    List<LearningCurve.Point> points = new ArrayList<>(kept.get().points());
    long from = last(kept.get());
    rows.points().stream().filter(row -> row.steps() > from).forEach(points::add);
    return new LearningCurve(points);
  }

  private static long last(LearningCurve curve) {
    List<LearningCurve.Point> points = curve.points();
    return points.isEmpty() ? 0 : points.get(points.size() - 1).steps();
  }

  /** Decisions made. */
  public long steps() {
    return last(curve);
  }

  /** Whether the run had all its steps. */
  public boolean complete() {
    return steps() >= settings.numEnvSteps();
  }

  /** The same in brief. */
  public RecordedRuns.Brief brief(String source) {
    return new RecordedRuns.Brief(game, label, settings, seed, curve, source);
  }
}
