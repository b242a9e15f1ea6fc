package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.file.JsonView;

/** An {@link AtariSpec} as JSON. */
final class AtariSpecJson {
  private AtariSpecJson() {}

  static ObjectNode write(AtariSpec spec) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("game", GameJson.write(spec.game()));
    node.put("algorithm", spec.learning().algorithm().id());
    node.set("learning", LearningJson.write(spec.learning()));
    node.put("seeds", spec.seeds());
    node.put("seed", spec.seed());
    node.put("points", spec.points());
    node.put("diagnoseEvery", spec.diagnoseEvery());
    return node;
  }

  /** Reads a specification; game and algorithm say what is usual for the rest. */
  static AtariSpec read(JsonView json, AtariSpec standard) {
    json.only("game", "algorithm", "learning", "seeds", "seed", "points", "diagnoseEvery");
    GameSpec game = json.has("game") ? GameJson.read(json.at("game")) : standard.game();
    Algorithm algorithm =
        json.has("algorithm")
            ? LearningJson.algorithm(json.at("algorithm"))
            : standard.learning().algorithm();
    AtariSpec usual = AtariSpec.usual(game, algorithm);
    try {
      return new AtariSpec(
          game,
          json.has("learning")
              ? LearningJson.read(json.at("learning"), usual.learning())
              : usual.learning(),
          integer(json, "seeds", standard.seeds()),
          json.has("seed") ? json.at("seed").longInteger() : standard.seed(),
          integer(json, "points", standard.points()),
          integer(json, "diagnoseEvery", standard.diagnoseEvery()));
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static int integer(JsonView json, String key, int usual) {
    return json.has(key) ? json.at(key).integer() : usual;
  }
}
