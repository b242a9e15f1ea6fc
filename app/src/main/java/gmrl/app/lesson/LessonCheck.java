package gmrl.app.lesson;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.ShortNumber;
import gmrl.experiment.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds what a lesson's answers say against the numbers, from one seed or several. */
public final class LessonCheck {
  /** Runs of many seeds take them in a row; so far apart no two checks share one. */
  private static final long APART = 1000;

  private LessonCheck() {}

  /**
   * One condition at one seed.
   *
   * @param step its number, from 1
   * @param seed of the numbers; empty where they were recorded earlier
   * @param told what came out
   */
  public record Finding(int step, String title, String seed, Answer.Told told) {
    /** In one line. */
    public String describe() {
      return String.format(
          Locale.ROOT,
          "step %d, %s%s: %s: %s (%s)",
          step,
          title,
          seed.isEmpty() ? "" : ", seed " + seed,
          told.claim().text(),
          told.holds() ? "true" : "NOT TRUE",
          told.numbers());
    }
  }

  /**
   * Computes every plot of a lesson and evaluates its conditions.
   *
   * @param seeds how many seeds: each plot's own, and others far from it and one another
   * @param quick whether a small budget will do
   */
  public static List<Finding> run(
      Lesson lesson, int seeds, boolean quick, Workers workers, CancellationToken token) {
    List<Finding> findings = new ArrayList<>();
    // Steps may look at one plot twice.
    Map<Illustration, ChartModel> drawn = new HashMap<>();
    for (int i = 0; i < lesson.steps().size(); i++) {
      Lesson.Step step = lesson.steps().get(i);
      if (step.plot().isPresent()) {
        Illustration shown = step.plot().get().shown();
        Illustration budget = quick ? shown.quick() : shown;
        for (int s = 0; s < (shown.recorded() ? 1 : seeds); s++) {
          Illustration one = shown.recorded() ? budget : budget.withSeed(shown.seed() + APART * s);
          ChartModel chart = drawn.computeIfAbsent(one, plot -> draw(plot, workers, token));
          String seed = shown.recorded() ? "" : Long.toString(one.seed());
          requireDrawn(step, i + 1, chart);
          for (Claim claim : step.holds()) {
            findings.add(new Finding(i + 1, step.title(), seed, Answer.Told.of(claim, chart)));
          }
        }
      }
    }
    return findings;
  }

  /** What is predicted must be there to be revealed. */
  private static void requireDrawn(Lesson.Step step, int number, ChartModel chart) {
    if (step.question().orElse(null) instanceof Question.Draw draw) {
      try {
        Curves.named(chart, draw.curve());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "step " + number + ", " + step.title() + ": draw: " + e.getMessage(), e);
      }
    }
  }

  /** The numbers of every curve, from each plot's own seed, one line a curve. */
  public static String numbers(
      Lesson lesson, boolean quick, Workers workers, CancellationToken token) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lesson.steps().size(); i++) {
      Lesson.Step step = lesson.steps().get(i);
      text.append("step ").append(i + 1).append(", ").append(step.title()).append('\n');
      if (step.plot().isPresent()) {
        Illustration shown = step.plot().get().shown();
        ChartModel chart = draw(quick ? shown.quick() : shown, workers, token);
        chart.series().forEach(series -> text.append("  ").append(line(series)).append('\n'));
      }
    }
    return text.toString();
  }

  private static ChartModel draw(Illustration plot, Workers workers, CancellationToken token) {
    return plot.experiment().run(workers, token, (done, snapshot) -> {});
  }

  private static String line(ChartSeries series) {
    return series.name()
        + ": "
        + series.points().stream()
            .map(LessonCheck::point)
            .collect(java.util.stream.Collectors.joining("; "));
  }

  private static String point(ChartPoint p) {
    String interval =
        p.hasInterval()
            ? " [" + ShortNumber.of(p.low()) + ", " + ShortNumber.of(p.high()) + "]"
            : "";
    return ShortNumber.of(p.x()) + ": " + ShortNumber.of(p.y()) + interval;
  }
}
