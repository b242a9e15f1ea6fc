package gmrl.experiment.shaping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.nio.file.Path;

/**
 * Games as JSON: the name of one that comes with the laboratory, the path of a file that ends in
 * {@code .json}, or {@code {"name":…, "payoff1":[[…]], "payoff2":[[…]]}} itself. A file's content
 * is written, not its path, so that a result stands alone.
 */
final class OwnGame {
  private OwnGame() {}

  static JsonNode write(ShapingGame game) {
    if (!(game instanceof ShapingGame.Own own)) {
      return TextNode.valueOf(game.token());
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", own.name());
    node.set("payoff1", Json.matrix(own.payoff1()));
    node.set("payoff2", Json.matrix(own.payoff2()));
    return node;
  }

  static ShapingGame read(JsonView json) {
    if (json.isText()) {
      String text = json.text();
      return text.endsWith(".json")
          ? payoffs(JsonView.read(Path.of(text)), name(text))
          : ShapingGame.parse(text);
    }
    return payoffs(json, "own game");
  }

  private static String name(String path) {
    String file = String.valueOf(Path.of(path).getFileName());
    return file.substring(0, file.length() - ".json".length());
  }

  private static ShapingGame payoffs(JsonView json, String usual) {
    json.only("name", "payoff1", "payoff2");
    try {
      return new ShapingGame.Own(
          json.has("name") ? json.at("name").label() : usual,
          json.at("payoff1").matrix(),
          json.at("payoff2").matrix());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }
}
