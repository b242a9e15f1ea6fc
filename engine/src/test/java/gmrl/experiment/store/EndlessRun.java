package gmrl.experiment.store;

import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import java.io.IOException;
import java.nio.file.Path;

/** A process that records a run which does not end, to be killed by a test. */
final class EndlessRun {
  private EndlessRun() {}

  public static void main(String[] args) throws IOException {
    BiasFamily family = new BiasFamily();
    BiasStudy study = BiasStudy.of(BiasSpec.paper().withTrials(BiasSpec.MOST_TRIALS));
    RunFolder folder = RunFolder.create(Path.of(args[0]), family.id(), family.write(study));
    RunRecorder<BiasResult> recorder =
        new RunRecorder<>(
            folder, result -> family.csv(study, result, 1).text(), System.err::println);
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(1))) {
      runner.start(
          family.experiment(study),
          event -> {
            recorder.on(event);
            if (event instanceof ExperimentEvent.Progress) {
              System.out.println("progress");
            }
          });
    }
  }
}
