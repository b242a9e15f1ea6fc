package gmrl.app.lesson;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.Scale;
import java.util.Optional;

/**
 * What a lesson wants of an axis.
 *
 * @param from lower end; the data's where absent
 * @param to upper end; the data's where absent
 * @param log whether it is logarithmic; as the plot has it where absent
 */
public record Limits(Optional<Double> from, Optional<Double> to, Optional<Boolean> log) {
  static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

  /** Checks the order. */
  public Limits {
    if (from.isPresent() && to.isPresent() && !(from.get() < to.get())) {
      throw new IllegalArgumentException(
          "from is " + from.get() + " and to is " + to.get() + ", expected from below to");
    }
    if (log.orElse(false) && from.isPresent() && !(from.get() > 0)) {
      throw new IllegalArgumentException(
          "from is " + from.get() + ", expected a value above 0 on a logarithmic axis");
    }
  }

  /** Whether both ends are given. */
  boolean closed() {
    return from.isPresent() && to.isPresent();
  }

  ChartAxis on(ChartAxis axis) {
    Scale scale =
        log.<Scale>map(l -> l ? new Scale.Log() : new Scale.Linear()).orElse(axis.scale());
    double low = from.orElse(axis.low());
    double high = to.orElse(axis.high());
    return (scale.equals(axis.scale()) ? axis : axis.on(scale)).between(low, high);
  }
}
