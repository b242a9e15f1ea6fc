package gmrl.atari.mini;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in a JSON file and where it stands, for messages. */
record Place(String path, JsonNode node) {
  private static final int LONGEST = 60;

  Place at(String key) throws IOException {
    Place out = maybe(key);
    if (out == null) {
      throw new IOException(path + " has no \"" + key + "\"");
    }
    return out;
  }

  @Nullable Place maybe(String key) {
    JsonNode value = node.get(key);
    return value == null ? null : new Place(path + "." + key, value);
  }

  List<Place> elements() throws IOException {
    expect(node.isArray(), "a list");
    List<Place> out = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      out.add(new Place(path + "[" + i + "]", node.get(i)));
    }
    return out;
  }

  boolean isNull() {
    return node.isNull();
  }

  String text() throws IOException {
    expect(node.isTextual(), "a text");
    return node.textValue();
  }

  double number() throws IOException {
    expect(node.isNumber(), "a number");
    return node.doubleValue();
  }

  boolean flag() throws IOException {
    expect(node.isBoolean(), "true or false");
    return node.booleanValue();
  }

  int integer(int low, int high) throws IOException {
    boolean inside =
        node.isIntegralNumber()
            && node.canConvertToInt()
            && node.intValue() >= low
            && node.intValue() <= high;
    expect(inside, "a whole number from " + low + " to " + high);
    return node.intValue();
  }

  void expect(boolean holds, String expected) throws IOException {
    if (!holds) {
      String text = node.toString();
      String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
      throw new IOException(path + " is " + shown + ", expected " + expected);
    }
  }
}
