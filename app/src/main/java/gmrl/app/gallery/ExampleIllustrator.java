package gmrl.app.gallery;

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
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.Map;

/** Examples in lessons; {@code show} counts their plots. */
public final class ExampleIllustrator implements Illustrator {
  private static final ExampleFamily FAMILY = new ExampleFamily();

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

  private record Shown(Example example, int panel) implements Illustration {

    @Override
    public Experiment<ChartModel> experiment() {
      return new DrawnExperiment<>(FAMILY.experiment(example), this::draw);
    }

    private ChartModel draw(ExampleSnapshot snapshot, double progress) {
      if (panel >= snapshot.panels().size()) {
        throw new IllegalArgumentException(
            "the example %s has %d plots, expected show to be one of them"
                .formatted(example.id(), snapshot.panels().size()));
      }
      return ExampleCharts.of(snapshot.panels().get(panel), progress).withTitle("");
    }

    @Override
    public ChartModel empty() {
      return ChartModel.empty("", ChartAxis.linear(""), ChartAxis.linear(""));
    }

    @Override
    public List<Double> columns() {
      return List.of(0.0, 1.0);
    }

    @Override
    public Map<String, Parameter> knobs() {
      return Map.of();
    }

    @Override
    public double value(String knob) {
      throw new IllegalArgumentException("examples have no slider " + knob);
    }

    @Override
    public Illustration with(String knob, double value) {
      throw new IllegalArgumentException("examples have no slider " + knob);
    }

    @Override
    public long seed() {
      return FAMILY.seed(example);
    }

    @Override
    public Illustration withSeed(long seed) {
      return new Shown(FAMILY.withSeed(example, seed), panel);
    }

    @Override
    public Illustration quick() {
      return this; // what is learned is not told by the first updates
    }

    @Override
    public ObjectNode describe() {
      return FAMILY.write(example);
    }
  }
}
