package gmrl.app.training;

import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.ResultPlot;
import gmrl.app.state.Symbols;
import gmrl.experiment.KeptResult;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.experiment.training.TrainingResult;
import gmrl.experiment.training.TrainingSpec;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures of meta-training. */
public final class TrainingFigures {
  /** The paper's four estimators. */
  private static final List<Estimator> ESTIMATORS =
      List.of(Estimator.LVC, Estimator.MAML, Estimator.LOADED, Estimator.DICE);

  /** Meta-training until the curves part. */
  private static final int UPDATES = 60;

  private static final double RATE = 1;
  private static final double ALPHA = 3;
  private static final int STEPS = 2;

  private TrainingFigures() {}

  /** What the error of an estimate costs in the end. */
  public static List<FigurePlan> all() {
    TrainingSpec base = TrainingSpec.paper();
    List<TrainingPanel.Learner> learners = new ArrayList<>();
    for (Estimator estimator : ESTIMATORS) {
      SlotSpec slot = new SlotSpec.Sampled(estimator, SlotSpec.DEFAULT_SAMPLES);
      TabularSetup setup =
          TabularSetup.paper().withAlpha(ALPHA).withSteps(STEPS).withSlots(slot, slot, slot);
      learners.add(
          new TrainingPanel.Learner(
              Symbols.of(estimator),
              TrainingPanel.style(slot, 0),
              new TrainingSpec(setup, UPDATES, RATE, base.runs(), base.seed())));
    }
    return List.of(
        new FigurePlan(
            "meta-training",
            "Meta-training by gradient ascent on φ: what the error of each estimator costs",
            "GMRL Lab",
            List.of(
                new TrainingPanel("(a) return", learners, false, false),
                new TrainingPanel("(b) shortfall", learners, true, false)),
            2,
            true));
  }

  /**
   * What is drawn of a result that is there already.
   *
   * @param kept the result
   */
  public static List<ResultPlot> plots(KeptResult<TrainingSpec, TrainingResult> kept) {
    Map<TrainingSpec, TrainingResult> known = Map.of(kept.spec(), kept.result());
    List<TrainingPanel.Learner> alone =
        List.of(
            new TrainingPanel.Learner(TrainingViewModel.LABEL, TrainingCharts.ALONE, kept.spec()));
    return List.of(
        ResultPlot.of(
            "meta-training",
            "What it costs: meta-training",
            new TrainingPanel("", alone, false, false),
            known),
        ResultPlot.of(
            "meta-training-shortfall",
            "Value lost to the error",
            new TrainingPanel("", alone, true, false),
            known));
  }

  /**
   * A panel of this family that stands in a figure's document.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView panel) {
    return TrainingPanel.read(panel);
  }
}
