package gmrl.cli;

import gmrl.experiment.Counted;
import gmrl.experiment.shaping.ShapingFamily;
import gmrl.experiment.shaping.ShapingResult;
import gmrl.experiment.shaping.ShapingResult.Run;
import gmrl.experiment.shaping.ShapingSpec;
import gmrl.ipd.shaping.Learner;
import java.util.LinkedHashSet;
import java.util.Set;

/** Learners side by side as a table for people: where they end, and what their first step was. */
final class ShapingTable {
  static final FamilyTable<ShapingSpec, ShapingResult> OF_FAMILY =
      new FamilyTable<>(
          new ShapingFamily(),
          "Naive learners, look-ahead, LOLA, symplectic gradient adjustment, consensus and stable"
              + " opponent shaping side by side in a repeated game. In the tandem game and the"
              + " rotation alpha and lambda are 0.2 and rate is 0.1 where nothing else is said.",
          (result, every) -> write(result));

  private ShapingTable() {}

  private static String write(ShapingResult result) {
    TextTable table =
        new TextTable(
            "learner", "return", "slope", "rel. bias", "variance", "cosine", "env. steps");
    int end = result.updates();
    Set<Learner> learners = new LinkedHashSet<>();
    result.runs().forEach(run -> learners.add(run.learner()));
    for (Learner learner : learners) {
      table.row(
          learner.token(),
          TextTable.mean(
              "%.3f",
              "%.3f",
              result.over(
                  learner, r -> (r.steps().get(end).return1() + r.steps().get(end).return2()) / 2)),
          TextTable.mean("%.3g", "%.1g", result.over(learner, r -> r.steps().get(end).slope())),
          TextTable.mean("%.3g", "%.1g", result.over(learner, Run::relativeBias)),
          TextTable.mean("%.3g", "%.1g", result.over(learner, Run::variance)),
          TextTable.mean("%.3f", "%.3f", result.over(learner, Run::cosine)),
          TextTable.mean("%.0f", "%.0f", result.over(learner, Run::environmentSteps)));
    }
    return table
        + "\nafter "
        + Counted.of(result.runs().get(0).steps().get(end).update(), "update")
        + ", mean ± standard error over seeds; returns per step of both players together,"
        + " slope is the length of the\n"
        + "simultaneous gradient, 0 at a fixed point; bias, variance and cosine are those of the"
        + " first direction, steps those of\n"
        + "one update.\n";
  }
}
