package gmrl.app.lesson;

import gmrl.app.shell.ChartPanel;
import gmrl.app.shell.FileSet;
import gmrl.app.shell.LabContext;
import gmrl.app.ui.Dialogs;
import gmrl.experiment.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody takes out of a lesson: a copy of it, and the answers. */
final class LessonFiles {
  /** Files that are lessons. */
  static final Dialogs.FileKind KIND = new Dialogs.FileKind("Lesson", LessonFile.EXTENSIONS);

  private final LabContext window;

  LessonFiles(LabContext window) {
    this.window = window;
  }

  /** Asks where, and writes a lesson as it is. */
  void copy(String name, String text) {
    window
        .dialogs()
        .save("Save a copy of the lesson", name, List.of(KIND))
        .ifPresent(
            path ->
                window
                    .notices()
                    .attempt(
                        () -> {
                          AtomicFile.write(path, text);
                          window.notices().info("Saved as " + name(path) + ".");
                        }));
  }

  /** Asks where, and writes the answers to read, and beside them as JSON. */
  void export(String name, LessonViewModel model) {
    AnswerSheet sheet = new AnswerSheet(model.lesson(), model.answers(), ChartPanel.version());
    String stem = name.replaceFirst("\\.ya?ml$", "");
    window
        .dialogs()
        .save(
            "Export the answers",
            stem + "-answers.md",
            List.of(Dialogs.FileKind.of("Markdown, with the same as JSON", "md")))
        .ifPresent(path -> window.notices().attempt(() -> write(sheet, path)));
  }

  private void write(AnswerSheet sheet, Path path) throws IOException {
    Path document = path.resolveSibling(name(path).replaceFirst("\\.md$", "") + ".json");
    if (!FileSet.mayBeWritten(
        window.dialogs(),
        path,
        List.of(path, document),
        json -> json.has("lesson") && json.has("steps"))) {
      return;
    }
    Map<Path, byte[]> both = new LinkedHashMap<>();
    both.put(path, sheet.markdown().getBytes(StandardCharsets.UTF_8));
    both.put(document, sheet.json().getBytes(StandardCharsets.UTF_8));
    AtomicFile.writeAll(both);
    window
        .notices()
        .info(
            "Saved "
                + name(path)
                + " and "
                + name(document)
                + " in "
                + path.toAbsolutePath().getParent()
                + ".");
  }

  /** What a file is called, without its folder. */
  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
