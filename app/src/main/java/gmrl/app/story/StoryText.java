package gmrl.app.story;

import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The words of one scene.
 *
 * @param id stable identifier
 * @param title a few words
 * @param lead what comes before everything else, in the same mark-up; empty for nothing
 * @param paragraphs in the mark-up of {@link gmrl.app.text.Prose}; one that begins with {@code $$}
 *     is a formula in a line of its own
 */
record StoryText(String id, String title, String lead, List<String> paragraphs) {
  private static final String FILE = "/story/scenes.json";
  private static final String FORMULA = "$$";

  /** Copies the paragraphs. */
  StoryText {
    paragraphs = List.copyOf(paragraphs);
  }

  static boolean isFormula(String paragraph) {
    return paragraph.startsWith(FORMULA);
  }

  static String formula(String paragraph) {
    return paragraph.substring(FORMULA.length());
  }

  /** The words of all scenes, in order. */
  static List<StoryText> all() {
    try (InputStream in = StoryText.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the story's words are missing from the class path");
      }
      return JsonView.parse("scenes.json", new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .at("scenes")
          .elements()
          .stream()
          .map(StoryText::read)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("the story's words cannot be read", e);
    }
  }

  private static StoryText read(JsonView json) {
    json.only("id", "title", "lead", "paragraphs");
    return new StoryText(
        json.at("id").text(),
        json.at("title").text(),
        json.has("lead") ? json.at("lead").text() : "",
        json.at("paragraphs").elements().stream().map(JsonView::text).toList());
  }
}
