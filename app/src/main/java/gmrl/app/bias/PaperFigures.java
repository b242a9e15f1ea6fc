package gmrl.app.bias;

import static gmrl.app.bias.Tabular.ALPHA;
import static gmrl.app.bias.Tabular.ALPHAS;
import static gmrl.app.bias.Tabular.COEFFICIENTS;
import static gmrl.app.bias.Tabular.LIRPG;
import static gmrl.app.bias.Tabular.MAML;
import static gmrl.app.bias.Tabular.PAPER;
import static gmrl.app.bias.Tabular.SAMPLES;
import static gmrl.app.bias.Tabular.STEPS;
import static gmrl.app.bias.Tabular.compared;
import static gmrl.app.bias.Tabular.compositional;
import static gmrl.app.bias.Tabular.estimators;
import static gmrl.app.bias.Tabular.exact;
import static gmrl.app.bias.Tabular.family;
import static gmrl.app.bias.Tabular.hessian;
import static gmrl.app.bias.Tabular.ordered;
import static gmrl.app.bias.Tabular.sampled;
import static gmrl.app.bias.Tabular.spec;

import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.PanelPlan;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.tabular.Decomposition;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.TabularSetup;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.List;

/** The tabular experiments of Liu et al. (NeurIPS 2022). */
final class PaperFigures {

  private static final String SOURCE = "Liu et al. (NeurIPS 2022), tabular experiments";

  /** α of the correlation studies. */
  private static final double PAPER_ALPHA = TabularSetup.paper().alpha();

  private PaperFigures() {}

  static List<FigurePlan> all() {
    return List.of(
        compositionalBias("compositional-bias", "MAML-RL", MAML),
        compositionalBias("compositional-bias-lirpg", "LIRPG", LIRPG),
        hessianCoefficient(),
        hessianNoise(),
        hessianBias(),
        decompositions("decompositions-maml", "MAML-RL", MAML),
        decompositions("decompositions-lirpg", "LIRPG", LIRPG),
        correlation("correlation-samples", "sample size", SAMPLES),
        correlation("correlation-alpha", "step size", ALPHAS),
        correlation("correlation-steps", "inner steps", STEPS));
  }

  private static FigurePlan compositionalBias(String id, String name, ProblemSpec problem) {
    int[] steps = {1, 2, 3, 5};
    BiasStudy alpha =
        family(
            id + "-alpha",
            ALPHAS,
            steps,
            k -> "K = " + k,
            k -> compositional(problem, ALPHA, k, Estimator.LVC));
    BiasStudy samples =
        family(
            id + "-samples",
            SAMPLES,
            steps,
            k -> "K = " + k,
            k -> compositional(problem, ALPHA, k, Estimator.LVC));
    BiasStudy k =
        family(
            id + "-steps",
            STEPS,
            new int[] {1, 3, 10},
            a -> "α = " + a,
            a -> compositional(problem, a, 1, Estimator.LVC));
    return new FigurePlan(
        id,
        "Compositional bias of " + name + " over α, K and |τ|",
        SOURCE,
        List.of(
            ordered("(a) step size", alpha, BiasMeasure.BIAS_SQUARED, false),
            ordered("(b) inner steps", k, BiasMeasure.BIAS_SQUARED, false),
            ordered("(c) sample size", samples, BiasMeasure.BIAS_SQUARED, true),
            ordered("(d) as the paper measures it", samples, BiasMeasure.GRAD_MSE, true)),
        2,
        false);
  }

  private static FigurePlan hessianCoefficient() {
    return new FigurePlan(
        "hessian-coefficient",
        "Bias from a controlled Hessian error over its coefficient",
        SOURCE,
        List.of(controlled("(a) MAML-RL", "maml", MAML), controlled("(b) LIRPG", "lirpg", LIRPG)),
        2,
        true);
  }

  private static PanelPlan controlled(String title, String id, ProblemSpec problem) {
    BiasStudy study =
        family(
            "hessian-coefficient-" + id,
            COEFFICIENTS,
            new int[] {1, 2, 3, 5},
            k -> "K = " + k,
            k -> exact(problem, ALPHA, k));
    return ordered(title, study, BiasMeasure.RELATIVE_BIAS, false);
  }

  private static FigurePlan hessianNoise() {
    BiasStudy study =
        family(
            "hessian-noise",
            COEFFICIENTS,
            new int[] {1, 3, 10},
            noise -> "noise " + noise,
            noise -> exact(MAML, ALPHA, 2).withHessianError(new HessianError(0, noise)));
    return new FigurePlan(
        "hessian-noise",
        "A noisy Hessian adds variance, a shifted one adds bias",
        SOURCE,
        List.of(
            ordered("(a) bias", study, BiasMeasure.BIAS_SQUARED, false),
            ordered("(b) variance", study, BiasMeasure.VARIANCE, false)),
        2,
        true);
  }

  private static FigurePlan hessianBias() {
    List<PanelPlan> panels = new ArrayList<>();
    for (ProblemSpec problem : List.of(MAML, LIRPG)) {
      BiasStudy study =
          estimators(
              "hessian-bias-" + problem.token(),
              SAMPLES,
              PAPER,
              e -> hessian(problem, ALPHA, 2, e));
      String name = problem == MAML ? "MAML-RL" : "LIRPG";
      panels.add(
          compared(
              "(" + (char) ('a' + panels.size()) + ") " + name + ", bias²",
              study,
              BiasMeasure.BIAS_SQUARED,
              false));
      panels.add(
          compared(
              "(" + (char) ('a' + panels.size()) + ") " + name + ", variance",
              study,
              BiasMeasure.VARIANCE,
              false));
    }
    return new FigurePlan(
        "hessian-bias",
        "Hessian bias and variance of four estimators over the sample size",
        SOURCE,
        panels,
        2,
        true);
  }

  private static FigurePlan decompositions(String id, String name, ProblemSpec problem) {
    List<BiasStudy> groups = new ArrayList<>();
    for (Estimator estimator : PAPER) {
      List<BiasStudy.Curve> curves = new ArrayList<>();
      for (Decomposition mask : Decomposition.PAPER) {
        TabularSetup setup = mask.apply(exact(problem, PAPER_ALPHA, 2), sampled(estimator));
        curves.add(new BiasStudy.Curve(mask.mask(), spec(setup)));
      }
      groups.add(new BiasStudy(id + "-" + estimator.token(), Symbols.of(estimator), "", curves));
    }
    String label = "inner, Hessian, outer: e exact, l sampled";
    return new FigurePlan(
        id,
        "Which slot costs what on " + name + ": seven decompositions",
        SOURCE,
        List.of(
            new BarPanel("(a) correlation", label, groups, BiasMeasure.CORRELATION),
            new BarPanel("(b) relative error", label, groups, BiasMeasure.RELATIVE_MSE)),
        1,
        true);
  }

  private static FigurePlan correlation(String id, String name, Sweep sweep) {
    List<PanelPlan> panels = new ArrayList<>();
    for (ProblemSpec problem : List.of(MAML, LIRPG)) {
      BiasStudy study =
          estimators(
              id + "-" + problem.token(),
              sweep,
              PAPER,
              e -> exact(problem, PAPER_ALPHA, 2).withSlots(sampled(e), sampled(e), sampled(e)));
      String title = problem == MAML ? "(a) MAML-RL" : "(b) LIRPG";
      panels.add(compared(title, study, BiasMeasure.CORRELATION, false));
    }
    return new FigurePlan(
        id,
        "Correlation with the exact meta-gradient over the " + name + ", all slots sampled",
        SOURCE,
        panels,
        2,
        true);
  }
}
