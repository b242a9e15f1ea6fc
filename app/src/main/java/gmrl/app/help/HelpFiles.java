package gmrl.app.help;

import gmrl.experiment.file.JsonView;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of the help, read from the class path. */
final class HelpFiles {
  private static final String DOCS = "/docs/";

  private HelpFiles() {}

  /** What one part of the window is. */
  record Topic(String id, String title, List<String> text, List<String> see) {
    Topic {
      text = List.copyOf(text);
      see = List.copyOf(see);
    }
  }

  /**
   * A symbol or a term.
   *
   * @param symbol TeX, may be empty
   * @param text in the mark-up of {@link gmrl.app.text.Prose}
   * @param formula TeX, may be empty
   * @param source where it comes from; may be empty
   */
  record Entry(String term, String symbol, String text, String formula, String source) {
    /** The formula, one piece a line; none without one. */
    List<String> lines() {
      return formula.isEmpty() ? List.of() : List.of(formula.split(",\\\\qquad ", -1));
    }

    boolean matches(String words) {
      String all = String.join(" ", term, symbol, text, source).toLowerCase(java.util.Locale.ROOT);
      return java.util.Arrays.stream(
              words.toLowerCase(java.util.Locale.ROOT).strip().split("\\s+", -1))
          .allMatch(all::contains);
    }
  }

  /**
   * A guide.
   *
   * @param group whom it is for, or what it is about, together with others
   * @param file its name
   * @param title its first heading
   * @param text Markdown
   */
  record Guide(String group, String file, String title, String text) {}

  /**
   * A library that the laboratory stands on.
   *
   * @param jars beginnings of the names of its files
   */
  record Library(String name, String licence, String home, List<String> jars) {
    Library {
      jars = List.copyOf(jars);
    }
  }

  static List<Topic> topics() {
    return json("topics.json").at("topics").elements().stream()
        .map(
            t ->
                new Topic(
                    t.at("id").text(),
                    t.at("title").text(),
                    texts(t.at("text")),
                    texts(t.at("see"))))
        .toList();
  }

  static List<Entry> glossary() {
    return json("glossary.json").at("entries").elements().stream()
        .map(
            e ->
                new Entry(
                    e.at("term").text(),
                    e.at("symbol").text(),
                    e.at("text").text(),
                    e.has("formula") ? e.at("formula").text() : "",
                    e.at("source").text()))
        .toList();
  }

  static List<Library> libraries() {
    return json("licences.json").at("libraries").elements().stream()
        .map(
            l ->
                new Library(
                    l.at("name").text(),
                    l.at("licence").text(),
                    l.at("home").text(),
                    texts(l.at("jars"))))
        .toList();
  }

  /** The guides, in reading order; those that the program was packed without are left out. */
  static List<Guide> guides() {
    return json("guides.json").at("groups").elements().stream()
        .flatMap(
            group ->
                texts(group.at("guides")).stream()
                    .map(file -> guide(group.at("title").text(), file)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Guide> guide(String group, String file) {
    return read(DOCS + file)
        .map(
            text ->
                new Guide(
                    group,
                    file,
                    text.lines()
                        .filter(line -> line.startsWith("# "))
                        .map(line -> line.substring(2).strip())
                        .findFirst()
                        .orElse(file),
                    text));
  }

  /** A picture that a guide shows; null where the program was packed without it. */
  static @Nullable URL picture(String name) {
    return HelpFiles.class.getResource(DOCS + name);
  }

  private static List<String> texts(JsonView json) {
    return json.elements().stream().map(JsonView::text).toList();
  }

  private static JsonView json(String name) {
    return JsonView.parse(
        name,
        read("/help/" + name)
            .orElseThrow(() -> new IllegalStateException("the help file " + name + " is missing")));
  }

  private static Optional<String> read(String resource) {
    try (InputStream in = HelpFiles.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the help file " + resource + " cannot be read", e);
    }
  }
}
