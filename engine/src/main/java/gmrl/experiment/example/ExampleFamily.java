package gmrl.experiment.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Experiment;
import gmrl.experiment.Family;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.Setting;
import gmrl.experiment.TableReading;
import gmrl.experiment.file.CsvTable;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Small meta-learning problems on the differentiation library. */
public final class ExampleFamily implements Family<Example, ExampleSnapshot> {
  /** Seed where none is asked for. */
  public static final long SEED = 42;

  /** Updates of a quick look. */
  private static final int QUICK_UPDATES = 20;

  @Override
  public String id() {
    return "example";
  }

  @Override
  public String title() {
    return "Examples";
  }

  @Override
  public Example standard() {
    return Examples.all(SEED).get(0);
  }

  @Override
  public Example read(JsonView json) {
    return ExampleReport.read(json);
  }

  @Override
  public ObjectNode write(Example example) {
    return ExampleReport.config(example);
  }

  @Override
  public List<Setting> settings(Example spec) {
    List<Setting> all = new ArrayList<>();
    all.add(Setting.subject("example", spec.title()));
    ExampleReport.config(spec)
        .properties()
        .forEach(
            number -> {
              if (number.getValue().isNumber() && !number.getKey().equals(ExampleReport.SEED)) {
                String words =
                    number.getKey().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
                double value = number.getValue().doubleValue();
                all.add(Setting.words(number.getKey(), words + " " + Setting.number(value)));
              }
            });
    all.add(Setting.seeds(spec.seed(), 1));
    return all;
  }

  @Override
  public Example quick(Example example) {
    Example quick = example;
    for (String key : List.of("iterations", "updates")) {
      if (ExampleReport.config(example).path(key).asInt() > QUICK_UPDATES) {
        quick = ExampleReport.with(quick, key, QUICK_UPDATES);
      }
    }
    return quick;
  }

  @Override
  public long seed(Example example) {
    return example.seed();
  }

  @Override
  public Example withSeed(Example example, long seed) {
    return ExampleReport.with(example, ExampleReport.SEED, seed);
  }

  @Override
  public Experiment<ExampleSnapshot> experiment(Example example) {
    return example;
  }

  @Override
  public ObjectNode json(Example example, ExampleSnapshot snapshot, RunFacts run) {
    return ExampleReport.json(example, snapshot, run);
  }

  @Override
  public KeptResult<Example, ExampleSnapshot> kept(JsonView json) {
    return ExampleReport.kept(json);
  }

  @Override
  public CsvTable csv(Example example, ExampleSnapshot snapshot, int every) {
    return ExampleReport.csv(snapshot);
  }

  @Override
  public TableReading reading() {
    return new TableReading(
        List.of("panel", "curve"),
        Optional.empty(),
        "x",
        Optional.empty(),
        "run",
        List.of(),
        0,
        Optional.empty(),
        List.of(TableReading.Measure.of("y", "value", "y")));
  }
}
