package gmrl.experiment.atari;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.ale.AtariSettings;
import gmrl.atari.mini.Miniature;
import gmrl.atari.mini.MiniatureSettings;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;

/** A {@link GameSpec} as JSON: a name, and what differs from game to game. */
final class GameJson {
  private static final RecordJson CODEC =
      new RecordJson(
          new JsonTypes()
              .text(
                  Miniature.class,
                  game -> GameSpec.MINIATURE + game.id(),
                  name -> Miniature.of(name.substring(GameSpec.MINIATURE.length())))
              .names(MiniatureSettings.class, Mini.class)
              .names(AtariSettings.class, Console.class)
              .module());

  private GameJson() {}

  private interface Mini {
    @JsonProperty("name")
    Miniature game();
  }

  private interface Console {
    @JsonProperty("name")
    String game();
  }

  static ObjectNode write(GameSpec game) {
    if (game instanceof GameSpec.Mini mini) {
      return CODEC.write(mini.settings());
    }
    return game instanceof GameSpec.Console console
        ? CODEC.write(console.settings())
        : JsonNodeFactory.instance.objectNode().put("name", game.id());
  }

  /** Reads a game; its settings are the usual ones where nothing is said. */
  static GameSpec read(JsonView json) {
    GameSpec usual;
    try {
      usual = GameSpec.of(json.at("name").text());
    } catch (IllegalArgumentException e) {
      throw json.at("name").located(e);
    }
    if (usual instanceof GameSpec.Mini mini) {
      return new GameSpec.Mini(CODEC.read(json, mini.settings()));
    }
    if (usual instanceof GameSpec.Console console) {
      return new GameSpec.Console(CODEC.read(json, console.settings()));
    }
    json.only("name");
    return usual;
  }
}
