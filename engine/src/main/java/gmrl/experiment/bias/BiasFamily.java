package gmrl.experiment.bias;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.KnownTable;
import gmrl.experiment.Labelled;
import gmrl.experiment.RunFacts;
import gmrl.experiment.RunShare;
import gmrl.experiment.Setting;
import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The bias of tabular meta-gradient estimates; a specification is a study of one or more curves.
 */
public final class BiasFamily implements Family<BiasStudy, BiasResult> {
  private static final int QUICK_TRIALS = 20;

  /** What is relative to ‖g‖. */
  private static final Set<BiasMeasure> SHARES =
      EnumSet.of(
          BiasMeasure.RELATIVE_BIAS, BiasMeasure.LIMIT_RELATIVE_BIAS, BiasMeasure.HORIZON_BIAS);

  @Override
  public String id() {
    return "bias";
  }

  @Override
  public String title() {
    return "Bias of meta-gradients";
  }

  @Override
  public BiasStudy standard() {
    return BiasStudy.of(BiasSpec.paper());
  }

  @Override
  public BiasStudy read(JsonView json) {
    return json.object().has("curves")
        ? BiasStudyJson.read(json)
        : BiasStudy.of(BiasSpecJson.read(json));
  }

  @Override
  public String parts() {
    return "curves";
  }

  @Override
  public ObjectNode write(BiasStudy study) {
    return study.curves().size() == 1
        ? BiasSpecJson.write(study.specs().get(0))
        : BiasStudyJson.write(study);
  }

  @Override
  public BiasStudy together(String title, List<Labelled<BiasStudy>> parts) {
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (Labelled<BiasStudy> part : parts) {
      for (BiasStudy.Curve curve : part.value().curves()) {
        String label =
            part.value().curves().size() == 1 ? part.label() : part.label() + ", " + curve.label();
        curves.add(new BiasStudy.Curve(label, curve.spec()));
      }
    }
    return new BiasStudy("custom", title, "", curves);
  }

  @Override
  public List<Setting> settings(BiasStudy spec) {
    return Setting.common(spec.specs().stream().map(BiasSettings::of).toList());
  }

  @Override
  public BiasStudy quick(BiasStudy study) {
    return study.map(
        spec ->
            spec.withTrials(Math.min(QUICK_TRIALS, spec.trials()))
                .withSetup(setup -> setup.withMdps(setup.mdps().quick())));
  }

  @Override
  public long seed(BiasStudy study) {
    return study.specs().get(0).seed();
  }

  @Override
  public BiasStudy withSeed(BiasStudy study, long seed) {
    return study.map(spec -> spec.withSeed(seed));
  }

  @Override
  public Experiment<BiasResult> experiment(BiasStudy study) {
    return new BiasExperiment(study);
  }

  @Override
  public ObjectNode json(BiasStudy study, BiasResult result, RunFacts run) {
    return BiasResultJson.write(study, result, run);
  }

  @Override
  public KeptResult<BiasStudy, BiasResult> kept(JsonView json) {
    return BiasResultReader.read(json);
  }

  @Override
  public List<String> asides() {
    return List.of("bounds", "limits", "headline");
  }

  @Override
  public CsvTable csv(BiasStudy study, BiasResult result, int every) {
    return BiasResultJson.csv(result);
  }

  @Override
  public TableReading reading() {
    List<TableReading.Measure> measures = new ArrayList<>();
    measures.add(reading(BiasMeasure.RELATIVE_BIAS));
    for (BiasMeasure measure : BiasMeasure.values()) {
      if (measure != BiasMeasure.RELATIVE_BIAS) {
        measures.add(reading(measure));
      }
    }
    return new TableReading(
        List.of("curve"),
        Optional.of("variable"),
        "value",
        Optional.of("mdp"),
        "MDP",
        List.of("mdp", "seed"),
        0,
        Optional.empty(),
        measures);
  }

  private static TableReading.Measure reading(BiasMeasure measure) {
    return SHARES.contains(measure)
        ? TableReading.Measure.share(measure.key(), measure.label(), measure.key())
        : TableReading.Measure.of(measure.key(), measure.label(), measure.key());
  }

  @Override
  public List<RunShare> shares(CsvTable table) {
    return BiasShares.of(table);
  }

  @Override
  public Experiment<KnownTable> study(String name, long seed, boolean small) {
    if (!name.equals(HessianEstimationStudy.NAME)) {
      throw new IllegalArgumentException(
          "the study is \"%s\", expected %s".formatted(name, HessianEstimationStudy.NAME));
    }
    return new HessianEstimationStudy(seed, small);
  }
}
