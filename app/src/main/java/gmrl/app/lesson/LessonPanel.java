package gmrl.app.lesson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.PanelPlan;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plot of a lesson's step, with what was predicted beside it.
 *
 * @param title short text above the plot
 * @param plot as the lesson has it
 * @param shown what is computed: the plot's illustration where its sliders stand
 * @param prediction drawn by hand; may be empty
 */
public record LessonPanel(String title, Lesson.Plot plot, Illustration shown, Prediction prediction)
    implements PanelPlan {
  /** What documents call it. */
  public static final String FAMILY = "lesson";

  @Override
  public LessonPanel quick() {
    return new LessonPanel(title, plot, shown.quick(), prediction);
  }

  @Override
  public LessonPanel withSeed(long seed) {
    return recorded() ? this : new LessonPanel(title, plot, shown.withSeed(seed), prediction);
  }

  @Override
  public boolean recorded() {
    return shown.recorded();
  }

  @Override
  public long seed() {
    return shown.seed();
  }

  private Part<ChartModel> part() {
    return new Part<>(shown, shown.experiment());
  }

  @Override
  public List<Part<?>> parts() {
    return List.of(part());
  }

  @Override
  public ChartModel chart(Results results) {
    return plot.frame(prediction.on(results.of(part()))).withTitle(title);
  }

  @Override
  public void describe(ObjectNode node) {
    node.put("family", FAMILY).put("measure", shown.empty().y().label()).put("bands", "none");
    node.set("plot", JsonView.parse("a lesson's plot", plot.source()).value());
    ObjectNode knobs = node.putObject("knobs");
    for (Lesson.Slider slider : plot.sliders()) {
      knobs.put(slider.knob(), shown.value(slider.knob()));
    }
    shown.shown().ifPresent(made -> node.set(FigureDocument.SHOWN, made));
    if (!recorded()) {
      node.put("seed", shown.seed());
    }
    if (!prediction.isEmpty()) {
      ArrayNode drawn = node.putArray("prediction");
      prediction.heights().forEach((x, y) -> drawn.addArray().add(x).add(y));
    }
  }

  /**
   * Reads what {@link #describe} wrote.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static LessonPanel read(JsonView json, List<Illustrator> illustrators) {
    Lesson.Plot plot = new LessonReader(illustrators).plot(json.at("plot"));
    Illustration shown = plot.shown();
    if (json.has("seed")) {
      shown = shown.withSeed(json.at("seed").longInteger());
    }
    JsonView knobs = json.at("knobs");
    for (String knob : knobs.object().keys()) {
      if (!shown.knobs().containsKey(knob)) {
        throw knobs.at(knob).unexpected("one of the plot's sliders");
      }
      try {
        shown = shown.with(knob, knobs.at(knob).number());
      } catch (IllegalArgumentException e) {
        throw knobs.located(e);
      }
    }
    Map<Double, Double> heights = new TreeMap<>();
    if (json.has("prediction")) {
      for (double[] place : json.at("prediction").matrix()) {
        heights.put(place[0], place[1]);
      }
    }
    return new LessonPanel(json.at("title").label(), plot, shown, new Prediction(heights));
  }
}
