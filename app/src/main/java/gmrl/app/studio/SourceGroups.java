package gmrl.app.studio;

import gmrl.app.figure.FigurePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of the catalogue in groups that a menu can show. */
final class SourceGroups {
  /** A group of more is parted by where its figures come from. */
  private static final int MANY = 12;

  private SourceGroups() {}

  /** Figures by kind, and where there are many by source. */
  static Map<String, List<FigurePlan>> of(Map<String, List<FigurePlan>> kinds) {
    Map<String, List<FigurePlan>> groups = new LinkedHashMap<>();
    kinds.forEach(
        (kind, plans) -> {
          for (FigurePlan plan : plans) {
            String group = plans.size() > MANY ? kind + ", " + source(plan) : kind;
            groups.computeIfAbsent(group, title -> new ArrayList<>()).add(plan);
          }
        });
    return groups;
  }

  private static String source(FigurePlan plan) {
    if (plan.source().startsWith("preset")) {
      return "presets";
    }
    return plan.source().startsWith("GMRL Lab") ? "our own" : "after the paper";
  }
}
