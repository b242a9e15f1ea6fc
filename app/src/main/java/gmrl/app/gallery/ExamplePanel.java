package gmrl.app.gallery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FamilyPanel;
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
record ExamplePanel(String title, Example example, int plot, String measure)
    implements FamilyPanel<Example, ExampleSnapshot> {
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
  public ExampleFamily family() {
    return FAMILY;
  }

  @Override
  public Example spec() {
    return example;
  }

  @Override
  public ExamplePanel of(Example other) {
    return new ExamplePanel(title, other, plot, measure);
  }

  @Override
  public ChartModel chart(ExampleSnapshot result) {
    List<ExampleSnapshot.Panel> all = result.panels();
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
    describe(node, example);
  }

  /** Writes whose plot it is. */
  static void describe(ObjectNode node, Example example) {
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
    return new ExamplePanel(
        json.at("title").label(),
        example(json),
        json.at("plot").integer() - 1,
        json.at("measure").label());
  }

  /** Whose plot a panel is. */
  static Example example(JsonView json) {
    JsonView parts = json.at(FAMILY.parts());
    if (parts.elements().size() != 1) {
      throw parts.unexpected("one example");
    }
    return FAMILY.read(parts.elements().get(0).at("config"));
  }
}
