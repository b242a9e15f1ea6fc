package gmrl.app.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.experiment.file.JsonView;
import java.util.List;

/**
 * The curves of a kept run that lie over a plot.
 *
 * @param label what the run is called
 * @param family whose experiment it is
 * @param config its specification
 * @param series its curves, with their numbers
 */
public record KeptCurves(String label, String family, JsonNode config, List<ChartSeries> series) {
  private static final String CURVES = "curves";

  /** Copies the list. */
  public KeptCurves {
    series = List.copyOf(series);
  }

  void describe(ObjectNode node) {
    node.put("label", label).put("family", family).set("config", config);
    ArrayNode curves = node.putArray(CURVES);
    series.forEach(curve -> curves.add(ChartJson.write(curve)));
  }

  static KeptCurves read(JsonView json) {
    return new KeptCurves(
        json.at("label").text(),
        json.at("family").text(),
        json.at("config").object().value(),
        json.at(CURVES).elements().stream().map(ChartJson::series).toList());
  }

  /** A chart with the curves of runs over it. */
  public static ChartModel over(ChartModel chart, List<KeptCurves> kept) {
    return kept.isEmpty()
        ? chart
        : chart.plus(kept.stream().flatMap(run -> run.series().stream()).toList());
  }
}
