package gmrl.app.lesson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.shelf.DiskWork;
import gmrl.experiment.file.AtomicFile;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What somebody has answered, kept from one window to the next: a file for each lesson, named after
 * the lesson's text, so that a lesson that was changed begins anew. What was computed is not kept;
 * it comes again. Methods may be called from any thread.
 *
 * @param folder where the files lie; created when first needed
 */
record AnswerBook(Path folder) {
  private static final int KEY = 16;

  /**
   * How far somebody is.
   *
   * @param answered questions whose answer was revealed
   * @param questions of the lesson
   */
  record Progress(int answered, int questions) {
    static Progress of(Lesson lesson, List<Answer> answers) {
      int questions = 0;
      int answered = 0;
      for (int i = 0; i < answers.size(); i++) {
        if (lesson.steps().get(i).question().isPresent()) {
          questions++;
          answered += answers.get(i).revealed() ? 1 : 0;
        }
      }
      return new Progress(answered, questions);
    }

    @Override
    public String toString() {
      return answered == questions
          ? "✓ all " + questions + " questions answered"
          : answered + " of " + questions + " questions answered";
    }
  }

  /** What a lesson is known by, whatever its file is called. */
  static String key(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, KEY);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Path file(String key) {
    return folder.resolve(key + ".json");
  }

  /**
   * Keeps the answers of a lesson.
   *
   * @throws IOException with one sentence if the folder cannot be written
   */
  void keep(String key, Lesson lesson, List<Answer> answers) throws IOException {
    Progress progress = Progress.of(lesson, answers);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("lesson", lesson.title());
    root.put("answered", progress.answered()).put("questions", progress.questions());
    ArrayNode steps = root.putArray("steps");
    for (Answer answer : answers) {
      ObjectNode step = steps.addObject();
      answer.choice().ifPresent(choice -> step.put("choice", choice));
      ArrayNode drawn = step.putArray("drawn");
      answer.drawn().heights().forEach((x, y) -> drawn.addArray().add(x).add(y));
      step.put("words", answer.words()).put("revealed", answer.revealed());
    }
    AtomicFile.write(file(key), Json.pretty(root));
  }

  /** How far somebody is with a lesson; nothing where it was not begun, or cannot be read. */
  Optional<Progress> progress(String key) {
    try {
      return Files.exists(file(key))
          ? Optional.of(JsonView.read(file(key)))
              .map(
                  json ->
                      new Progress(json.at("answered").integer(), json.at("questions").integer()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // said when the lesson is opened
    }
  }

  /**
   * The answers that were kept of a lesson, one for each step; none where it was not begun, or
   * where they cannot be read and are set aside.
   *
   * @param disk sets them aside
   * @param warn takes a sentence about that
   */
  List<Answer> answers(String key, Lesson lesson, DiskWork disk, Consumer<String> warn) {
    try {
      return answers(key, lesson);
    } catch (IllegalArgumentException e) {
      warn.accept(
          "Your answers to this lesson cannot be read and were set aside: " + e.getMessage() + ".");
      disk.then(() -> setAside(key, "damaged"));
      return List.of();
    }
  }

  private List<Answer> answers(String key, Lesson lesson) {
    if (!Files.exists(file(key))) {
      return List.of();
    }
    JsonView json = JsonView.read(file(key));
    List<JsonView> steps = json.at("steps").elements();
    if (steps.size() != lesson.steps().size()) {
      throw json.at("steps").unexpected(lesson.steps().size() + " steps");
    }
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      answers.add(answer(steps.get(i), lesson.steps().get(i)));
    }
    return answers;
  }

  /**
   * Puts answers aside, so that they are not overwritten.
   *
   * @param why ending of the file's name, as in {@code damaged}
   * @throws IOException with one sentence
   */
  void setAside(String key, String why) throws IOException {
    if (!Files.exists(file(key))) {
      return;
    }
    try {
      Files.move(
          file(key), folder.resolve(key + ".json." + why), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw AtomicFile.cannotWrite(file(key), e);
    }
  }

  private static Answer answer(JsonView json, Lesson.Step step) {
    Map<Double, Double> heights = new TreeMap<>();
    for (double[] place : json.at("drawn").matrix()) {
      heights.put(place[0], place[1]);
    }
    Answer answer = Answer.NONE.drawing(new Prediction(heights)).writing(json.at("words").text());
    if (json.has("choice")) {
      int choice = json.at("choice").integer();
      int most = step.question().orElse(null) instanceof Question.Choose c ? c.choices().size() : 0;
      if (choice < 0 || choice >= most) {
        throw json.at("choice").unexpected("one of " + most + " choices, from 0");
      }
      answer = answer.choosing(choice);
    }
    return json.at("revealed").flag() ? answer.revealing() : answer;
  }
}
