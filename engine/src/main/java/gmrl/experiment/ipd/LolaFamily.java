package gmrl.experiment.ipd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.Labelled;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Setting;
import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import gmrl.ipd.LolaSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Learners that shape each other in repeated 2×2 games; a specification is a study of one or more
 * conditions, a result what each of them has recorded, in their order.
 */
public final class LolaFamily implements Family<LolaStudy, List<LolaSnapshot>> {
  private static final int QUICK_UPDATES = 60;
  private static final int QUICK_SEEDS = 3;

  @Override
  public String id() {
    return "ipd";
  }

  @Override
  public String title() {
    return "Repeated games";
  }

  @Override
  public LolaStudy standard() {
    return LolaStudy.of(LolaSpec.DEFAULT);
  }

  @Override
  public LolaStudy read(JsonView json) {
    return json.object().has("conditions")
        ? LolaJson.readStudy(json)
        : LolaStudy.of(LolaJson.read(json));
  }

  @Override
  public String parts() {
    return "conditions";
  }

  @Override
  public ObjectNode write(LolaStudy study) {
    return study.conditions().size() == 1
        ? LolaJson.write(study.specs().get(0))
        : LolaJson.write(study);
  }

  @Override
  public LolaStudy together(String title, List<Labelled<LolaStudy>> parts) {
    List<LolaCondition> conditions = new ArrayList<>();
    for (Labelled<LolaStudy> part : parts) {
      for (LolaCondition condition : part.value().conditions()) {
        String label =
            part.value().conditions().size() == 1
                ? part.label()
                : part.label() + ", " + condition.label();
        conditions.add(new LolaCondition(label, label, condition.spec(), condition.known()));
      }
    }
    return new LolaStudy("custom", title, "", conditions);
  }

  @Override
  public List<Setting> settings(LolaStudy spec) {
    return Setting.common(spec.specs().stream().map(LolaSettings::of).toList());
  }

  @Override
  public LolaStudy quick(LolaStudy study) {
    return study.map(
        spec ->
            spec.over(
                Math.min(QUICK_UPDATES, spec.updates()),
                spec.seed(),
                Math.min(QUICK_SEEDS, spec.seeds())));
  }

  @Override
  public long seed(LolaStudy study) {
    return study.specs().get(0).seed();
  }

  @Override
  public LolaStudy withSeed(LolaStudy study, long seed) {
    return study.map(spec -> spec.over(spec.updates(), seed, spec.seeds()));
  }

  @Override
  public Experiment<List<LolaSnapshot>> experiment(LolaStudy study) {
    return new LolaComparison(study.specs());
  }

  @Override
  public ObjectNode json(LolaStudy study, List<LolaSnapshot> result, RunFacts run) {
    return LolaResultJson.write(study, result, run);
  }

  @Override
  public KeptResult<LolaStudy, List<LolaSnapshot>> kept(JsonView json) {
    return LolaResultJson.read(json);
  }

  @Override
  public CsvTable csv(LolaStudy study, List<LolaSnapshot> result, int every) {
    return LolaCsv.write(study, result, every);
  }

  @Override
  public TableReading reading() {
    return TableReading.series(
            "update",
            "seed",
            TableReading.Measure.of("return", "mean return per step", "return1", "return2"),
            TableReading.Measure.of(
                "cooperation",
                "share of the second action",
                "cooperationRate1",
                "cooperationRate2"),
            TableReading.Measure.of(
                "correlation", "correlation with the exact meta-gradient", "correlation"),
            TableReading.Measure.of("return1", "return of agent 1 per step", "return1"))
        .along("condition");
  }
}
