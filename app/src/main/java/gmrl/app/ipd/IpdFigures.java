package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.util.List;
import java.util.OptionalInt;

/** The figures of repeated games: one panel each, with all conditions. */
public final class IpdFigures {
  private IpdFigures() {}

  /** All of them. */
  public static List<FigurePlan> all() {
    return LolaFigures.all().stream().map(IpdFigures::plan).toList();
  }

  private static FigurePlan plan(LolaStudy figure) {
    return new FigurePlan(
        figure.id(),
        figure.title(),
        figure.source(),
        List.of(ReturnsPanel.of("", figure)),
        1,
        false);
  }

  /**
   * A panel of this family that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    return GamePanel.isOne(panel) ? GamePanel.read(panel) : ReturnsPanel.read(panel);
  }

  /**
   * Returns of conditions that run side by side, as far as they got.
   *
   * @param conditions in the order of the legend
   * @param snapshots one for each
   * @param progress 0 to 1
   */
  public static ChartModel returns(
      List<LolaCondition> conditions, List<LolaSnapshot> snapshots, double progress) {
    return IpdCharts.returns(conditions, snapshots, true, OptionalInt.empty(), progress);
  }
}
