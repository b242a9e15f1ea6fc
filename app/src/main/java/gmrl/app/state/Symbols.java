package gmrl.app.state;

import gmrl.app.chart.Scale;
import gmrl.app.chart.Style;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.mdp.Estimator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** How swept variables, problems and estimators are written on screen, and where a sweep goes. */
public final class Symbols {
  private Symbols() {}

  /** The variable with its symbol, for an axis. */
  public static String label(SweepVariable variable) {
    return switch (variable) {
      case ALPHA -> "inner step size α";
      case STEPS -> "inner steps K";
      case SAMPLES -> "sample size |τ|";
      case HESSIAN_COEF -> "Hessian coefficient c";
      case LOADED_DISCOUNT -> "dependency that loaded DiCE keeps, λ";
    };
  }

  /** Whether the variable's values are spaced by ratios. */
  public static boolean isNaturallyLog(SweepVariable variable) {
    return variable == SweepVariable.ALPHA || variable == SweepVariable.SAMPLES;
  }

  /** How the variable's values are spaced along an axis. */
  public static Scale scale(SweepVariable variable) {
    return isNaturallyLog(variable) ? new Scale.Log() : new Scale.Linear();
  }

  /** Where a live sweep of the variable goes. */
  public static double[] values(SweepVariable variable) {
    return switch (variable) {
      case ALPHA -> new double[] {0.1, 0.3, 1, 2, 3, 5, 10, 20};
      case STEPS -> DoubleStream.iterate(1, k -> k <= 7, k -> k + 1).toArray();
      case SAMPLES -> DoubleStream.iterate(2, n -> n <= 256, n -> 2 * n).toArray();
      case HESSIAN_COEF -> new double[] {0, 0.5, 1, 2, 4, 6, 8, 10};
      case LOADED_DISCOUNT -> new double[] {0, 0.2, 0.4, 0.6, 0.8, 0.9, 1};
    };
  }

  /** The problem; MAML is a meta-learner and an estimator, too, so that the first is MAML-RL. */
  public static String of(ProblemSpec problem) {
    return problem instanceof ProblemSpec.Maml ? "MAML-RL" : "LIRPG";
  }

  /** The estimator as people call it. */
  public static String of(Estimator estimator) {
    return estimator.title();
  }

  /** The same for who does not know the shorthand, where it is one. */
  public static String inFull(Estimator estimator) {
    return of(estimator) + (estimator == Estimator.LVC ? " (low-variance curvature)" : "");
  }

  /**
   * The estimator that goes by a name, in whatever letters, by its token, or with that in brackets;
   * files that were written before have such names.
   */
  public static Optional<Estimator> named(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(Estimator.values())
        .filter(
            e ->
                plain.equals(of(e).toLowerCase(Locale.ROOT))
                    || plain.equals(e.token())
                    || plain.equals("plain " + e.token())
                    || plain.endsWith("(" + e.token() + ")"))
        .findFirst();
  }

  /**
   * The estimator's look: the same wherever it appears; plain differentiation's is sky blue, as on
   * the board.
   */
  public static Style style(Estimator estimator) {
    return Style.nth(look(estimator));
  }

  private static int look(Estimator estimator) {
    return switch (estimator) {
      case MAML -> 4;
      case LVC -> 0;
      case LOADED -> 2;
      case DICE -> 1;
      // The colours of some of these again, with other dashes and markers.
      case DICE_BASELINE -> 8;
      case REINFORCE -> 10;
      case REINFORCE_BASELINE -> 6;
      default -> 7;
    };
  }
}
