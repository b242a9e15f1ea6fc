package gmrl.app.window;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureFormat;
import gmrl.app.figure.FigureOptions;
import gmrl.app.figure.FigureOrigin;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.FigureWriter;
import gmrl.app.figure.RecordedChart;
import gmrl.experiment.file.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A small figure on the disk. */
final class SampleFigure {
  private SampleFigure() {}

  /** One of its own for each kind of file, with its numbers in it. */
  static Path in(Path folder, String ending) throws IOException {
    ChartSeries curve =
        ChartSeries.estimate(
            "kept", Style.nth(0), List.of(ChartPoint.of(1, 2), ChartPoint.of(2, 3)));
    ChartModel drawn =
        ChartModel.of("", ChartAxis.linear("x"), ChartAxis.linear("y"), List.of(curve));
    RecordedChart panel = new RecordedChart("from " + ending, 1, drawn);
    FigurePlan plan = new FigurePlan(ending, "Dropped", "", List.of(panel), 1, false);
    FigureOrigin origin = new FigureOrigin(Json.pretty(FigureRun.configuration(plan)), 1, "test");
    FigureWriter.write(
        new Figure(ending, plan.title(), List.of(drawn), 1, false, origin),
        FigureOptions.PAPER,
        FigureFormat.parseList(ending.equals("json") ? "png" : ending),
        folder);
    return folder.resolve(ending + "." + ending);
  }
}
