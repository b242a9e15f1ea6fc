package gmrl.app.lesson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.experiment.ShortNumber;
import gmrl.experiment.file.Json;
import java.util.List;

/**
 * What somebody has predicted, chosen and written in a lesson, beside what was computed: as a page
 * to hand in and as a document to evaluate.
 *
 * @param lesson what was taught
 * @param answers one for each step
 * @param version of the laboratory
 */
public record AnswerSheet(Lesson lesson, List<Answer> answers, String version) {

  /** Copies the list. */
  public AnswerSheet {
    answers = List.copyOf(answers);
  }

  /** A page in Markdown. */
  public String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(lesson.title()).append("\n\n");
    page.append("GMRL Lab ").append(version).append("\n");
    for (int i = 0; i < answers.size(); i++) {
      step(i, page);
    }
    return page.toString();
  }

  private void step(int i, StringBuilder page) {
    Lesson.Step step = lesson.steps().get(i);
    Answer answer = answers.get(i);
    page.append("\n## ").append(i + 1).append(". ").append(step.title()).append("\n\n");
    step.question()
        .ifPresent(
            question -> {
              page.append("**Question.** ").append(question.text()).append("\n\n");
              page.append("**My answer.** ").append(given(question, answer)).append("\n\n");
              if (answer.revealed()) {
                page.append("**Revealed.** ").append(step.answer()).append("\n\n");
              } else {
                page.append("Not revealed yet.\n\n");
              }
            });
    for (Answer.Told told : answer.told()) {
      page.append("* ")
          .append(told.holds() ? "true" : "not true")
          .append(": `")
          .append(told.claim().text())
          .append("` (")
          .append(told.numbers())
          .append(")\n");
    }
    answer.result().ifPresent(chart -> table(answer, chart.series(), chart.x().label(), page));
  }

  private static void table(Answer answer, List<ChartSeries> series, String x, StringBuilder page) {
    if (answer.drawn().isEmpty()) {
      return;
    }
    page.append("\n| ").append(x).append(" | predicted |");
    series.forEach(s -> page.append(' ').append(s.name()).append(" |"));
    page.append("\n|---|---|").append("---|".repeat(series.size())).append('\n');
    answer
        .drawn()
        .heights()
        .forEach(
            (place, height) -> {
              page.append("| ").append(ShortNumber.of(place));
              page.append(" | ").append(ShortNumber.of(height)).append(" |");
              for (ChartSeries s : series) {
                page.append(' ').append(near(s, place)).append(" |");
              }
              page.append('\n');
            });
  }

  private static String near(ChartSeries series, double place) {
    return series.points().stream()
        .filter(ChartPoint::isPresent)
        .min(java.util.Comparator.comparingDouble(p -> Math.abs(p.x() - place)))
        .map(p -> ShortNumber.of(p.y()))
        .orElse("");
  }

  private static String given(Question question, Answer answer) {
    if (!answer.isGiven()) {
      return "none";
    }
    if (question instanceof Question.Choose choose) {
      int index = answer.choice().orElseThrow();
      return choose.choices().get(index)
          + (answer.revealed()
              ? index == choose.right()
                  ? " (right)"
                  : " (not right: " + choose.choices().get(choose.right()) + ")"
              : "");
    }
    return question instanceof Question.Draw ? "a curve, see the table" : answer.words();
  }

  /** A document with everything, including the specifications that make the numbers again. */
  public String json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("lesson", lesson.title()).put("version", version);
    ArrayNode steps = root.putArray("steps");
    for (int i = 0; i < answers.size(); i++) {
      json(lesson.steps().get(i), answers.get(i), steps.addObject());
    }
    return Json.pretty(root);
  }

  private static void json(Lesson.Step step, Answer answer, ObjectNode node) {
    node.put("title", step.title());
    step.question().ifPresent(question -> json(question, answer, node));
    node.put("revealed", answer.revealed() || step.question().isEmpty());
    ArrayNode told = node.putArray("conditions");
    for (Answer.Told each : answer.told()) {
      told.addObject()
          .put("condition", each.claim().text())
          .put("holds", each.holds())
          .put("numbers", each.numbers());
    }
    answer
        .result()
        .ifPresent(
            chart -> {
              ArrayNode curves = node.putArray("curves");
              for (ChartSeries s : chart.series()) {
                ObjectNode one = curves.addObject().put("name", s.name());
                one.set("x", column(s, ChartPoint::x));
                one.set("y", column(s, ChartPoint::y));
                one.set("low", column(s, ChartPoint::low));
                one.set("high", column(s, ChartPoint::high));
              }
            });
    step.plot().ifPresent(plot -> node.set("config", plot.shown().describe()));
  }

  private static ArrayNode column(
      ChartSeries series, java.util.function.ToDoubleFunction<ChartPoint> part) {
    return Json.vector(series.points().stream().mapToDouble(part).toArray());
  }

  private static void json(Question question, Answer answer, ObjectNode node) {
    node.put("question", question.text());
    if (question instanceof Question.Choose choose) {
      answer.choice().ifPresent(c -> node.put("chosen", choose.choices().get(c)));
      node.put("right", choose.choices().get(choose.right()));
    } else if (question instanceof Question.Draw) {
      ObjectNode drawn = node.putObject("predicted");
      drawn.set("x", Json.vector(values(answer.drawn().heights().keySet())));
      drawn.set("y", Json.vector(values(answer.drawn().heights().values())));
    } else {
      node.put("words", answer.words());
    }
  }

  private static double[] values(java.util.Collection<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
