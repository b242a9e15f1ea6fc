package gmrl.app.studio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.figure.FigurePlan;
import gmrl.experiment.Family;
import gmrl.experiment.families.Families;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of the catalogue in groups that a menu can show. */
final class SourceGroups {
  /** A group of more is parted by where its figures come from. */
  private static final int MANY = 12;

  private SourceGroups() {}

  /** Figures by family, and large families by source. */
  static Map<String, List<FigurePlan>> of(List<FigurePlan> all) {
    Map<String, List<FigurePlan>> families = by(all, "", false);
    Map<String, List<FigurePlan>> groups = new LinkedHashMap<>();
    families.forEach(
        (family, plans) -> {
          if (plans.size() > MANY) {
            groups.putAll(by(plans, family + ", ", true));
          } else {
            groups.put(family, plans);
          }
        });
    return groups;
  }

  private static Map<String, List<FigurePlan>> by(
      List<FigurePlan> plans, String before, boolean source) {
    Map<String, List<FigurePlan>> groups = new LinkedHashMap<>();
    for (FigurePlan plan : plans) {
      String group = before + (source ? source(plan) : family(plan));
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(plan);
    }
    return groups;
  }

  private static String source(FigurePlan plan) {
    if (plan.source().startsWith("preset")) {
      return "presets";
    }
    return plan.source().startsWith("GMRL Lab") ? "our own" : "after the paper";
  }

  private static String family(FigurePlan plan) {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    plan.panels().get(0).describe(words);
    String id = words.path("family").asText();
    return Families.all().stream()
        .filter(family -> family.id().equals(id))
        .map(Family::title)
        .findFirst()
        .orElse("Figures");
  }
}
