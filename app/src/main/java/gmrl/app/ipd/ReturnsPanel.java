package gmrl.app.ipd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Returns of repeated games over updates.
 *
 * @param title short text above the plot
 * @param conditions one mean curve each
 * @param singles whether every seed is drawn behind the means
 */
record ReturnsPanel(String title, LolaStudy conditions, boolean singles)
    implements ConditionsPanel {
  /** Many conditions times many seeds would be a thicket. */
  private static final int MOST_WITH_SINGLES = 5;

  /** The panel in a figure's usual look. */
  static ReturnsPanel of(String title, LolaStudy conditions) {
    return new ReturnsPanel(title, conditions, conditions.conditions().size() <= MOST_WITH_SINGLES);
  }

  @Override
  public ReturnsPanel of(LolaStudy other) {
    return new ReturnsPanel(title, other, singles);
  }

  @Override
  public ChartModel chart(List<LolaSnapshot> snapshots) {
    return IpdCharts.returns(conditions.conditions(), snapshots, singles, OptionalInt.empty(), 1)
        .withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY.id());
    node.put("measure", "mean return of both agents per step");
    node.put("bands", IpdCharts.BANDS);
    node.put("singles", singles);
    describe(node, conditions);
  }

  /** Writes the conditions of a study. */
  static void describe(ObjectNode node, LolaStudy conditions) {
    ArrayNode all = node.putArray("conditions");
    for (LolaCondition c : conditions.conditions()) {
      all.addObject().put("label", c.label()).set("config", FAMILY.write(LolaStudy.of(c.spec())));
    }
  }

  /** Reads what {@link #describe} wrote. */
  static ReturnsPanel read(JsonView json) {
    String title = json.at("title").label();
    ReturnsPanel usual = of(title, conditions(json, title));
    return json.has("singles")
        ? new ReturnsPanel(title, usual.conditions, json.at("singles").flag())
        : usual;
  }

  /** The conditions of a panel. */
  static LolaStudy conditions(JsonView json, String title) {
    List<LolaCondition> all = new ArrayList<>();
    for (JsonView each : json.at("conditions").elements()) {
      String label = each.at("label").label();
      LolaStudy one = FAMILY.read(each.at("config"));
      all.add(new LolaCondition(label, label, one.specs().get(0), List.of()));
    }
    return new LolaStudy("figure", title, "", all);
  }
}
