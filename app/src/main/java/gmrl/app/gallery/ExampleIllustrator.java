package gmrl.app.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.lesson.DrawnExperiment;
import gmrl.app.lesson.Illustration;
import gmrl.app.lesson.Illustrator;
import gmrl.app.ui.Parameter;
import gmrl.experiment.Experiment;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.example.ExampleSnapshot;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Examples in lessons; {@code show} counts their plots. */
public final class ExampleIllustrator implements Illustrator {
  private static final ExampleFamily FAMILY = new ExampleFamily();
  private static final String SEED = "seed";
  private static final Pattern WORD = Pattern.compile("[A-Z]");

  /** How far a slider reaches to either side. */
  private static final double REACH = 10;

  @Override
  public String key() {
    return FAMILY.id();
  }

  @Override
  public List<String> views() {
    return List.of("first", "second", "third");
  }

  @Override
  public Illustration read(JsonView spec, String view) {
    return new Shown(FAMILY.read(spec), views().indexOf(view));
  }

  private record Shown(Example spec, int panel) implements Illustration.OfFamily<Example> {

    @Override
    public ExampleFamily family() {
      return FAMILY;
    }

    @Override
    public Shown of(Example other) {
      return new Shown(other, panel);
    }

    @Override
    public Experiment<ChartModel> experiment() {
      return new DrawnExperiment<>(FAMILY.experiment(spec), this::draw);
    }

    private ChartModel draw(ExampleSnapshot snapshot, double progress) {
      if (panel >= snapshot.panels().size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the example %s has %d plots, expected show to be one of them",
                spec.id(),
                snapshot.panels().size()));
      }
      return ExampleCharts.of(snapshot.panels().get(panel), progress).withTitle("");
    }

    @Override
    public ChartModel empty() {
      return ChartModel.empty("", ChartAxis.linear(""), ChartAxis.linear(""));
    }

    @Override
    public List<Double> columns() {
      return List.of();
    }

    /** The numbers of the example beside its seed, each around where it stands usually. */
    @Override
    public Map<String, Parameter> knobs() {
      Map<String, Parameter> all = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : FAMILY.write(spec).properties()) {
        JsonNode number = entry.getValue();
        boolean known = number.isNumber() && number.doubleValue() > 0;
        if (known && !entry.getKey().equals(SEED)) {
          all.put(entry.getKey(), around(entry.getKey(), number));
        }
      }
      return all;
    }

    private static Parameter around(String key, JsonNode number) {
      double value = number.doubleValue();
      boolean whole = number.isIntegralNumber();
      return new Parameter(
          "",
          WORD.matcher(key).replaceAll(match -> " " + match.group().toLowerCase(Locale.ROOT)),
          "A number of this example.",
          value,
          whole ? 1 : value / REACH,
          value * REACH,
          whole ? Parameter.Scale.COUNT : Parameter.Scale.LOG);
    }

    @Override
    public double value(String knob) {
      return FAMILY.write(spec).get(knob).doubleValue();
    }

    @Override
    public Illustration with(String knob, double value) {
      ObjectNode config = FAMILY.write(spec);
      if (config.get(knob).isIntegralNumber()) {
        config.put(knob, (long) value);
      } else {
        config.put(knob, value);
      }
      return of(FAMILY.read(JsonView.parse(spec.id(), Json.line(config))));
    }
  }
}
