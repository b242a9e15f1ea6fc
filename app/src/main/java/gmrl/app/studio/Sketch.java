package gmrl.app.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigureOrigin;
import gmrl.app.shell.ChartPanel;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.List;

/**
 * The figure as it is at one moment; made into a {@link Figure} away from the interface thread,
 * since a panel's words may take a while.
 *
 * @param name of the files
 * @param title first sentence of the caption
 * @param source whose experiment it is
 * @param panels row by row, at least one
 * @param options how it stands on paper
 * @param state the state of the window, as JSON
 * @param seed of that state
 */
record Sketch(
    String name,
    String title,
    String source,
    List<StudioPanel> panels,
    FigureOptions options,
    String state,
    long seed) {

  /** Copies the list. */
  Sketch {
    panels = List.copyOf(panels);
  }

  /**
   * The figure.
   *
   * @throws IllegalArgumentException in one sentence if its name is no name of a file
   */
  Figure figure() {
    List<ChartModel> charts = panels.stream().map(Sketch::chart).toList();
    return new Figure(
        name.strip(),
        title,
        charts,
        options.columns().orElse(1),
        options.sharedLegend().orElse(false),
        new FigureOrigin(document(), seed, ChartPanel.version()));
  }

  private static ChartModel chart(StudioPanel panel) {
    return panel
        .chart()
        .orElseGet(() -> ChartModel.empty("", ChartAxis.linear(""), ChartAxis.linear("")))
        .withTitle(panel.heading());
  }

  /** What the figure's files say about it. */
  private String document() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("figure", name.strip()).put("title", title).put("source", source);
    options.columns().ifPresent(columns -> node.put("columns", columns));
    options.sharedLegend().ifPresent(shared -> node.put("sharedLegend", shared));
    ArrayNode all = node.putArray("panels");
    panels.forEach(panel -> panel.describe(all.addObject(), seed));
    List<String> marks =
        panels.stream()
            .flatMap(panel -> panel.chart().stream())
            .map(ChartModel::mark)
            .filter(mark -> !mark.isEmpty())
            .distinct()
            .toList();
    if (!marks.isEmpty()) {
      node.put(FigureDocument.UNFINISHED, String.join("; ", marks));
    }
    node.set(FigureDocument.STATE, JsonView.parse("the state of the window", state).value());
    return Json.pretty(node).strip();
  }
}
