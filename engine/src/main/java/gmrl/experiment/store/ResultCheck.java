package gmrl.experiment.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the whole result of a run is there and is of that run, as far as its two ends tell: the
 * file may be long, and a list of runs asks for many.
 */
final class ResultCheck {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CONFIG = "config";

  /** How a whole document ends: with the brace at the beginning of a line. */
  private static final String END = "\n}";

  private static final int TAIL = 8;

  private ResultCheck() {}

  /** What is wrong with a result, in one sentence. */
  static Optional<String> damage(Path file, JsonNode config) {
    try {
      if (!tail(file).stripTrailing().endsWith(END)) {
        return Optional.of(file + " ends too early, expected a whole result");
      }
      return first(file)
          .flatMap(made -> difference(made, config))
          .map(key -> file + " is the result of another run: its " + key + " is not this run’s");
    } catch (IOException e) {
      return Optional.of(file + " is no result that could be read");
    }
  }

  private static String tail(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(TAIL, in.length())];
      in.seek(in.length() - end.length);
      in.readFully(end);
      return new String(end, StandardCharsets.ISO_8859_1);
    }
  }

  /** The first specification in a result. */
  private static Optional<JsonNode> first(Path file) throws IOException {
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals(CONFIG)) {
          parser.nextToken();
          return Optional.of(JSON.readTree(parser));
        }
      }
      return Optional.empty();
    }
  }

  /** A setting in which the first part of a run's specification differs. */
  private static Optional<String> difference(JsonNode made, JsonNode config) {
    JsonNode asked = config;
    for (JsonNode part : config) {
      if (part.isArray() && part.path(0).isObject()) {
        asked = part.get(0);
      }
    }
    for (Map.Entry<String, JsonNode> setting : made.properties()) {
      JsonNode other = asked.get(setting.getKey());
      if (other != null && !isSame(setting.getValue(), other)) {
        return Optional.of(setting.getKey());
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return a.decimalValue().compareTo(b.decimalValue()) == 0;
    }
    return a.equals(b);
  }
}
