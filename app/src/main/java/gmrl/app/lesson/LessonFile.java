package gmrl.app.lesson;

import gmrl.experiment.file.EncodedText;
import gmrl.experiment.file.FileProblem;
import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Lessons as files: those that come with the laboratory, and those that a teacher writes. */
public final class LessonFile {
  /** How the names of lesson files end. */
  static final List<String> EXTENSIONS = List.of("yaml", "yml");

  private static final String FOLDER = "/lessons/";

  /** A page of text has some thousand characters, and a lesson some pages. */
  private static final long LARGEST = 1 << 20;

  private LessonFile() {}

  /**
   * A lesson of the laboratory, before it is read.
   *
   * @param id name of its file without ending
   * @param title as in the file
   * @param about as in the file
   * @param minutes as in the file
   */
  public record Entry(String id, String title, String about, int minutes) {}

  /** Whether a file's name says that it is a lesson. */
  public static boolean isLesson(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(end -> name.endsWith("." + end));
  }

  /** Those that come with the laboratory, in teaching order; none of them is read yet. */
  public static List<Entry> builtIn() {
    return JsonView.parse("index.json", resource("index.json")).at("lessons").elements().stream()
        .map(
            entry ->
                new Entry(
                    entry.at("id").text(),
                    entry.at("title").text(),
                    entry.at("about").text(),
                    entry.at("minutes").integer()))
        .toList();
  }

  /** The text of one that comes with the laboratory, as a beginning for one's own. */
  public static String text(Entry entry) {
    return resource(entry.id() + ".yaml");
  }

  /** Reads one that comes with the laboratory. */
  public static Lesson read(Entry entry, List<Illustrator> illustrators) {
    return parse(entry.id() + ".yaml", text(entry), illustrators);
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException in one sentence if it cannot be read
   */
  public static String text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new IllegalArgumentException(file + " is a folder, expected a lesson file");
      }
      FileProblem.requireAtMost(file, LARGEST, "a lesson of");
      return EncodedText.decode(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + " does not exist, expected a lesson file", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not text, expected a lesson in UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a lesson.
   *
   * @param source what it is called in messages
   * @throws IllegalArgumentException in one sentence with source, line and what was expected
   */
  public static Lesson parse(String source, String text, List<Illustrator> illustrators) {
    return YamlText.read(source, text, new LessonReader(illustrators)::lesson);
  }

  private static String resource(String name) {
    try (InputStream in = LessonFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalArgumentException("the lesson file " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("the lesson file " + name + " cannot be read", e);
    }
  }
}
