package gmrl.app.lesson;

import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasSpecJson;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.file.JsonView;
import gmrl.mdp.Estimator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lessons that come with the laboratory. */
public final class LessonFile {
  private static final String FOLDER = "/lessons/";

  private LessonFile() {}

  /** All of them, in teaching order. */
  public static List<Lesson> all() {
    return resource("index.json").at("lessons").elements().stream()
        .map(id -> read(resource(id.text() + ".json")))
        .toList();
  }

  /**
   * Reads a lesson.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static Lesson read(JsonView json) {
    json.only("id", "title", "steps");
    return new Lesson(
        json.at("id").text(),
        json.at("title").text(),
        json.at("steps").elements().stream().map(LessonFile::step).toList());
  }

  private static Lesson.Step step(JsonView json) {
    json.only("title", "text", "question", "answer", "bias", "plot", "x", "y", "curves");
    return new Lesson.Step(
        json.at("title").text(),
        json.at("text").text(),
        json.at("question").text(),
        json.at("answer").text(),
        BiasSpecJson.read(json.at("bias")),
        json.at("plot").text().equals("hessian") ? Lesson.Plot.HESSIAN : Lesson.Plot.COMPOSITIONAL,
        SweepVariable.parse(json.at("x").text()),
        BiasMeasure.valueOf(json.at("y").text().toUpperCase(Locale.ROOT).replace('-', '_')),
        json.has("curves")
            ? Optional.of(
                json.at("curves").elements().stream().map(c -> Estimator.parse(c.text())).toList())
            : Optional.empty());
  }

  private static JsonView resource(String name) {
    try (InputStream in = LessonFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalArgumentException("the lesson file " + name + " is missing");
      }
      return JsonView.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException("the lesson file " + name + " cannot be read", e);
    }
  }
}
