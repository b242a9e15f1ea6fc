package gmrl.app.gallery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.autodiff.inspect.GradientGraph;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.file.JsonView;
import java.util.List;

/**
 * What a meta-gradient of an example is computed through, as a panel of a figure.
 *
 * @param title short text above the graph
 * @param example whose
 */
record GraphPanel(String title, Example example) implements PanelPlan {
  /** What tells it from plots in a document. */
  private static final String KEY = "graph";

  private static final ExampleFamily FAMILY = new ExampleFamily();

  /** A graph as an experiment: it is drawn off the interface thread. */
  record Drawn(Example example) implements Experiment<GradientGraph.Drawing> {
    @Override
    public GradientGraph.Drawing run(
        Workers workers, CancellationToken token, Snapshots<GradientGraph.Drawing> snapshots) {
      return example.graph().drawing();
    }
  }

  @Override
  public GraphPanel quick() {
    return this;
  }

  @Override
  public GraphPanel withSeed(long seed) {
    return new GraphPanel(title, FAMILY.withSeed(example, seed));
  }

  @Override
  public long seed() {
    return example.seed();
  }

  private Part<GradientGraph.Drawing> part() {
    Drawn drawn = new Drawn(example);
    return new Part<>(drawn, drawn);
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(part());
  }

  @Override
  public ChartModel chart(Results results) {
    return GraphFigure.of(results.of(part())).withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id()).put("bands", "none").put(KEY, true);
    node.put("measure", "what one meta-gradient is computed through");
    ExamplePanel.describe(node, example);
  }

  /** Whether a document's panel is one of these. */
  static boolean isOne(JsonView json) {
    return json.has(KEY);
  }

  /** Reads what {@link #describe} wrote. */
  static GraphPanel read(JsonView json) {
    return new GraphPanel(json.at("title").label(), ExamplePanel.example(json));
  }
}
