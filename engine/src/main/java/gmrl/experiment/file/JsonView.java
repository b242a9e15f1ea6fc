package gmrl.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A place in a JSON document that knows where it stands, so that whatever is wrong there can be
 * said in one sentence.
 *
 * <p>All methods throw {@link IllegalArgumentException} with that sentence: document, path, value
 * found, what was expected. Numbers may be written NaN or Infinity, so that the check that rejects
 * them can name the entry.
 */
public final class JsonView {
  private static final int LONGEST_QUOTE = 40;

  /** No name, title or message of a document comes near this. */
  private static final int LONGEST_TEXT = 2000;

  private final String source;
  private final String path;
  private final JsonNode node;

  private JsonView(String source, String path, JsonNode node) {
    this.source = source;
    this.path = path;
    this.node = node;
  }

  /**
   * Reads a file; its name is the document's name in every message. NumPy's archives of arrays are
   * read as the documents that have the arrays' names as keys.
   */
  public static JsonView read(Path file) {
    byte[] bytes = JsonText.bytes(file);
    String name = file.toString();
    return ArrayTree.isArchive(bytes) && !file.toString().endsWith(".json")
        ? new JsonView(name, "", ArrayTree.of(name, bytes))
        : parse(name, JsonText.of(name, bytes));
  }

  /**
   * Parses a document.
   *
   * @param source what the document is called in messages
   * @param text JSON
   */
  public static JsonView parse(String source, String text) {
    return new JsonView(source, "", JsonText.parse(source, text));
  }

  /** A tree that stands under a name in a larger document, for messages about that name. */
  public static JsonView of(String name, JsonNode node) {
    return new JsonView("", name, node);
  }

  /** Document and path, as in {@code mdp.json: P[0][1]}. */
  public String place() {
    return path.isEmpty() ? source : source.isEmpty() ? path : source + ": " + path;
  }

  /** The sentence that says that this place holds something else than expected. */
  public IllegalArgumentException unexpected(String expected) {
    if (node.isMissingNode()) {
      return new IllegalArgumentException(place() + " is missing, expected " + expected);
    }
    String text = node.toString();
    return new IllegalArgumentException(
        place() + " is " + PlainText.line(text, LONGEST_QUOTE) + ", expected " + expected);
  }

  /** The same, with a problem found elsewhere in what this place holds. */
  public IllegalArgumentException invalid(IllegalArgumentException cause) {
    String place = place();
    return new IllegalArgumentException(
        place.isEmpty() ? cause.getMessage() : place + ": " + cause.getMessage(), cause);
  }

  /** The same, unless the problem already names its place in this document. */
  public IllegalArgumentException located(IllegalArgumentException cause) {
    return String.valueOf(cause.getMessage()).startsWith(source) ? cause : invalid(cause);
  }

  /** The same for a problem of this very value, whose sentence may begin with its name. */
  IllegalArgumentException named(IllegalArgumentException cause) {
    String message = String.valueOf(cause.getMessage());
    String name = path.substring(path.lastIndexOf('.') + 1);
    if (!source.isEmpty() && message.startsWith(source)) {
      return cause;
    }
    if (message.startsWith(" is ")) { // an element, whose reader knows no name
      return new IllegalArgumentException(place() + message, cause);
    }
    if (path.isEmpty() || !message.startsWith(name)) {
      return invalid(cause);
    }
    String before = path.substring(0, path.length() - name.length());
    return new IllegalArgumentException(
        (source.isEmpty() ? "" : source + ": ") + before + message, cause);
  }

  /** Whether the object has a value under this key. */
  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  /** The value under a key, which may be missing until it is asked for its content. */
  public JsonView at(String key) {
    String below = path.isEmpty() ? key : path + "." + key;
    JsonNode child = node.get(key);
    return new JsonView(source, below, child == null ? MissingNode.getInstance() : child);
  }

  /** An element of an array, which may be missing until it is asked for its content. */
  JsonView at(int index) {
    JsonNode child = node.get(index);
    return new JsonView(
        source, path + "[" + index + "]", child == null ? MissingNode.getInstance() : child);
  }

  /** This object on top of another, key by key. */
  JsonView over(ObjectNode base) {
    ObjectNode merged = base.deepCopy();
    for (var entry : object().node.properties()) {
      if (!entry.getValue().isNull()) {
        merged.set(entry.getKey(), entry.getValue());
      }
    }
    return new JsonView(source, path, merged);
  }

  /** This object with another value under a key, which {@link RecordJson} takes as it is. */
  public JsonView with(String key, Object value) {
    ObjectNode other = ((ObjectNode) object().node).deepCopy();
    other.putPOJO(key, value);
    return new JsonView(source, path, other);
  }

  /** The tree with 3.0 written as 3, which whole numbers may be read from. */
  JsonNode wholeNumbers() {
    return WholeNumbers.in(node);
  }

  /** This object on top of another: its own values, and the other's for the keys it has not. */
  public JsonView over(JsonView base) {
    return over((ObjectNode) base.object().node);
  }

  /** This object without a key. */
  public JsonView without(String key) {
    ObjectNode rest = ((ObjectNode) object().node).deepCopy();
    rest.remove(key);
    return new JsonView(source, path, rest);
  }

  /** This object with some of its keys. */
  JsonView narrowed(Collection<String> keys) {
    ObjectNode some = ((ObjectNode) object().node).deepCopy();
    return new JsonView(source, path, some.retain(keys));
  }

  /** Insists on an object that has no other keys than these. */
  public JsonView only(String... keys) {
    object();
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!Arrays.asList(keys).contains(key)) {
                throw unknown(place(), key, List.of(keys));
              }
            });
    return this;
  }

  /** The sentence about a key that nobody reads. */
  static IllegalArgumentException unknown(String place, String key, Collection<String> known) {
    return new IllegalArgumentException(
        place
            + " has the unknown key \""
            + PlainText.line(key, LONGEST_QUOTE)
            + "\", expected one of "
            + String.join(", ", known));
  }

  /** Document and path of the object that has this place. */
  String above() {
    String parent = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    return new JsonView(source, parent, node).place();
  }

  /**
   * Insists on an object without a key that looks like a slip for one of these; whatever else it
   * carries is its own affair.
   */
  public JsonView withoutSlips(String... keys) {
    object();
    for (String key : keys()) {
      for (String meant : keys) {
        if (!key.equals(meant) && !node.has(meant) && Slips.isSlip(key, meant)) {
          throw new IllegalArgumentException(
              place()
                  + " has the key \""
                  + PlainText.line(key, LONGEST_QUOTE)
                  + "\", expected \""
                  + meant
                  + "\"");
        }
      }
    }
    return this;
  }

  /** Insists on an object. */
  public JsonView object() {
    if (!node.isObject()) {
      throw unexpected("an object");
    }
    return this;
  }

  /** The tree at this place. */
  public JsonNode value() {
    return node.deepCopy();
  }

  /** Whether this is an object. */
  public boolean isObject() {
    return node.isObject();
  }

  /** Whether this is a piece of text. */
  public boolean isText() {
    return node.isTextual();
  }

  /** The keys of an object, in their order. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    object().node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** A piece of text as one line, without characters that steer a terminal or a drawing. */
  public String text() {
    if (!node.isTextual()) {
      throw unexpected("text");
    }
    if (node.textValue().length() > LONGEST_TEXT) {
      throw unexpected("text of at most " + LONGEST_TEXT + " characters");
    }
    return PlainText.line(node.textValue(), LONGEST_TEXT);
  }

  /** A title or the name of a curve: a piece of text that is cut off where it becomes a page. */
  public String label() {
    return PlainText.line(text(), PlainText.LABEL);
  }

  /** A number, possibly NaN or infinite. */
  public double number() {
    if (!node.isNumber()) {
      throw unexpected("a number");
    }
    return node.doubleValue();
  }

  /** A number of a result; NaN where it is null, which is how results write what is undefined. */
  public double numberOrUndefined() {
    return node.isNull() ? Double.NaN : number();
  }

  /** An array of numbers of a result, NaN where it has null. */
  public double[] numbersOrUndefined() {
    return elements().stream().mapToDouble(JsonView::numberOrUndefined).toArray();
  }

  /** Two numbers of a result, NaN where it has null. */
  public double[] pair() {
    double[] pair = numbersOrUndefined();
    if (pair.length != 2) {
      throw unexpected("two numbers");
    }
    return pair;
  }

  /** A whole number that fits an int; 3.0 is one. */
  public int integer() {
    if (!node.isNumber() || !(node.doubleValue() == (int) node.doubleValue())) {
      throw unexpected(
          node.isIntegralNumber() ? WholeNumbers.expected(int.class) : "a whole number");
    }
    return (int) node.doubleValue();
  }

  /** A whole number that fits a long. */
  public long longInteger() {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw unexpected(
          node.isIntegralNumber() ? WholeNumbers.expected(long.class) : "a whole number");
    }
    return node.longValue();
  }

  /** true or false. */
  public boolean flag() {
    if (!node.isBoolean()) {
      throw unexpected("true or false");
    }
    return node.booleanValue();
  }

  /** The elements of an array. */
  public List<JsonView> elements() {
    if (!node.isArray()) {
      throw unexpected("an array");
    }
    List<JsonView> views = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      views.add(new JsonView(source, path + "[" + i + "]", node.get(i)));
    }
    return views;
  }

  /** An array of numbers. */
  public double[] vector() {
    if (!node.isArray()) {
      throw unexpected("an array of numbers");
    }
    double[] vector = new double[node.size()];
    for (int i = 0; i < vector.length; i++) {
      JsonNode entry = node.get(i);
      if (!entry.isNumber()) {
        throw new JsonView(source, path + "[" + i + "]", entry).unexpected("a number");
      }
      vector[i] = entry.doubleValue();
    }
    return vector;
  }

  /** An array of whole numbers. */
  public int[] integers() {
    return elements().stream().mapToInt(JsonView::integer).toArray();
  }

  /** An array of arrays of numbers; the rows may differ in length. */
  public double[][] matrix() {
    return elements().stream().map(JsonView::vector).toArray(double[][]::new);
  }

  /** An array of matrices. */
  public double[][][] tensor() {
    return elements().stream().map(JsonView::matrix).toArray(double[][][]::new);
  }
}
