package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.KnownTable;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Setting;
import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import java.util.List;

/** Actor-critic and meta-gradient learners on Atari and on miniature games. */
public final class AtariFamily implements Family<AtariSpec, AtariResult> {
  private static final String USUAL_GAME = GameSpec.MINIATURE + "breakout";
  private static final int QUICK_STEPS = 60_000;

  @Override
  public String id() {
    return "atari";
  }

  @Override
  public String title() {
    return "Learning on games";
  }

  @Override
  public AtariSpec standard() {
    return AtariSpec.usual(GameSpec.of(USUAL_GAME), Algorithm.A2C);
  }

  @Override
  public AtariSpec read(JsonView json) {
    return AtariSpecJson.read(json, standard());
  }

  @Override
  public ObjectNode write(AtariSpec spec) {
    return AtariSpecJson.write(spec);
  }

  @Override
  public String parts() {
    return "runs";
  }

  @Override
  public List<Setting> settings(AtariSpec spec) {
    return RunSettings.of(spec);
  }

  @Override
  public AtariSpec quick(AtariSpec spec) {
    return spec.with(s -> s.withNumEnvSteps(Math.min(QUICK_STEPS, s.numEnvSteps())))
        .withSeeds(1, spec.seed());
  }

  @Override
  public long seed(AtariSpec spec) {
    return spec.seed();
  }

  @Override
  public AtariSpec withSeed(AtariSpec spec, long seed) {
    return spec.withSeeds(spec.seeds(), seed);
  }

  @Override
  public Experiment<AtariResult> experiment(AtariSpec spec) {
    return new AtariExperiment(spec);
  }

  @Override
  public ObjectNode json(AtariSpec spec, AtariResult result, RunFacts run) {
    return AtariResultJson.write(result, run);
  }

  @Override
  public KeptResult<AtariSpec, AtariResult> kept(JsonView json) {
    return AtariResultJson.read(json, standard());
  }

  @Override
  public CsvTable csv(AtariSpec spec, AtariResult result, int every) {
    return AtariResultJson.csv(result, every);
  }

  @Override
  public TableReading reading() {
    return TableReading.series(
            "steps",
            "seed",
            TableReading.Measure.of("score", "score", "score"),
            TableReading.Measure.of("gamma", "γ", "gamma"),
            TableReading.Measure.of("gaeLambda", "λ", "gaeLambda"),
            TableReading.Measure.of("entropy", "entropy of the policy", "entropy"))
        .averagedOver(AtariResult.FINAL_SHARE, "episodes");
  }

  @Override
  public KnownTable known(String name) {
    return KnownNumbers.named(name);
  }
}
