package gmrl.app.bias;

import static gmrl.app.bias.Tabular.ALPHA;
import static gmrl.app.bias.Tabular.ALPHAS;
import static gmrl.app.bias.Tabular.COEFFICIENTS;
import static gmrl.app.bias.Tabular.MAML;
import static gmrl.app.bias.Tabular.SAMPLES;
import static gmrl.app.bias.Tabular.STEPS;
import static gmrl.app.bias.Tabular.compositional;
import static gmrl.app.bias.Tabular.estimators;
import static gmrl.app.bias.Tabular.exact;
import static gmrl.app.bias.Tabular.family;
import static gmrl.app.bias.Tabular.hessian;

import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.MethodSpec;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Experiments beyond the paper. */
final class OurFigures {

  private static final String SOURCE = "GMRL Lab";

  /** Trials where one costs many inner loops. */
  private static final int DEAR_TRIALS = 100;

  private OurFigures() {}

  static List<FigurePlan> all() {
    return List.of(
        bounds(),
        hessianBound(),
        plane(),
        allEstimators(),
        origins(),
        levels(),
        surface(),
        criticFree(),
        horizon(),
        methods());
  }

  private static FigurePlan bounds() {
    return new FigurePlan(
        "bound-compositional",
        "Measured compositional bias against our bounds: an estimate, and one that is proved",
        SOURCE,
        List.of(
            bounded(
                "(a) sample size",
                estimators(
                    "bound-compositional-samples",
                    SAMPLES,
                    List.of(Estimator.LVC),
                    e -> compositional(MAML, ALPHA, 2, e))),
            bounded(
                "(b) inner steps",
                estimators(
                    "bound-compositional-steps",
                    STEPS,
                    List.of(Estimator.LVC),
                    e -> compositional(MAML, ALPHA, 2, e)))),
        2,
        false);
  }

  private static FigurePlan hessianBound() {
    return new FigurePlan(
        "bound-hessian",
        "Bias from a controlled Hessian error against our bounds: an estimate, and one that is"
            + " proved",
        SOURCE,
        List.of(
            bounded(
                "(a) K = 2",
                family(
                    "bound-hessian-2",
                    COEFFICIENTS,
                    new int[] {2},
                    k -> "measured",
                    k -> exact(MAML, 1, k))),
            bounded(
                "(b) K = 5",
                family(
                    "bound-hessian-5",
                    COEFFICIENTS,
                    new int[] {5},
                    k -> "measured",
                    k -> exact(MAML, 1, k)))),
        2,
        true);
  }

  /** Unbiased is not better: what counts in the end is the sum of bias² and variance. */
  private static FigurePlan plane() {
    return new FigurePlan(
        "bias-variance-plane",
        "Bias against variance of four estimators, from few samples (right) to many (left)",
        SOURCE,
        List.of(
            new PlanePanel(
                "(a) Hessian sampled",
                estimators(
                    "plane-hessian", SAMPLES, Tabular.PAPER, e -> hessian(MAML, ALPHA, 2, e))),
            new PlanePanel(
                "(b) everything sampled",
                estimators(
                    "plane-all",
                    SAMPLES,
                    Tabular.PAPER,
                    e ->
                        exact(MAML, ALPHA, 2)
                            .withSlots(
                                Tabular.sampled(e), Tabular.sampled(e), Tabular.sampled(e))))),
        2,
        true);
  }

  /** Every way to a meta-gradient that there is, with the same trajectories in each batch. */
  private static BiasStudy everyEstimator() {
    TabularSetup base = exact(MAML, ALPHA, 2);
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (Estimator e : Tabular.PAPER) {
      curves.add(curve(Symbols.of(e), sampledBy(base, e)));
    }
    TabularSetup lvc = sampledBy(base, Estimator.LVC);
    curves.add(curve("first-order", lvc.withMethod(MethodSpec.parse("truncated:0"))));
    curves.add(curve("last step", lvc.withMethod(MethodSpec.parse("truncated:1"))));
    curves.add(
        curve(
            "sampling-corrected",
            sampledBy(base, Estimator.MAML).withMethod(MethodSpec.parse("pre-adaptation"))));
    curves.add(curve("evolution strategies", lvc.withMethod(MethodSpec.parse("es:8"))));
    return new BiasStudy("every-estimator", "every estimator", "", curves);
  }

  private static TabularSetup sampledBy(TabularSetup base, Estimator e) {
    return base.withSlots(Tabular.sampled(e), Tabular.sampled(e), Tabular.sampled(e));
  }

  private static BiasStudy.Curve curve(String label, TabularSetup setup) {
    return new BiasStudy.Curve(
        label,
        Tabular.spec(setup)
            .withTrials(DEAR_TRIALS)
            .withSweep(Sweep.of(SweepVariable.SAMPLES, 2, 4, 8, 16, 32, 64)));
  }

  private static FigurePlan allEstimators() {
    BiasStudy study = everyEstimator();
    return new FigurePlan(
        "bias-variance-methods",
        "Every estimator between bias and variance, K = 2: with the same trajectories in each"
            + " batch, and with the same steps in the environment",
        SOURCE + "; the estimators of Vuorio et al. (arXiv 2209.11303) among them",
        List.of(
            new PlanePanel("(a) equal samples", study, PlaneChart.View.ESTIMATE),
            new PlanePanel("(b) equal steps", study, PlaneChart.View.BUDGET),
            new PlanePanel("(c) cost", study, PlaneChart.View.COST)),
        2,
        true);
  }

  private static FigurePlan origins() {
    BiasSpec spec =
        Tabular.spec(sampledBy(exact(MAML, ALPHA, 5), Estimator.MAML)).withTrials(DEAR_TRIALS);
    return new FigurePlan(
        "error-origins",
        "Where the error of plain differentiation comes from, inner step by inner step: the three"
            + " slots on top of one another",
        SOURCE,
        List.of(
            new StackPanel("(a) bias", spec, true),
            new StackPanel("(b) one estimate", spec, false)),
        2,
        true);
  }

  /** Closed forms are fast enough for a grid that looks like a surface. */
  private static FigurePlan surface() {
    int side = 40;
    double[] alphas = grid(0.1, 30, side);
    double[] coefficients = IntStream.rangeClosed(1, side).mapToDouble(i -> i / 4.0).toArray();
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (double alpha : alphas) {
      curves.add(
          new BiasStudy.Curve(
              "α = " + alpha,
              Tabular.spec(exact(MAML, alpha, 2))
                  .withTrials(1)
                  .withSweep(Sweep.of(SweepVariable.HESSIAN_COEF, coefficients))));
    }
    return new FigurePlan(
        "bias-surface",
        "Bias over the step size and a controlled Hessian error, 40 × 40 closed forms, K = 2",
        SOURCE,
        List.of(
            new LevelPanel(
                "", new BiasStudy("surface", "surface", "", curves), SweepVariable.ALPHA)),
        1,
        false);
  }

  /** Even in the logarithm, to three digits. */
  private static double[] grid(double from, double to, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double exact = from * Math.pow(to / from, i / (count - 1.0));
      values[i] = new java.math.BigDecimal(exact).round(new java.math.MathContext(3)).doubleValue();
    }
    return values;
  }

  /** Where the sliders may stand for a given bias: lines of equal bias over two of them. */
  private static FigurePlan levels() {
    int[] samples = {4, 8, 16, 32, 64, 128, 256};
    int[] steps = {1, 2, 3, 4, 5, 6, 7};
    return new FigurePlan(
        "bias-levels",
        "Relative bias over two knobs, with lines of equal bias",
        SOURCE,
        List.of(
            new LevelPanel(
                "(a) compositional bias, K = 2",
                family(
                    "levels-compositional",
                    ALPHAS,
                    samples,
                    n -> "|τ| = " + n,
                    n -> compositional(MAML, 1, 2, Estimator.LVC).withSamples(n)),
                SweepVariable.SAMPLES),
            new LevelPanel(
                "(b) Hessian bias of LVC",
                family(
                    "levels-hessian",
                    ALPHAS,
                    steps,
                    k -> "K = " + k,
                    k -> hessian(MAML, 1, k, Estimator.LVC)),
                SweepVariable.STEPS)),
        2,
        false);
  }

  private static PanelPlan bounded(String title, BiasStudy study) {
    return SweepPanel.of(title, study, BiasMeasure.BIAS_SQUARED, Looks.CATEGORIES, true, true);
  }

  private static FigurePlan criticFree() {
    BiasStudy study =
        estimators(
            "critic",
            SAMPLES,
            List.of(Estimator.LVC, Estimator.DICE_BASELINE, Estimator.DICE),
            e -> compositional(MAML, ALPHA, 2, e));
    return new FigurePlan(
        "critic",
        "What a critic is worth in the inner slot",
        SOURCE,
        List.of(
            Tabular.compared("(a) bias²", study, BiasMeasure.BIAS_SQUARED, true),
            Tabular.compared("(b) correlation", study, BiasMeasure.CORRELATION, false)),
        2,
        true);
  }

  private static FigurePlan horizon() {
    BiasStudy study =
        family(
            "horizon",
            SAMPLES,
            new int[] {5, 10, 20, 40},
            t -> "T = " + t,
            t -> compositional(MAML, ALPHA, 2, Estimator.DICE).withHorizon(t));
    return new FigurePlan(
        "horizon",
        "The horizon cuts off how the return depends on the policy: a third bias that samples do"
            + " not cure",
        SOURCE,
        List.of(
            Tabular.ordered("(a) bias²", study, BiasMeasure.BIAS_SQUARED, false),
            Tabular.ordered("(b) variance", study, BiasMeasure.VARIANCE, false)),
        2,
        true);
  }

  /** Ways to take a meta-gradient, with the same samples in every slot. */
  private static FigurePlan methods() {
    TabularSetup sampled =
        compositional(MAML, ALPHA, 3, Estimator.LVC)
            .withSlots(
                Tabular.sampled(Estimator.LVC), Tabular.sampled(Estimator.LVC), SlotSpec.exact());
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (String token : List.of("unrolled", "truncated:1", "truncated:0", "implicit:10", "es:8")) {
      MethodSpec method = MethodSpec.parse(token);
      curves.add(
          new BiasStudy.Curve(
              method.title(), Tabular.spec(sampled.withMethod(method)).withSweep(SAMPLES)));
    }
    BiasStudy study = new BiasStudy("methods", "methods", "", curves);
    return new FigurePlan(
        "methods",
        "Unrolled, truncated, implicit and zero-order meta-gradients, K = 3",
        SOURCE,
        List.of(
            Tabular.compared("(a) bias²", study, BiasMeasure.BIAS_SQUARED, false),
            Tabular.compared("(b) variance", study, BiasMeasure.VARIANCE, false),
            Tabular.compared("(c) cost", study, BiasMeasure.COST, false)),
        3,
        true);
  }
}
