package gmrl.app.atari;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.lesson.DrawnExperiment;
import gmrl.app.lesson.Illustration;
import gmrl.app.lesson.Illustrator;
import gmrl.app.ui.Parameter;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the outer critic does to a learnt discount, exactly, in lessons. */
public final class ChainIllustrator implements Illustrator {
  private static final RecordJson CODEC = new RecordJson();
  private static final String KEY = "outer-critic";
  private static final String DISCOUNT = "discount";
  private static final String RETURN = "return";
  private static final Parameter START =
      new Parameter(
          "γ₀",
          "first discount",
          "Where the learnt discount begins.",
          ChainCharts.Walk.USUAL.start(),
          0.9,
          0.999,
          Parameter.Scale.LINEAR);

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<String> views() {
    return List.of(DISCOUNT, RETURN);
  }

  @Override
  public Illustration read(JsonView json, String view) {
    return new Shown(CODEC.read(json, ChainCharts.Walk.USUAL), view);
  }

  private record Shown(ChainCharts.Walk walk, String view) implements Illustration.Settled {
    private String measure() {
      return view.equals(DISCOUNT) ? ChainCharts.DISCOUNT : ChainCharts.RETURN;
    }

    @Override
    public Experiment<ChartModel> experiment() {
      return new DrawnExperiment<>(
          new Path(this), (chart, progress) -> chart.withProgress(progress));
    }

    @Override
    public ChartModel empty() {
      ChartModel axes = ChainCharts.empty(measure());
      return ChartModel.empty("", axes.x().between(0, walk.updates()), axes.y());
    }

    @Override
    public List<Double> columns() {
      return Illustration.along(walk.updates());
    }

    @Override
    public Map<String, Parameter> knobs() {
      Map<String, Parameter> all = new LinkedHashMap<>();
      all.put("start", START);
      return all;
    }

    @Override
    public double value(String knob) {
      return walk.start();
    }

    @Override
    public Illustration with(String knob, double value) {
      return new Shown(new ChainCharts.Walk(value, walk.rate(), walk.updates()), view);
    }

    @Override
    public ObjectNode describe() {
      return Illustration.described(KEY, CODEC.write(walk), view);
    }
  }

  /** Both walks, in a few milliseconds. */
  private record Path(Shown shown) implements Experiment<ChartModel> {
    @Override
    public ChartModel run(
        Workers workers, CancellationToken token, Snapshots<ChartModel> snapshots) {
      return ChainCharts.of(shown.measure(), shown.walk());
    }
  }
}
