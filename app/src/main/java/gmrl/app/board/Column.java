package gmrl.app.board;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.Scale;
import gmrl.app.ui.Parameter;
import gmrl.experiment.bias.Sweep;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.tabular.TabularSetup;
import java.util.List;
import java.util.Locale;

/** One column of the board: a slider and, below it, what the two biases do along its range. */
@SuppressWarnings("ImmutableEnumChecker") // a sweep freezes its values
enum Column {
  /** Inner step size α. */
  ALPHA("step size", SweepVariable.ALPHA, true, 0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 30),
  /** Inner steps K. */
  STEPS("inner steps", SweepVariable.STEPS, false, 1, 2, 3, 4, 5, 6, 7, 8),
  /** Sample size |τ|. */
  SAMPLES("samples", SweepVariable.SAMPLES, true, 2, 4, 8, 16, 32, 64, 128, 256),
  /** Controlled Hessian error c. */
  COEFFICIENT("Hessian error", SweepVariable.HESSIAN_COEF, false, -8, -6, -4, -2, 0, 2, 4, 6, 8);

  private final String brief;
  private final SweepVariable variable;
  private final boolean log;
  private final Sweep sweep;

  Column(String brief, SweepVariable variable, boolean log, double... values) {
    this.brief = brief;
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
    return knob.over(low(), high()).called(brief);
  }

  /** Where a setup stands in this column. */
  double of(TabularSetup setup) {
    return variable.read(setup);
  }

  /** In which units the column is counted, in a few words. */
  String unit(TabularSetup setup) {
    return switch (this) {
      case ALPHA -> "α: each step is θ ← θ + α·gradient";
      case STEPS -> "K: steps before θ is judged";
      case SAMPLES -> "|τ|: trajectories in each sample";
      case COEFFICIENT ->
          String.format(
              Locale.ROOT,
              "c: adds %.2g c to H’s diagonal; at 0 nothing",
              2.0 / (setup.mdps().states() * setup.mdps().actions()));
    };
  }

  boolean shows(double value) {
    return value >= low() && value <= high();
  }

  ChartAxis axis() {
    return new ChartAxis("", log ? Scale.log() : Scale.linear(), low(), high(), List.of());
  }
}
