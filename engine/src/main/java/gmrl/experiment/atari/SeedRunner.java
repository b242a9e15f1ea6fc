package gmrl.experiment.atari;

import gmrl.atari.Environment;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.CurveRecorder;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.learn.Trainer;
import gmrl.atari.learn.UpdateReport;
import gmrl.autodiff.Scope;
import gmrl.experiment.CancellationToken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One seed's run from its beginning, or its last checkpoint, to its end. */
final class SeedRunner {
  /** What games, network and first update may take on a busy machine; later updates are timed. */
  private static final Duration FIRST_UPDATE = Duration.ofMinutes(5);

  private final AtariSpec spec;
  private final long seed;
  private final @Nullable Path roms;
  private final @Nullable CheckpointFolder checkpoints;
  private final AtariExperiment.Watcher watcher;
  private final Supplier<LearningSettings> wanted;
  private final List<AtariResult.Change> changes = new ArrayList<>();
  private final List<String> resumed = new ArrayList<>();

  SeedRunner(
      AtariSpec spec,
      long seed,
      @Nullable Path roms,
      @Nullable CheckpointFolder checkpoints,
      AtariExperiment.Watcher watcher,
      Supplier<LearningSettings> wanted) {
    this.spec = spec;
    this.seed = seed;
    this.roms = roms;
    this.checkpoints = checkpoints;
    this.watcher = watcher;
    this.wanted = wanted;
  }

  void run(int threads, CancellationToken token, Consumer<AtariResult.SeedRun> shown) {
    token.check();
    if (spec.game().heavy()) {
      token.allow(FIRST_UPDATE);
    }
    Optional<CheckpointFolder.Kept> from =
        checkpoints == null ? Optional.empty() : checkpoints.load(seed);
    // A run that was stopped goes on with as many games as it had, whatever it is told from then.
    LearningSettings settings =
        from.map(kept -> kept.checkpoint().environments().states().size())
            .map(spec.learning()::withNumProcesses)
            .orElse(spec.learning());
    Supplier<Environment> games = spec.game().supply(seed, roms);
    try (VectorEnvironment environments =
            spec.game().open(settings.numProcesses(), games, threads);
        Scope scope = Scope.open()) {
      NetworkSpec network = spec.game().network(environments, settings.algorithm().conditioned());
      Trainer trainer =
          from.isPresent()
              ? Trainer.resume(settings, network, environments, from.get().checkpoint())
              : Trainer.start(settings, network, environments, seed);
      from.ifPresent(k -> resumed.add(how(environments, k.checkpoint().steps())));
      CurveRecorder curve =
          from.map(kept -> kept.recorder(spec.stretch()))
              .orElseGet(() -> new CurveRecorder(spec.stretch(), new LearningCurve(List.of())));
      long windows = from.map(CheckpointFolder.Kept::windows).orElse(0L);
      shown.accept(now(curve));
      long saved = System.nanoTime();
      long first = trainer.steps();
      boolean ahead = false;
      while (!trainer.done()) {
        if (trainer.steps() > first && token.isCancelled() && checkpoints != null) {
          if (ahead) {
            save(trainer, curve, windows, token);
          }
          resumed.add("stopped at " + trainer.steps() + " steps, which its checkpoint holds");
          shown.accept(now(curve));
        }
        token.check();
        follow(trainer, games);
        long begun = System.nanoTime();
        UpdateReport report = trainer.update(diagnose(windows++));
        token.allow(Duration.ofNanos(System.nanoTime() - begun));
        require(report.finite() && (!trainer.done() || trainer.finite()), report);
        watcher.after(seed, environments, report);
        ahead = true;
        if (curve.add(report)) {
          shown.accept(now(curve));
        }
        if (due(saved) || trainer.done()) {
          save(trainer, curve, windows, token);
          saved = System.nanoTime();
          ahead = false;
        }
      }
      scope.bytesInUse();
    }
  }

  /**
   * A network that overflowed learns nothing more, and must not stand where a sound one is kept.
   */
  private void require(boolean finite, UpdateReport report) {
    if (!finite) {
      throw new IllegalArgumentException(
          "seed "
              + seed
              + " overflows in update "
              + report.updates()
              + ", after "
              + report.steps()
              + " steps, expected a smaller learning rate or smaller coefficients");
    }
  }

  private boolean due(long saved) {
    return checkpoints != null && System.nanoTime() - saved >= checkpoints.every().toNanos();
  }

  private void save(Trainer trainer, CurveRecorder curve, long windows, CancellationToken token) {
    if (checkpoints != null) {
      checkpoints.save(
          seed,
          new CheckpointFolder.Kept(trainer.checkpoint(), curve.curve(), curve.underWay(), windows),
          token);
    }
  }

  private boolean diagnose(long window) {
    return spec.learning().algorithm().meta()
        && spec.diagnoseEvery() > 0
        && window % spec.diagnoseEvery() == 0;
  }

  private AtariResult.SeedRun now(CurveRecorder curve) {
    return new AtariResult.SeedRun(seed, curve.curve(), changes, resumed);
  }

  private void follow(Trainer trainer, Supplier<Environment> more) {
    LearningSettings next = wanted.get();
    if (!next.equals(trainer.settings())) {
      changes.add(
          new AtariResult.Change(trainer.steps(), Changes.between(trainer.settings(), next)));
      trainer.change(next, more);
    }
  }

  private static String how(VectorEnvironment environments, long steps) {
    int exact = environments.restored();
    return exact == environments.size()
        ? "resumed at " + steps + " steps, exactly where it stood"
        : String.format(
            Locale.ROOT,
            "resumed at %d steps; %d of %d games could be played again to where they stood, the"
                + " others began anew",
            steps,
            exact,
            environments.size());
  }
}
