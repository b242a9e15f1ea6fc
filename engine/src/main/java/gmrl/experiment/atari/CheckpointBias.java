package gmrl.experiment.atari;

import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.Checkpoint;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaBias;
import gmrl.atari.learn.MetaBiasStudy;
import gmrl.atari.learn.NetworkSpec;
import gmrl.atari.learn.Trainer;
import gmrl.autodiff.Scope;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Ranges;
import gmrl.experiment.Workers;
import java.util.Optional;

/**
 * Trains a learner for a while and measures how biased its meta-gradient then is. Units of work are
 * windows; the training counts as none.
 *
 * @param spec a learner of coefficients on a game that can be copied; its first seed
 * @param after steps of training
 * @param windows of the study, at least 2
 * @param copies of the learner's environments in each window, at least 2
 */
public record CheckpointBias(AtariSpec spec, long after, int windows, int copies)
    implements Experiment<CheckpointBias.Result> {
  /** Checks the ranges. */
  public CheckpointBias {
    Ranges.range("after", after, 0, spec.learning().numEnvSteps());
    Ranges.range("windows", windows, 2, 10_000);
    Ranges.range("copies", copies, 2, 1000);
  }

  /**
   * What is known so far.
   *
   * @param steps decisions made
   * @param bias empty while it trains, and before the second window
   */
  public record Result(CheckpointBias study, long steps, Optional<MetaBias> bias) {}

  @Override
  public String units() {
    return "windows";
  }

  @Override
  public long total() {
    return windows;
  }

  @Override
  public Result run(Workers workers, CancellationToken token, Snapshots<Result> snapshots) {
    LearningSettings settings = spec.learning();
    try (VectorEnvironment environments =
            spec.game().open(settings.numProcesses(), spec.seed(), null, 1);
        Scope scope = Scope.open()) {
      scope.bytesInUse();
      NetworkSpec network = spec.game().network(environments, settings.algorithm().conditioned());
      Trainer trainer = Trainer.start(settings, network, environments, spec.seed());
      while (trainer.steps() < after && !trainer.done()) {
        token.check();
        trainer.update();
        snapshots.publish(0, new Result(this, trainer.steps(), Optional.empty()));
      }
      Checkpoint checkpoint = trainer.checkpoint();
      MetaBias bias =
          new MetaBiasStudy(settings, network, environments, checkpoint)
              .run(
                  windows,
                  copies,
                  spec.seed(),
                  now -> {
                    token.check();
                    snapshots.publish(
                        now.trials(), new Result(this, checkpoint.steps(), Optional.of(now)));
                  });
      return new Result(this, checkpoint.steps(), Optional.of(bias));
    }
  }
}
