package gmrl.app.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.file.JsonView;
import java.util.List;

/**
 * A plot that carries its numbers itself, for what no experiment makes again alone: kept runs that
 * lie over a plot, a learner whose settings were changed on the way, two stored runs side by side.
 *
 * @param title short text above the plot
 * @param seed of the window that it was taken from
 * @param drawn the chart
 */
public record RecordedChart(String title, long seed, ChartModel drawn) implements PanelPlan {
  /** What documents call it. */
  public static final String FAMILY = "window";

  @Override
  public RecordedChart quick() {
    return this;
  }

  @Override
  public RecordedChart withSeed(long other) {
    return this;
  }

  @Override
  public boolean recorded() {
    return true;
  }

  private Part<ChartModel> part() {
    return new Part<>(this, new Known(drawn));
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(part());
  }

  @Override
  public ChartModel chart(Results results) {
    return results.of(part()).withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY).put("measure", drawn.y().label()).put("bands", "none");
    node.put("seed", seed).set("chart", ChartJson.write(drawn));
  }

  /**
   * Reads what {@link #describe} wrote.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static RecordedChart read(JsonView json) {
    return new RecordedChart(
        json.at("title").text(), json.at("seed").longInteger(), ChartJson.read(json.at("chart")));
  }

  /** Nothing is left to compute. */
  private record Known(ChartModel chart) implements Experiment<ChartModel> {
    @Override
    public ChartModel run(
        Workers workers, CancellationToken token, Snapshots<ChartModel> snapshots) {
      snapshots.publish(1, chart);
      return chart;
    }
  }
}
