package gmrl.app.gallery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.example.Example;
import gmrl.experiment.example.ExampleFamily;
import gmrl.experiment.example.ExampleSnapshot;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.Locale;

/**
 * One plot of an example.
 *
 * @param title short text above the plot
 * @param example what is run
 * @param plot which of its plots, from 0
 * @param measure what the vertical axis is
 */
record ExamplePanel(String title, Example example, int plot, String measure) implements PanelPlan {
  private static final ExampleFamily FAMILY = new ExampleFamily();

  /** Checks the place. */
  ExamplePanel {
    if (plot < 0) {
      throw new IllegalArgumentException("plot is " + (plot + 1) + ", expected 1 or more");
    }
  }

  /** What is learned is not told by the first updates. */
  @Override
  public ExamplePanel quick() {
    return this;
  }

  @Override
  public ExamplePanel withSeed(long seed) {
    return new ExamplePanel(title, FAMILY.withSeed(example, seed), plot, measure);
  }

  @Override
  public long seed() {
    return FAMILY.seed(example);
  }

  private Part<ExampleSnapshot> part() {
    return new Part<>(example, FAMILY.experiment(example));
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(part());
  }

  @Override
  public ChartModel chart(Results results) {
    List<ExampleSnapshot.Panel> all = results.of(part()).panels();
    if (plot >= all.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "plot is %d of the example %s, expected 1 to %d",
              plot + 1,
              example.id(),
              all.size()));
    }
    return ExampleCharts.of(all.get(plot), 1).withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id()).put("measure", measure).put("bands", "none");
    node.put("plot", plot + 1);
    node.putArray(FAMILY.parts())
        .addObject()
        .put("label", example.title())
        .set("config", FAMILY.write(example));
  }

  /**
   * Reads what {@link #describe} wrote.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static ExamplePanel read(JsonView json) {
    JsonView parts = json.at(FAMILY.parts());
    if (parts.elements().size() != 1) {
      throw parts.unexpected("one example");
    }
    return new ExamplePanel(
        json.at("title").label(),
        FAMILY.read(parts.elements().get(0).at("config")),
        json.at("plot").integer() - 1,
        json.at("measure").label());
  }
}
