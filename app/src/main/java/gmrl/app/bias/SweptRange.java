package gmrl.app.bias;

import gmrl.app.state.Symbols;
import gmrl.app.ui.Parameter;
import gmrl.app.ui.Parameter.Scale;
import gmrl.experiment.bias.SweepVariable;
import java.util.stream.IntStream;

/**
 * From where to where a plot sweeps its variable.
 *
 * @param low smallest value
 * @param high largest value
 */
public record SweptRange(double low, double high) {
  /** Points of a sweep over a range of one's own. */
  private static final int POINTS = 8;

  /** Checks the order. */
  public SweptRange {
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException(
          "the swept range is " + low + " to " + high + ", expected a smaller and a larger number");
    }
  }

  /** How far a variable may be swept, and how a slider moves through that. */
  static Parameter widest(SweepVariable variable) {
    String symbol = variable.symbol();
    String name = Symbols.label(variable);
    return switch (variable) {
      case ALPHA -> new Parameter(symbol, name, "", 1, 0.01, 100, Scale.LOG);
      case STEPS -> new Parameter(symbol, name, "", 1, 1, 10, Scale.INTEGER);
      case SAMPLES -> new Parameter(symbol, name, "", 2, 1, 1024, Scale.COUNT);
      case HESSIAN_COEF -> new Parameter(symbol, name, "", 0, -20, 20, Scale.LINEAR);
      case LOADED_DISCOUNT -> new Parameter(symbol, name, "", 0, 0, 1, Scale.LINEAR);
    };
  }

  /**
   * Values that a person would type, spread evenly as the variable's slider is, without repeats.
   */
  double[] values(SweepVariable variable) {
    Parameter widest = widest(variable);
    double from = widest.positionOf(low);
    double to = widest.positionOf(high);
    return IntStream.range(0, POINTS)
        .mapToDouble(i -> widest.at(from + (to - from) * i / (POINTS - 1)))
        .distinct()
        .toArray();
  }

  /** Where a plot that has no range of its own sweeps. */
  static SweptRange usual(SweepVariable variable) {
    double[] values = Symbols.values(variable);
    return new SweptRange(values[0], values[values.length - 1]);
  }
}
