package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FamilyPanel;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.util.List;

/** A plot of conditions of repeated games, each of which is run by itself. */
interface ConditionsPanel extends FamilyPanel<LolaStudy, List<LolaSnapshot>> {
  /** Whose conditions these are. */
  LolaFamily FAMILY = new LolaFamily();

  /** What is run. */
  LolaStudy conditions();

  @Override
  default LolaFamily family() {
    return FAMILY;
  }

  @Override
  default LolaStudy spec() {
    return conditions();
  }

  @Override
  default List<Part<?>> parts() {
    return conditions().conditions().stream().<Part<?>>map(ConditionsPanel::result).toList();
  }

  @Override
  default ChartModel chart(Results results) {
    return chart(
        conditions().conditions().stream().map(c -> results.of(result(c)).get(0)).toList());
  }

  private static Part<List<LolaSnapshot>> result(LolaCondition condition) {
    return new Part<>(condition.spec(), FAMILY.experiment(LolaStudy.of(condition.spec())));
  }
}
