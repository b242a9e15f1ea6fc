package gmrl.app.atari;

import gmrl.experiment.atari.AtariReport;
import gmrl.experiment.atari.AtariResult;
import gmrl.meta.Comparison;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the finished runs of a study say, in words. */
final class Verdict {
  private Verdict() {}

  /**
   * Final scores with their intervals, what may be said of differences, and what is not counted.
   */
  static String of(Study study) {
    AtariReport report = AtariCharts.report(study);
    List<String> scores = new ArrayList<>();
    for (AtariReport.Row row : report.rows()) {
      scores.add(name(row) + " " + score(row));
    }
    StringBuilder text = new StringBuilder();
    if (!scores.isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              "Mean return over the last %.0f %% of %s: %s.",
              100 * AtariResult.FINAL_SHARE,
              Study.steps(study.length()),
              String.join("; ", scores)));
    }
    for (AtariReport.Pair pair : report.pairs()) {
      String first = name(pair.first());
      String second = name(pair.second());
      text.append(' ').append(first).append(" against ").append(second).append(": ");
      text.append(
          switch (pair.comparison().verdict()) {
            case LARGER -> first + " is better";
            case SMALLER -> second + " is better";
            case INCONCLUSIVE -> inconclusive(pair.comparison());
          });
      text.append('.');
    }
    int left = report.left().size();
    if (left > 0) {
      text.append(left == 1 ? " One run is" : " " + left + " runs are");
      text.append(" unfinished and drawn as far as recorded, but not counted here.");
    }
    return text.toString().strip();
  }

  private static String inconclusive(Comparison comparison) {
    return comparison.difference().low() <= comparison.difference().high()
        ? "inconclusive"
        : "too few finished runs to say";
  }

  private static String name(AtariReport.Row row) {
    return Learners.name(row.settings().algorithm(), row.apart());
  }

  private static String score(AtariReport.Row row) {
    Interval mean = row.mean();
    int seeds = row.scores().size();
    return seeds == 1
        ? String.format(Locale.ROOT, "%.1f (1 seed)", mean.value())
        : String.format(
            Locale.ROOT,
            "%.1f (95 %% interval %.1f to %.1f, %d seeds)",
            mean.value(),
            mean.low(),
            mean.high(),
            seeds);
  }
}
