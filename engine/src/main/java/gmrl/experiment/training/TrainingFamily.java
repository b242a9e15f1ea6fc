package gmrl.experiment.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Counted;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Setting;
import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.SetupSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Meta-training with an estimated meta-gradient beside the exact one. */
public final class TrainingFamily implements Family<TrainingSpec, TrainingResult> {
  private static final int QUICK_UPDATES = 15;
  private static final int QUICK_RUNS = 2;

  @Override
  public String id() {
    return "training";
  }

  @Override
  public String title() {
    return "Meta-training";
  }

  @Override
  public TrainingSpec standard() {
    return TrainingSpec.paper();
  }

  @Override
  public TrainingSpec read(JsonView json) {
    return TrainingSpecJson.read(json);
  }

  @Override
  public String parts() {
    return "learners";
  }

  @Override
  public ObjectNode write(TrainingSpec spec) {
    return TrainingSpecJson.write(spec);
  }

  @Override
  public List<Setting> settings(TrainingSpec spec) {
    List<Setting> all = new ArrayList<>(SetupSettings.of(spec.setup()));
    all.add(
        Setting.words("learningRate", "outer step size " + Setting.number(spec.learningRate())));
    all.add(Setting.budget("updates", Counted.of(spec.updates(), "outer update")));
    all.add(Setting.budget("runs", Counted.of(spec.runs(), "learner") + " for each MDP"));
    all.add(Setting.seeds(spec.seed(), 1));
    return all;
  }

  @Override
  public TrainingSpec quick(TrainingSpec spec) {
    return new TrainingSpec(
        spec.setup().withMdps(spec.setup().mdps().quick()),
        Math.min(QUICK_UPDATES, spec.updates()),
        spec.learningRate(),
        Math.min(QUICK_RUNS, spec.runs()),
        spec.seed());
  }

  @Override
  public long seed(TrainingSpec spec) {
    return spec.seed();
  }

  @Override
  public TrainingSpec withSeed(TrainingSpec spec, long seed) {
    return new TrainingSpec(spec.setup(), spec.updates(), spec.learningRate(), spec.runs(), seed);
  }

  @Override
  public Experiment<TrainingResult> experiment(TrainingSpec spec) {
    return new TrainingExperiment(spec);
  }

  @Override
  public ObjectNode json(TrainingSpec spec, TrainingResult result, RunFacts run) {
    return TrainingResultJson.write(result, run);
  }

  @Override
  public KeptResult<TrainingSpec, TrainingResult> kept(JsonView json) {
    return TrainingResultJson.read(json);
  }

  @Override
  public CsvTable csv(TrainingSpec spec, TrainingResult result, int every) {
    return TrainingResultJson.csv(result, every);
  }

  @Override
  public TableReading reading() {
    return new TableReading(
        List.of(),
        Optional.empty(),
        "update",
        Optional.empty(),
        "MDP",
        List.of("mdp", "seed"),
        0,
        Optional.empty(),
        List.of(
            TableReading.Measure.wide(
                "estimated", "objective after adaptation, estimated gradient", "estimatedMdp"),
            TableReading.Measure.wide(
                "exact", "objective after adaptation, exact gradient", "exactMdp")));
  }
}
