package gmrl.app.board;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.Scale;
import gmrl.app.ui.Parameter;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.TabularSetup;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** One column of the board: a slider and, below it, what the two biases do along its range. */
@SuppressWarnings("ImmutableEnumChecker") // a sweep freezes its values
enum Column {
  /** Inner step size α. */
  ALPHA(SweepVariable.ALPHA, true, 0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 30),
  /** Inner steps K. */
  STEPS(SweepVariable.STEPS, false, 0, 1, 2, 3, 4, 5, 6, 7, 8),
  /** Sample size |τ|. */
  SAMPLES(SweepVariable.SAMPLES, true, 2, 4, 8, 16, 32, 64, 128, 256),
  /** Controlled Hessian error c. */
  COEFFICIENT(SweepVariable.HESSIAN_COEF, false, -8, -6, -4, -2, 0, 2, 4, 6, 8);

  private final SweepVariable variable;
  private final boolean log;
  private final Sweep sweep;

  Column(SweepVariable variable, boolean log, double... values) {
    this.variable = variable;
    this.log = log;
    sweep = Sweep.of(variable, values);
  }

  SweepVariable variable() {
    return variable;
  }

  Sweep sweep() {
    return sweep;
  }

  double low() {
    return sweep.values().get(0);
  }

  double high() {
    List<Double> values = sweep.values();
    return values.get(values.size() - 1);
  }

  /** The knob with a slider that moves along this column's axis. */
  Parameter along(Parameter knob) {
    return knob.over(low(), high());
  }

  /** Where a setup stands in this column. */
  double of(TabularSetup setup) {
    return variable.read(setup);
  }

  /**
   * What the slider is called, in fewer and fewer words. A c without its unit is no number, so its
   * name has it in every size.
   */
  List<String> names(TabularSetup setup) {
    return switch (this) {
      case ALPHA -> List.of("inner step size", "step size");
      case STEPS -> List.of("inner steps", "steps");
      case SAMPLES -> List.of("sample size", "samples");
      case COEFFICIENT -> {
        String unit = perUnit(setup);
        // Added to an estimate that may be wrong without it: c = 0 is not yet the right Hessian.
        yield List.of(
            "added Hessian error × " + unit, "added to H × " + unit, "H + " + unit + " c");
      }
    };
  }

  /** In which units the column is counted, in fewer and fewer words. */
  List<String> units(TabularSetup setup) {
    return switch (this) {
      case ALPHA ->
          List.of("α: each step is θ ← θ + α·gradient", "θ ← θ + α·gradient", "α·gradient");
      case STEPS -> List.of("K: steps before θ is judged", "steps");
      case SAMPLES -> List.of("|τ|: trajectories in each sample", "trajectories");
      case COEFFICIENT -> {
        String added = "adds " + perUnit(setup) + " c to ";
        yield List.of(
            "c: " + added + "the Hessian’s diagonal", "c: " + added + "H’s diagonal", added + "H");
      }
    };
  }

  /** How much c = 1 adds to each entry of the diagonal, in two digits. */
  private static String perUnit(TabularSetup setup) {
    double error = 2.0 / (setup.mdps().states() * setup.mdps().actions());
    return new BigDecimal(error).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  boolean shows(double value) {
    return value >= low() && value <= high();
  }

  ChartAxis axis() {
    return ChartAxis.linear("")
        .on(log ? new Scale.Log() : new Scale.Linear())
        .between(low(), high());
  }
}
