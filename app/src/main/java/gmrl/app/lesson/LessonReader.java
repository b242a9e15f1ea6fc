package gmrl.app.lesson;

import gmrl.app.ui.Parameter;
import gmrl.experiment.ShortNumber;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a document to a lesson; strict. */
final class LessonReader {
  private static final int LONGEST_TEXT = 20_000;

  private final List<Illustrator> illustrators;

  LessonReader(List<Illustrator> illustrators) {
    this.illustrators = List.copyOf(illustrators);
  }

  Lesson lesson(JsonView json) {
    json.only("lesson", "about", "minutes", "steps");
    List<Lesson.Step> steps = json.at("steps").elements().stream().map(this::step).toList();
    try {
      return new Lesson(
          said(json.at("lesson")).label(),
          said(json.at("about")).text(),
          json.at("minutes").integer(),
          steps);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private Lesson.Step step(JsonView json) {
    json.only("title", "text", "plot", "question", "choose", "right", "draw", "answer", "holds");
    Optional<Lesson.Plot> plot =
        json.has("plot") ? Optional.of(plot(json.at("plot"))) : Optional.empty();
    Optional<Question> question = question(json, plot);
    if (question.isPresent() != json.has("answer")) {
      throw json.at("answer").unexpected(question.isPresent() ? "what is revealed" : "a question");
    }
    List<Claim> holds = new ArrayList<>();
    if (json.has("holds")) {
      if (plot.isEmpty()) {
        throw json.at("holds").unexpected("a plot whose numbers they speak of");
      }
      for (JsonView each : json.at("holds").elements()) {
        try {
          Claim claim = ClaimParser.parse(each.text());
          claim.curves().forEach(name -> requireCurve(plot.get(), name));
          holds.add(claim);
        } catch (IllegalArgumentException e) {
          throw each.located(e);
        }
      }
    }
    return new Lesson.Step(
        said(json.at("title")).label(),
        prose(json.at("text")),
        plot,
        question,
        json.has("answer") ? prose(json.at("answer")) : "",
        holds);
  }

  private static Optional<Question> question(JsonView json, Optional<Lesson.Plot> plot) {
    for (String key : List.of("choose", "draw")) {
      if (json.has(key) && !json.has("question")) {
        throw json.at("question").unexpected("what is asked, since there is " + key);
      }
    }
    if (!json.has("question")) {
      return Optional.empty();
    }
    String text = prose(json.at("question"));
    if (json.has("choose") && json.has("draw")) {
      throw json.at("draw").unexpected("either choose or draw");
    }
    if (json.has("choose")) {
      List<String> choices =
          json.at("choose").elements().stream().map(each -> said(each).text()).toList();
      try {
        return Optional.of(new Question.Choose(text, choices, json.at("right").integer() - 1));
      } catch (IllegalArgumentException e) {
        throw json.located(e);
      }
    }
    if (json.has("right")) {
      throw json.at("right").unexpected("choose beside it");
    }
    if (!json.has("draw")) {
      return Optional.of(new Question.Write(text));
    }
    boolean drawable = plot.isPresent() && !plot.get().shown().columns().isEmpty();
    if (!drawable || !plot.get().y().closed()) {
      throw json.at("draw").unexpected("a plot whose y has from and to, to draw into");
    }
    String curve = json.at("draw").text();
    try {
      requireCurve(plot.get(), curve);
    } catch (IllegalArgumentException e) {
      throw json.at("draw").located(e);
    }
    return Optional.of(new Question.Draw(text, curve));
  }

  /**
   * Most plots know the names of their curves before the numbers: a slip need not wait for them.
   */
  private static void requireCurve(Lesson.Plot plot, String name) {
    List<String> known = plot.shown().curves();
    if (!known.isEmpty() && !known.contains(name)) {
      throw Curves.missing(name, known);
    }
  }

  Lesson.Plot plot(JsonView json) {
    List<String> keys = new ArrayList<>(List.of("show", "x", "y", "sliders"));
    illustrators.forEach(each -> keys.add(each.key()));
    json.only(keys.toArray(String[]::new));
    List<Illustrator> named = illustrators.stream().filter(each -> json.has(each.key())).toList();
    if (named.size() != 1) {
      throw json.unexpected(
          "exactly one of "
              + String.join(", ", illustrators.stream().map(Illustrator::key).toList()));
    }
    Illustrator one = named.get(0);
    String view = json.has("show") ? json.at("show").text() : one.views().get(0);
    if (!one.views().contains(view)) {
      throw json.at("show").unexpected("one of " + String.join(", ", one.views()));
    }
    Illustration shown = one.read(json.at(one.key()), view);
    return new Lesson.Plot(
        shown,
        sliders(json, shown),
        limits(json.at("x"), json.has("x")),
        limits(json.at("y"), json.has("y")),
        Json.line(json.value()));
  }

  private static Limits limits(JsonView json, boolean present) {
    if (!present) {
      return Limits.NONE;
    }
    json.only("from", "to", "log");
    try {
      return new Limits(
          json.has("from") ? Optional.of(json.at("from").number()) : Optional.empty(),
          json.has("to") ? Optional.of(json.at("to").number()) : Optional.empty(),
          json.has("log") ? Optional.of(json.at("log").flag()) : Optional.empty());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  /**
   * Names, or names with their ranges: both ends must be places where the plot can stand, and it
   * must begin between them.
   */
  private static List<Lesson.Slider> sliders(JsonView json, Illustration shown) {
    List<Lesson.Slider> sliders = new ArrayList<>();
    if (!json.has("sliders")) {
      return sliders;
    }
    JsonView list = json.at("sliders");
    if (list.isObject()) {
      for (String name : list.keys()) {
        JsonView range = list.at(name);
        double[] ends = range.vector();
        if (ends.length != 2 || !(ends[0] < ends[1])) {
          throw range.unexpected("two numbers, the smaller first");
        }
        Parameter knob = knob(range, name, shown);
        sliders.add(checked(range, knob, new Lesson.Slider(name, ends[0], ends[1]), shown));
      }
    } else {
      for (JsonView each : list.elements()) {
        Parameter knob = knob(each, each.text(), shown);
        sliders.add(new Lesson.Slider(each.text(), knob.min(), knob.max()));
      }
    }
    return sliders;
  }

  private static Lesson.Slider checked(
      JsonView json, Parameter knob, Lesson.Slider slider, Illustration shown) {
    try {
      knob.over(slider.from(), slider.to());
      shown.with(slider.knob(), slider.from());
      shown.with(slider.knob(), slider.to());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
    double stands = shown.value(slider.knob());
    if (stands < slider.from() || stands > slider.to()) {
      throw json.unexpected("a range around " + ShortNumber.of(stands) + ", where the plot begins");
    }
    return slider;
  }

  private static Parameter knob(JsonView json, String name, Illustration shown) {
    Parameter knob = shown.knobs().get(name);
    if (knob == null) {
      throw json.located(
          new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "the slider \"%s\" is not of this plot, expected %s",
                  name,
                  shown.knobs().isEmpty()
                      ? "no sliders"
                      : "one of " + String.join(", ", shown.knobs().keySet()))));
    }
    return knob;
  }

  /** A line of text that is there. */
  private static JsonView said(JsonView json) {
    if (json.text().isBlank()) {
      throw json.unexpected("a line of text");
    }
    return json;
  }

  /** Text of several paragraphs, whose formulas can be set. */
  private static String prose(JsonView json) {
    if (!json.isText()) {
      throw json.unexpected("text");
    }
    String text = json.value().textValue().strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw json.unexpected("text of 1 to " + LONGEST_TEXT + " characters");
    }
    try {
      Paragraphs.check(text);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
    return text;
  }
}
