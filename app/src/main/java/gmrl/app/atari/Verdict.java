package gmrl.app.atari;

import gmrl.experiment.Counted;
import gmrl.experiment.atari.AtariReport;
import gmrl.experiment.atari.AtariResult;
import gmrl.meta.Comparison;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the finished runs of a study say, in words. */
final class Verdict {
  private static final String BETTER = " is better";

  private Verdict() {}

  /**
   * Final scores with their intervals, what may be said of differences, and what is not counted.
   */
  static String of(Study study) {
    AtariReport report = AtariCharts.report(study);
    StringBuilder text = new StringBuilder();
    List<AtariReport.Row> rows = report.rows();
    if (!rows.isEmpty()) {
      // Said once where all have as many.
      boolean same = rows.stream().map(row -> row.scores().size()).distinct().count() == 1;
      boolean intervals = rows.stream().anyMatch(row -> row.scores().size() > 1);
      text.append(
          String.format(
              Locale.ROOT,
              "Mean return over the last %.0f %% of %s%s%s: %s.",
              100 * AtariResult.FINAL_SHARE,
              Study.steps(study.length()),
              same ? ", " + seeds(rows.get(0)) : "",
              intervals ? " (95 % interval)" : "",
              rows.stream()
                  .map(row -> name(row) + " " + score(row) + (same ? "" : ", " + seeds(row)))
                  .collect(Collectors.joining("; "))));
    }
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (AtariReport.Pair pair : report.pairs()) {
      String first = name(pair.first());
      String second = name(pair.second());
      said.computeIfAbsent(outcome(pair), key -> new ArrayList<>())
          .add(first + " against " + second);
    }
    said.forEach(
        (outcome, pairs) ->
            text.append(' ').append(String.join(", ", pairs)).append(": ").append(outcome + "."));
    int left = report.left().size();
    if (left > 0) {
      text.append(left == 1 ? " One run is" : " " + left + " runs are");
      text.append(" unfinished and drawn as far as recorded, but not counted here.");
    }
    return text.toString().strip();
  }

  /**
   * The same of the differences alone, in a few words; empty where the runs allow no comparison.
   */
  static String brief(Study study) {
    List<AtariReport.Pair> pairs = AtariCharts.report(study).pairs();
    if (pairs.isEmpty()) {
      return "";
    }
    List<String> told = new ArrayList<>();
    Set<String> open = new LinkedHashSet<>();
    for (AtariReport.Pair pair : pairs) {
      ranked(pair)
          .ifPresentOrElse(
              order -> told.add(order.better() + BETTER + " than " + order.worse()),
              () -> open.add(inconclusive(pair.comparison())));
    }
    if (told.isEmpty()) {
      return "differences " + String.join(" or ", open);
    }
    return String.join(", ", told)
        + (open.isEmpty() ? "" : ", other differences " + String.join(" or ", open));
  }

  private static String outcome(AtariReport.Pair pair) {
    return ranked(pair)
        .map(order -> order.better() + BETTER)
        .orElseGet(() -> inconclusive(pair.comparison()));
  }

  private record Ranked(String better, String worse) {}

  /** Who is better than whom; empty where that cannot be said. */
  private static Optional<Ranked> ranked(AtariReport.Pair pair) {
    String first = name(pair.first());
    String second = name(pair.second());
    return switch (pair.comparison().verdict()) {
      case LARGER -> Optional.of(new Ranked(first, second));
      case SMALLER -> Optional.of(new Ranked(second, first));
      case INCONCLUSIVE -> Optional.empty();
    };
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
    return row.scores().size() == 1
        ? String.format(Locale.ROOT, "%.1f", mean.value())
        : String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", mean.value(), mean.low(), mean.high());
  }

  private static String seeds(AtariReport.Row row) {
    int seeds = row.scores().size();
    return Counted.of(seeds, "seed");
  }
}
