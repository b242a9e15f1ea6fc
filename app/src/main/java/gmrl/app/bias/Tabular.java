package gmrl.app.bias;

import gmrl.app.figure.PanelPlan;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The building blocks of tabular figures: defaults, sweeps, studies. */
final class Tabular {

  /** Trials per MDP and sweep point: ten times the paper's, for narrow intervals. */
  static final int TRIALS = 200;

  /** Step size of the bias studies; the correlation studies keep the paper's 10. */
  static final double ALPHA = 3;

  static final Sweep ALPHAS = Sweep.of(SweepVariable.ALPHA, 0.1, 0.3, 1, 3, 10, 30);
  static final Sweep STEPS = Sweep.of(SweepVariable.STEPS, 1, 2, 3, 4, 5, 6, 7);
  static final Sweep SAMPLES = Sweep.of(SweepVariable.SAMPLES, 2, 4, 8, 16, 32, 64, 128, 256);
  static final Sweep COEFFICIENTS = Sweep.of(SweepVariable.HESSIAN_COEF, 0.5, 1, 2, 3, 4, 6, 8, 10);

  static final ProblemSpec MAML = new ProblemSpec.Maml();
  static final ProblemSpec LIRPG = ProblemSpec.Lirpg.paper();

  /** The paper's four estimators. */
  static final List<Estimator> PAPER =
      List.of(Estimator.LVC, Estimator.MAML, Estimator.LOADED, Estimator.DICE);

  private Tabular() {}

  static SlotSpec.Sampled sampled(Estimator estimator) {
    return new SlotSpec.Sampled(estimator, SlotSpec.DEFAULT_SAMPLES);
  }

  /** The paper's setup with exact slots, to be changed where a figure says so. */
  static TabularSetup exact(ProblemSpec problem, double alpha, int steps) {
    return TabularSetup.paper()
        .withProblem(problem)
        .withAlpha(alpha)
        .withSteps(steps)
        .withSlots(SlotSpec.exact(), SlotSpec.exact(), SlotSpec.exact());
  }

  /** Only the inner slot sampled: compositional bias and nothing else. */
  static TabularSetup compositional(
      ProblemSpec problem, double alpha, int steps, Estimator estimator) {
    return exact(problem, alpha, steps)
        .withSlots(sampled(estimator), SlotSpec.exact(), SlotSpec.exact());
  }

  /** Only the Hessian slot sampled: Hessian bias and nothing else. */
  static TabularSetup hessian(ProblemSpec problem, double alpha, int steps, Estimator estimator) {
    return exact(problem, alpha, steps)
        .withSlots(SlotSpec.exact(), sampled(estimator), SlotSpec.exact());
  }

  static BiasSpec spec(TabularSetup setup) {
    return new BiasSpec(setup, TRIALS, BiasSpec.paper().seed(), java.util.Optional.empty());
  }

  /** One curve for each value of an ordered number. */
  static BiasStudy family(
      String id,
      Sweep sweep,
      int[] values,
      IntFunction<String> label,
      IntFunction<TabularSetup> of) {
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (int value : values) {
      curves.add(new BiasStudy.Curve(label.apply(value), spec(of.apply(value)).withSweep(sweep)));
    }
    return new BiasStudy(id, id, "", curves);
  }

  /** One curve for each estimator. */
  static BiasStudy estimators(
      String id,
      Sweep sweep,
      List<Estimator> estimators,
      java.util.function.Function<Estimator, TabularSetup> of) {
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (Estimator estimator : estimators) {
      curves.add(
          new BiasStudy.Curve(Symbols.of(estimator), spec(of.apply(estimator)).withSweep(sweep)));
    }
    return new BiasStudy(id, id, "", curves);
  }

  static PanelPlan ordered(String title, BiasStudy study, BiasMeasure measure, boolean slopes) {
    return SweepPanel.of(title, study, measure, Looks.ORDERED, slopes, false);
  }

  static PanelPlan compared(String title, BiasStudy study, BiasMeasure measure, boolean slopes) {
    return SweepPanel.of(title, study, measure, Looks.CATEGORIES, slopes, false);
  }
}
