package gmrl.app.claim;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.Figure;
import gmrl.app.figure.FigureOrigin;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.Provenance;
import gmrl.experiment.claim.ClaimResult;
import gmrl.experiment.claim.ClaimSpec;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of claims. */
public final class ClaimFigures {
  private ClaimFigures() {}

  /** Name of the family in documents. */
  public static String family() {
    return ClaimPanel.FAMILY;
  }

  /**
   * A panel that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView json) {
    return ClaimPanel.read(json);
  }

  /** The figure of a claim, not computed. */
  static FigurePlan plan(ClaimSpec claim) {
    List<PanelPlan> panels =
        IntStream.range(0, claim.panels().size())
            .<PanelPlan>mapToObj(i -> new ClaimPanel(claim, i))
            .toList();
    return new FigurePlan(
        "claim-" + claim.id(),
        claim.title(),
        claim.source().citation(),
        panels,
        Math.min(2, panels.size()),
        false);
  }

  /** The figure of a claim from numbers that are there. */
  static Figure of(ClaimResult result) {
    FigurePlan plan = plan(result.claim());
    List<ChartModel> charts = ClaimCharts.all(result);
    return new Figure(
        plan.id(),
        plan.title(),
        charts,
        plan.columns(),
        plan.sharedLegend(),
        new FigureOrigin(
            Json.pretty(FigureRun.configuration(plan)).strip(),
            plan.panels().get(0).seed(),
            Provenance.current().version()));
  }
}
