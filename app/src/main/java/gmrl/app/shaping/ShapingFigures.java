package gmrl.app.shaping;

import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.ResultPlot;
import gmrl.experiment.KeptResult;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.shaping.LearnerList;
import gmrl.experiment.shaping.ShapingGame;
import gmrl.experiment.shaping.ShapingResult;
import gmrl.experiment.shaping.ShapingSpec;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.shaping.Learner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The figures of learners that shape each other. */
public final class ShapingFigures {
  private static final LearnerList EVERY = new LearnerList(Arrays.asList(Learner.values()));

  private ShapingFigures() {}

  /** All of them. */
  public static List<FigurePlan> all() {
    return List.of(phases(), dilemma());
  }

  private static FigurePlan phases() {
    return new FigurePlan(
        "shaping-phase",
        "Where learners lead that take each other into account: the tandem game, whose fixed points"
            + " are x + y = 1, and a rotation",
        "Letcher et al. (ICLR 2019) and Zhao et al. (NeurIPS 2022), tandem and rotation",
        List.of(
            new ShapingPanel(
                "(a) tandem",
                every(new ShapingGame.Tandem()).with().seeds(3).build(),
                ShapingPanel.View.PHASE),
            new ShapingPanel(
                "(b) rotation",
                every(new ShapingGame.Rotation()).with().seeds(1).updates(60).build(),
                ShapingPanel.View.PHASE)),
        2,
        true);
  }

  private static ShapingSpec every(ShapingGame game) {
    return ShapingSpec.usual(game).with().learners(EVERY).build();
  }

  private static FigurePlan dilemma() {
    ShapingSpec spec =
        every(new ShapingGame.Repeated(MatrixGame.prisonersDilemma())).with().updates(60).build();
    return new FigurePlan(
        "shaping-dilemma",
        "Learners that take each other into account in the iterated prisoner’s dilemma, exactly",
        "Letcher et al. (ICLR 2019) and Zhao et al. (NeurIPS 2022)",
        List.of(
            new ShapingPanel("(a) returns", spec, ShapingPanel.View.RETURNS),
            new ShapingPanel("(b) paths", spec, ShapingPanel.View.PHASE)),
        2,
        true);
  }

  /**
   * What is drawn of a result that is there already.
   *
   * @param kept the result
   */
  public static List<ResultPlot> plots(KeptResult<ShapingSpec, ShapingResult> kept) {
    Map<ShapingSpec, ShapingResult> known = Map.of(kept.spec(), kept.result());
    return List.of(
        ResultPlot.of(
            "shaping-returns",
            "Returns",
            new ShapingPanel("", kept.spec(), ShapingPanel.View.RETURNS),
            known),
        ResultPlot.of(
            "shaping-phase",
            "Where both players go",
            new ShapingPanel("", kept.spec(), ShapingPanel.View.PHASE),
            known));
  }

  /**
   * A panel of this family that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    return ShapingPanel.read(panel);
  }
}
