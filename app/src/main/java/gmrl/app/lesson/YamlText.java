package gmrl.app.lesson;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.PlainText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A YAML document that knows on which line everything stands. */
final class YamlText {
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern PART = Pattern.compile("\\.\\w+\\[\\d+\\]$");
  private static final Pattern UNKNOWN = Pattern.compile("has the unknown key \"([^\"]*)\"");
  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_VALUE = 60;

  private final String source;
  private final String text;
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlText(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /**
   * Reads a document.
   *
   * @param source what it is called in messages
   * @param read makes of it what is wanted
   * @throws IllegalArgumentException in one sentence with the document's name, the line, and what
   *     was expected
   */
  static <T> T read(String source, String text, Function<JsonView, T> read) {
    return new YamlText(source, text).read(read);
  }

  private <T> T read(Function<JsonView, T> read) {
    JsonView json = parse();
    try {
      return read.apply(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(located(String.valueOf(e.getMessage())), e);
    }
  }

  private JsonView parse() {
    YAMLFactory factory =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try {
      note(factory);
      JsonNode tree =
          new ObjectMapper(factory)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readTree(text);
      if (tree == null || tree.isMissingNode() || tree.isNull()) {
        throw new IllegalArgumentException(source + " is empty, expected a lesson");
      }
      if (!tree.isObject()) {
        throw new IllegalArgumentException(
            source
                + " is "
                + PlainText.line(tree.toString(), LONGEST_VALUE)
                + ", expected a lesson");
      }
      return JsonView.parse(source, Json.line(tree));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new IllegalArgumentException(
          source
              + (at == null ? "" : " line " + at.getLineNr())
              + " is not valid YAML: "
              + (e instanceof MismatchedInputException
                  ? "a second document follows, expected one"
                  : reason(e.getOriginalMessage())),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(source + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The library says first where and then why. */
  private static String reason(String message) {
    String why =
        message
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("in ") && !line.endsWith("^"))
            .reduce((first, second) -> first.startsWith("while") ? first + ", " + second : first)
            .orElse("unreadable");
    String hint =
        why.contains("mapping values are not allowed")
            ? "; a text that contains a colon needs quotes"
            : "";
    return PlainText.line(why, LONGEST_REASON) + hint;
  }

  /** Remembers the line of every value. */
  private void note(YAMLFactory factory) throws IOException {
    Deque<String> above = new ArrayDeque<>();
    Deque<Integer> indices = new ArrayDeque<>();
    String path = "";
    try (YAMLParser parser = factory.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.isCurrentAlias()) {
          throw new IllegalArgumentException(
              source + " line " + line + " has an alias (*), expected the value itself");
        }
        if (token == JsonToken.FIELD_NAME) {
          String parent = String.valueOf(above.peek());
          path = parent.isEmpty() ? parser.currentName() : parent + "." + parser.currentName();
          lines.put(path, line);
          continue;
        }
        if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
          above.pop();
          indices.pop();
          continue;
        }
        if (!indices.isEmpty() && indices.peek() >= 0) {
          int index = indices.pop();
          indices.push(index + 1);
          path = above.peek() + "[" + index + "]";
        }
        lines.putIfAbsent(path, line);
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
          above.push(path);
          indices.push(token == JsonToken.START_ARRAY ? 0 : -1);
        }
      }
    }
  }

  /** Puts the line into a sentence that begins with the document's name and a path. */
  private String located(String sentence) {
    if (!sentence.startsWith(source)) {
      return source + ": " + sentence;
    }
    String rest = sentence.substring(source.length()).replaceFirst("^: ", "").stripLeading();
    String best = "";
    for (String path : lines.keySet()) {
      if (path.length() > best.length() && begins(rest, path)) {
        best = path;
      }
    }
    Integer line = lines.get(narrowed(best, rest));
    return line == null ? sentence : source + " line " + line + ": " + rest;
  }

  /** A value that the sentence names although its path ends above it. */
  private String narrowed(String path, String rest) {
    String dot = path.isEmpty() ? "" : ".";
    Matcher unknown = UNKNOWN.matcher(rest);
    String key =
        unknown.find()
            ? unknown.group(1)
            : BLANK.split(rest.substring(path.length()).replaceFirst("^(: |\\.)", ""), 2)[0];
    String below = path + dot + key;
    // Several parts may share what stands under base.
    String shared = PART.matcher(path).replaceFirst(".base." + Matcher.quoteReplacement(key));
    return lines.containsKey(below) ? below : lines.containsKey(shared) ? shared : path;
  }

  private static boolean begins(String rest, String path) {
    return rest.startsWith(path)
        && (rest.length() == path.length() || " :.[".indexOf(rest.charAt(path.length())) >= 0);
  }
}
