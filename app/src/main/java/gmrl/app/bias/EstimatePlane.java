package gmrl.app.bias;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureOrigin;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.RecordedChart;
import gmrl.experiment.Provenance;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.file.Json;
import java.util.List;

/** A result in the plane of bias and variance, one mark or path for each curve. */
public final class EstimatePlane {
  private static final String TITLE = "Bias and variance";
  private static final BiasFamily FAMILY = new BiasFamily();

  private EstimatePlane() {}

  /**
   * Draws a result.
   *
   * @param id the figure's identifier and the name of its files
   * @param study what was computed here; the figure carries it
   * @param result its result, perhaps with curves that others have made
   */
  public static Figure of(String id, BiasStudy study, BiasResult result) {
    ChartModel chart = PlaneChart.of(TITLE, PlaneChart.View.ESTIMATE, result);
    // What others have brought is computed by nobody here: the panel carries its numbers.
    RecordedChart panel = new RecordedChart(TITLE, FAMILY.seed(study), chart);
    FigurePlan plan = new FigurePlan(id, TITLE, "", List.of(panel), 1, false);
    ObjectNode document = FigureRun.configuration(plan);
    document.set("study", FAMILY.write(study));
    return Figure.of(
        id,
        chart,
        new FigureOrigin(
            Json.pretty(document).strip(), FAMILY.seed(study), Provenance.current().version()));
  }
}
