package gmrl.experiment.shaping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Setting;
import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import java.util.List;

/** Learners that take each other into account, side by side in a repeated game. */
public final class ShapingFamily implements Family<ShapingSpec, ShapingResult> {
  private static final int QUICK_UPDATES = 30;
  private static final int QUICK_SEEDS = 2;
  private static final int QUICK_TRIALS = 20;

  @Override
  public String id() {
    return "shaping";
  }

  @Override
  public String title() {
    return "Learners that shape each other in a repeated game";
  }

  @Override
  public ShapingSpec standard() {
    return ShapingSpec.DEFAULT;
  }

  @Override
  public ShapingSpec read(JsonView json) {
    return ShapingJson.read(json);
  }

  @Override
  public ObjectNode write(ShapingSpec spec) {
    return ShapingJson.write(spec);
  }

  @Override
  public List<Setting> settings(ShapingSpec spec) {
    return ShapingSettings.of(spec);
  }

  @Override
  public ShapingSpec quick(ShapingSpec spec) {
    return spec.with()
        .updates(Math.min(QUICK_UPDATES, spec.updates()))
        .seeds(Math.min(QUICK_SEEDS, spec.seeds()))
        .trials(Math.min(QUICK_TRIALS, spec.trials()))
        .build();
  }

  @Override
  public long seed(ShapingSpec spec) {
    return spec.seed();
  }

  @Override
  public ShapingSpec withSeed(ShapingSpec spec, long seed) {
    return spec.with().seed(seed).build();
  }

  @Override
  public Experiment<ShapingResult> experiment(ShapingSpec spec) {
    return new ShapingExperiment(spec);
  }

  @Override
  public ObjectNode json(ShapingSpec spec, ShapingResult result, RunFacts run) {
    return ShapingJson.write(spec, result, run);
  }

  @Override
  public KeptResult<ShapingSpec, ShapingResult> kept(JsonView json) {
    return ShapingJson.readResult(json);
  }

  @Override
  public CsvTable csv(ShapingSpec spec, ShapingResult result, int every) {
    return ShapingJson.csv(result, every);
  }

  @Override
  public TableReading reading() {
    return TableReading.series(
            "update",
            "seed",
            TableReading.Measure.of("return", "mean return per step", "return1", "return2"),
            TableReading.Measure.of("slope", "length of the simultaneous gradient", "slope"),
            TableReading.Measure.of(
                "relativeBias", "relative bias of the direction", "relativeBias"),
            TableReading.Measure.of("variance", "variance of the direction", "variance"),
            TableReading.Measure.of("place", "place in the phase portrait", "place1", "place2"))
        .along("learner");
  }
}
