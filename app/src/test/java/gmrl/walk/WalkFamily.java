package gmrl.walk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Counted;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Setting;
import gmrl.experiment.Stride;
import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.Arrays;
import java.util.List;

/** A family of three files. */
public final class WalkFamily implements Family<WalkSpec, List<List<Double>>> {
  private static final RecordJson CODEC = new RecordJson();

  @Override
  public String id() {
    return "walk";
  }

  @Override
  public String title() {
    return "Random walks";
  }

  @Override
  public WalkSpec standard() {
    return new WalkSpec(0.5, 20, 3, 7);
  }

  @Override
  public WalkSpec read(JsonView json) {
    return CODEC.read(json, standard());
  }

  @Override
  public ObjectNode write(WalkSpec spec) {
    return CODEC.write(spec);
  }

  @Override
  public List<Setting> settings(WalkSpec spec) {
    return List.of(
        Setting.words("drift", "drift " + Setting.number(spec.drift())),
        Setting.budget("updates", Counted.of(spec.updates(), "update")),
        Setting.budget("walkers", Counted.of(spec.walkers(), "walker")),
        Setting.seeds(spec.seed(), 1));
  }

  @Override
  public WalkSpec quick(WalkSpec spec) {
    return new WalkSpec(spec.drift(), Math.min(5, spec.updates()), 1, spec.seed());
  }

  @Override
  public long seed(WalkSpec spec) {
    return spec.seed();
  }

  @Override
  public WalkSpec withSeed(WalkSpec spec, long seed) {
    return new WalkSpec(spec.drift(), spec.updates(), spec.walkers(), seed);
  }

  @Override
  public Experiment<List<List<Double>>> experiment(WalkSpec spec) {
    return new WalkExperiment(spec);
  }

  @Override
  public ObjectNode json(WalkSpec spec, List<List<Double>> result, RunFacts run) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("config", write(spec));
    var walkers = node.putArray("walkers");
    result.forEach(w -> walkers.add(Json.vector(w.stream().mapToDouble(x -> x).toArray())));
    run.close(node);
    return node;
  }

  @Override
  public KeptResult<WalkSpec, List<List<Double>>> kept(JsonView json) {
    return new KeptResult<>(
        read(json.at("config")),
        json.at("walkers").elements().stream()
            .map(walker -> Arrays.stream(walker.vector()).boxed().toList())
            .toList(),
        RunFacts.read(json));
  }

  @Override
  public CsvTable csv(WalkSpec spec, List<List<Double>> result, int every) {
    CsvTable table = new CsvTable("walker", "update", "place");
    for (int w = 0; w < result.size(); w++) {
      for (int u : Stride.updates(spec.updates(), every)) {
        table.row(w, u, result.get(w).get(u));
      }
    }
    return table;
  }

  @Override
  public TableReading reading() {
    return TableReading.series(
        "update", "walker", TableReading.Measure.of("place", "place", "place"));
  }
}
