package gmrl.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What can happen to a JSON document on its way. */
final class Damage {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Values that are wrong at most places; numbers small enough to cost nothing where they fit. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "\"x\"",
          "0",
          "-1",
          "1",
          "2",
          "3",
          "0.5",
          "1e308",
          "-1e308",
          "1e-320",
          "\"NaN\"",
          "\"\u202e\u001b[2J\"",
          "\"exact\"",
          "\"lvc:0\"",
          "[1,2]",
          "[[1]]",
          "{\"a\":1}",
          "123456789012345678901234567890");

  private Damage() {}

  /** The text with one to three things wrong; sometimes it stays in order. */
  static String of(String text, SplittableRandom random) {
    String damaged = text;
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      damaged = random.nextInt(3) > 0 ? structure(damaged, random) : characters(damaged, random);
    }
    return damaged;
  }

  /** Bytes that are not all UTF-8. */
  static byte[] bytes(String text, SplittableRandom random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i <= random.nextInt(4) && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static String structure(String text, SplittableRandom random) {
    try {
      JsonNode root = JSON.readTree(text);
      List<ContainerNode<?>> containers = new ArrayList<>();
      collect(root, containers);
      if (containers.isEmpty()) {
        return text;
      }
      ContainerNode<?> one = containers.get(random.nextInt(containers.size()));
      JsonNode value = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
      if (one instanceof ObjectNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        String key = keys.isEmpty() ? "a" : keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(4)) {
          case 0 -> object.remove(key);
          case 1 -> object.set("un" + key, value);
          case 2 ->
              object.set(
                  random.nextBoolean() ? key.toUpperCase(java.util.Locale.ROOT) : key + "\u202e",
                  object.remove(key));
          default -> object.set(key, value);
        }
      } else if (one instanceof ArrayNode array) {
        int at = random.nextInt(array.size() + 1);
        if (at == array.size() || random.nextInt(3) == 0) {
          array.insert(at, value);
        } else if (random.nextBoolean()) {
          array.remove(at);
        } else {
          array.set(at, value);
        }
      }
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      return characters(text, random); // it was damaged before
    }
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
    if (node instanceof ContainerNode<?> container) {
      containers.add(container);
      container.forEach(child -> collect(child, containers));
    }
  }

  private static String characters(String text, SplittableRandom random) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    String odd = "{}[]\",:0-9.eE\\ \u0000\uFEFF\u202e\n٣é";
    char c = odd.charAt(random.nextInt(odd.length()));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + c + text.substring(at);
      case 2 -> text.substring(0, at) + c + text.substring(at + 1);
      case 3 ->
          text.substring(0, at)
              + text.substring(at, Math.min(text.length(), at + 20))
              + text.substring(at);
      default -> "\uFEFF" + text;
    };
  }
}
