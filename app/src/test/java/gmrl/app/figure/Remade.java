package gmrl.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartData;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ReferenceLine;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.function.Function;

/** Plots of the window that are made again from what their figures say about them. */
public final class Remade {
  private Remade() {}

  /** The chart that comes of a panel's own words. */
  public static ChartModel of(PanelPlan panel, Function<JsonView, PanelPlan> reader) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    panel.describe(written.put("title", ""));
    PanelPlan again = reader.apply(JsonView.parse("a panel", written.toString()));
    try (Workers workers = new Workers(1)) {
      return FigureRun.make(
              new FigurePlan("again", "again", "", List.of(again), 1, false),
              "test",
              workers,
              new CancellationToken(),
              work -> {})
          .panels()
          .get(0);
    }
  }

  private static List<ReferenceLine> lasting(ChartModel chart) {
    return chart.lines().stream().filter(line -> !line.cursor()).toList();
  }

  /** The same numbers, axes and lines, but for cursors. */
  public static void assertSame(ChartModel again, ChartModel shown) {
    assertThat(again.series()).isEqualTo(shown.series());
    assertThat(again.x()).isEqualTo(shown.x());
    assertThat(again.y()).isEqualTo(shown.y());
    assertThat(again.picture()).isEqualTo(shown.picture());
    assertThat(lasting(again)).isEqualTo(lasting(shown));
    assertThat(ChartData.table(List.of(again)).text())
        .isEqualTo(ChartData.table(List.of(shown)).text());
  }
}
