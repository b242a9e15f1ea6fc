package gmrl.app.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a figure's document says about the program that wrote it, so that a reader of another
 * version knows what it holds in hands.
 */
final class FigureStamp {
  /** Key under which it stands in every document. */
  private static final String KEY = "made";

  private static final String PROGRAM = "GMRL Lab";

  /** Raised when a document of today could not be understood by a reader of yesterday. */
  private static final int FORMAT = 1;

  private FigureStamp() {}

  /**
   * The document with its stamp.
   *
   * @param configuration an object as JSON
   * @param version of the laboratory
   * @param more adds what else belongs to the document
   */
  static String on(String configuration, String version, Consumer<ObjectNode> more) {
    ObjectNode node =
        (ObjectNode) JsonView.parse("a figure's configuration", configuration).object().value();
    more.accept(node);
    node.putObject(KEY).put("by", PROGRAM).put("version", version).put("format", FORMAT);
    return Json.pretty(node).strip();
  }

  /** Whether a document says that the laboratory wrote it. */
  static boolean isOn(JsonView document) {
    return document.has(KEY);
  }

  /**
   * The document without its stamp; one of before there were stamps has none.
   *
   * @throws IllegalArgumentException in one sentence if a later program wrote it
   */
  static JsonView off(JsonView document) {
    if (!document.isObject() || !document.has(KEY)) {
      return document;
    }
    JsonView stamp = document.at(KEY).object();
    int format = stamp.at("format").integer();
    if (format > FORMAT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is in format %d, written by %s %s, expected format %d or less: a newer %s reads"
                  + " it",
              document.place(),
              format,
              PROGRAM,
              stamp.has("version") ? stamp.at("version").label() : "of a later version",
              FORMAT,
              PROGRAM));
    }
    return document.without(KEY);
  }
}
