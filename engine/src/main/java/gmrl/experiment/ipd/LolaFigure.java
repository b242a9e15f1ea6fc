package gmrl.experiment.ipd;

import java.util.List;

/**
 * Conditions that belong in one plot.
 *
 * @param id stable name, used by the command line and as file name
 * @param title for people
 * @param source where the plot was published
 * @param conditions in the order of the legend
 */
public record LolaFigure(String id, String title, String source, List<LolaCondition> conditions) {

  /** Freezes the list. */
  public LolaFigure {
    conditions = List.copyOf(conditions);
  }
}
