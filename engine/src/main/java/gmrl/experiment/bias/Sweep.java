package gmrl.experiment.bias;

import gmrl.experiment.PlainNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * One variable taken through several values.
 *
 * @param variable what varies
 * @param values where to, in the order of the results; distinct, at least one
 */
public record Sweep(SweepVariable variable, List<Double> values) {
  /** Most points of one sweep. */
  public static final int MOST_VALUES = 1000;

  /** Checks and copies the values. */
  public Sweep {
    values = List.copyOf(values);
    if (values.isEmpty() || values.size() > MOST_VALUES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the sweep of %s has %d values, expected 1 to %d",
              variable.token(),
              values.size(),
              MOST_VALUES));
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException(
          "the sweep of %s repeats a value in %s, expected distinct ones"
              .formatted(variable.token(), values));
    }
  }

  /** A sweep through some values. */
  public static Sweep of(SweepVariable variable, double... values) {
    return new Sweep(variable, java.util.Arrays.stream(values).boxed().toList());
  }

  /**
   * Reads {@code alpha=1,3,10}.
   *
   * @throws IllegalArgumentException quoting what is not a sweep
   */
  public static Sweep parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "the sweep is \"%s\", expected a variable and its values like alpha=1,3,10"
              .formatted(text));
    }
    SweepVariable variable = SweepVariable.parse(text.substring(0, equals).strip());
    try {
      return new Sweep(
          variable,
          java.util.Arrays.stream(text.substring(equals + 1).split(",", -1))
              .map(value -> PlainNumber.parse(value))
              .toList());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the sweep is \"%s\", expected numbers separated by commas after the =".formatted(text),
          e);
    }
  }
}
