package gmrl.experiment.store;

import gmrl.experiment.ExperimentEvent;
import gmrl.experiment.ExperimentRunner;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasResultJson;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasSpecJson;
import gmrl.experiment.bias.BiasStudy;
import java.io.IOException;
import java.nio.file.Path;

/** A process that records a run which does not end, to be killed by a test. */
final class EndlessRun {
  private EndlessRun() {}

  public static void main(String[] args) throws IOException {
    BiasSpec spec = BiasSpec.paper().withTrials(BiasSpec.MOST_TRIALS);
    RunFolder folder = RunFolder.create(Path.of(args[0]), "bias", BiasSpecJson.write(spec));
    RunRecorder<BiasResult> recorder =
        new RunRecorder<>(folder, BiasResultJson::csv, System.err::println);
    try (ExperimentRunner runner = ExperimentRunner.synchronous(new Workers(1))) {
      runner.start(
          new BiasExperiment(BiasStudy.of(spec)),
          event -> {
            recorder.on(event);
            if (event instanceof ExperimentEvent.Progress) {
              System.out.println("progress");
            }
          });
    }
  }
}
