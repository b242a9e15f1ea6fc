package gmrl.app.ipd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.util.List;
import java.util.OptionalInt;

/**
 * Returns of repeated games over updates.
 *
 * @param title short text above the plot
 * @param conditions one mean curve each
 */
record ReturnsPanel(String title, LolaStudy conditions) implements PanelPlan {
  private static final LolaFamily FAMILY = new LolaFamily();

  /** Many conditions times many seeds would be a thicket. */
  private static final int MOST_WITH_SINGLES = 5;

  @Override
  public ReturnsPanel quick() {
    return new ReturnsPanel(title, FAMILY.quick(conditions));
  }

  @Override
  public ReturnsPanel withSeed(long seed) {
    return new ReturnsPanel(title, FAMILY.withSeed(conditions, seed));
  }

  @Override
  public long seed() {
    return FAMILY.seed(conditions);
  }

  private static Part<List<LolaSnapshot>> result(LolaCondition condition) {
    return new Part<>(condition.spec(), FAMILY.experiment(LolaStudy.of(condition.spec())));
  }

  @Override
  public List<Part<?>> parts() {
    return conditions.conditions().stream().<Part<?>>map(ReturnsPanel::result).toList();
  }

  @Override
  public ChartModel chart(Results results) {
    return IpdCharts.returns(
            conditions.conditions(),
            conditions.conditions().stream().map(c -> results.of(result(c)).get(0)).toList(),
            conditions.conditions().size() <= MOST_WITH_SINGLES,
            OptionalInt.empty(),
            1)
        .withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", "mean return of both agents per step");
    node.put("bands", IpdCharts.BANDS);
    ArrayNode all = node.putArray("conditions");
    for (LolaCondition c : conditions.conditions()) {
      all.addObject().put("label", c.label()).set("config", FAMILY.write(LolaStudy.of(c.spec())));
    }
  }
}
