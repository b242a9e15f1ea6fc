package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.ResultPlot;
import gmrl.experiment.KeptResult;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * What is drawn of a result that is there already.
   *
   * @param kept the result
   */
  public static List<ResultPlot> plots(KeptResult<LolaStudy, List<LolaSnapshot>> kept) {
    List<LolaCondition> conditions = kept.spec().conditions();
    Map<Object, Object> known = new HashMap<>();
    for (int i = 0; i < conditions.size(); i++) {
      known.put(conditions.get(i).spec(), List.of(kept.result().get(i)));
    }
    List<ResultPlot> plots = new ArrayList<>();
    plots.add(
        ResultPlot.of("ipd-returns-over-time", "Returns", ReturnsPanel.of("", kept.spec()), known));
    for (GamePanel.View view : GamePanel.View.values()) {
      GamePanel.Look look =
          new GamePanel.Look(
              view, GradientMeasure.CORRELATION, 0, OptionalInt.empty(), OptionalInt.empty());
      plots.add(
          ResultPlot.of(
              "ipd-" + view.token(),
              title(view, conditions),
              new GamePanel("", kept.spec(), look),
              known));
    }
    return plots;
  }

  private static String title(GamePanel.View view, List<LolaCondition> conditions) {
    String whose = conditions.size() == 1 ? "" : " of " + conditions.get(0).label();
    return switch (view) {
      case GRADIENT -> "Meta-gradient";
      case POLICIES -> "Policies" + whose;
      case PHASE -> "Phase portrait" + whose;
      case MATRIX -> "The game as it is played" + whose;
    };
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
