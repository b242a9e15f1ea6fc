package gmrl.experiment.ipd;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Conditions that are run side by side and belong in one plot.
 *
 * @param id stable name, used by the command line and as file name
 * @param title for people
 * @param source where the plot was published
 * @param conditions at least one, in the order of the legend
 */
public record LolaStudy(String id, String title, String source, List<LolaCondition> conditions) {

  /** Freezes the list. */
  public LolaStudy {
    conditions = List.copyOf(conditions);
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException(
          "the study " + id + " has no conditions, expected 1 or more");
    }
  }

  /** A study of one condition. */
  public static LolaStudy of(LolaSpec spec) {
    return new LolaStudy(
        "custom", "Repeated game", "", List.of(new LolaCondition("condition", "condition", spec)));
  }

  /** The same conditions with changed specifications. */
  public LolaStudy map(UnaryOperator<LolaSpec> change) {
    return new LolaStudy(
        id,
        title,
        source,
        conditions.stream()
            .map(c -> new LolaCondition(c.id(), c.label(), change.apply(c.spec()), c.known()))
            .toList());
  }

  /** The same conditions without what is known of them from elsewhere. */
  LolaStudy withoutKnown() {
    return new LolaStudy(
        id,
        title,
        source,
        conditions.stream().map(c -> new LolaCondition(c.id(), c.label(), c.spec())).toList());
  }

  /** The specifications of the conditions. */
  public List<LolaSpec> specs() {
    return conditions.stream().map(LolaCondition::spec).toList();
  }
}
