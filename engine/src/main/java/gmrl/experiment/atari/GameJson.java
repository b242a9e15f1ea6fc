package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.ale.AtariSettings;
import gmrl.atari.mini.MiniatureSettings;
import gmrl.experiment.file.JsonView;

/** A {@link GameSpec} as JSON: a name, and what differs from game to game. */
final class GameJson {
  private GameJson() {}

  static ObjectNode write(GameSpec game) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", game.id());
    if (game instanceof GameSpec.Mini mini) {
      MiniatureSettings s = mini.settings();
      node.put("stickiness", s.stickiness());
      node.put("ramping", s.ramping());
      node.put("minimalActions", s.minimalActions());
      node.put("compatible", s.compatible());
    } else if (game instanceof GameSpec.Console console) {
      AtariSettings s = console.settings();
      node.put("noopMax", s.noopMax());
      node.put("frameSkip", s.frameSkip());
      node.put("stickiness", s.stickiness());
      node.put("episodicLife", s.episodicLife());
      node.put("fireReset", s.fireReset());
      node.put("clipRewards", s.clipRewards());
      node.put("frameStack", s.frameStack());
      node.put("maxFrames", s.maxFrames());
      node.put("fullActions", s.fullActions());
    }
    return node;
  }

  /** Reads a game; its settings are the usual ones where nothing is said. */
  static GameSpec read(JsonView json) {
    GameSpec usual;
    try {
      usual = GameSpec.of(json.at("name").text());
    } catch (IllegalArgumentException e) {
      throw json.at("name").located(e);
    }
    try {
      if (usual instanceof GameSpec.Mini mini) {
        return mini(json, mini.settings());
      }
      if (usual instanceof GameSpec.Console console) {
        return console(json, console.settings());
      }
      json.only("name");
      return usual;
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static GameSpec mini(JsonView json, MiniatureSettings usual) {
    json.only("name", "stickiness", "ramping", "minimalActions", "compatible");
    return new GameSpec.Mini(
        new MiniatureSettings(
            usual.game(),
            number(json, "stickiness", usual.stickiness()),
            flag(json, "ramping", usual.ramping()),
            flag(json, "minimalActions", usual.minimalActions()),
            flag(json, "compatible", usual.compatible())));
  }

  private static GameSpec console(JsonView json, AtariSettings usual) {
    json.only(
        "name",
        "noopMax",
        "frameSkip",
        "stickiness",
        "episodicLife",
        "fireReset",
        "clipRewards",
        "frameStack",
        "maxFrames",
        "fullActions");
    return new GameSpec.Console(
        new AtariSettings(
            usual.game(),
            integer(json, "noopMax", usual.noopMax()),
            integer(json, "frameSkip", usual.frameSkip()),
            number(json, "stickiness", usual.stickiness()),
            flag(json, "episodicLife", usual.episodicLife()),
            flag(json, "fireReset", usual.fireReset()),
            flag(json, "clipRewards", usual.clipRewards()),
            integer(json, "frameStack", usual.frameStack()),
            integer(json, "maxFrames", usual.maxFrames()),
            flag(json, "fullActions", usual.fullActions())));
  }

  static double number(JsonView json, String key, double usual) {
    return json.has(key) ? json.at(key).number() : usual;
  }

  static int integer(JsonView json, String key, int usual) {
    return json.has(key) ? json.at(key).integer() : usual;
  }

  static boolean flag(JsonView json, String key, boolean usual) {
    return json.has(key) ? json.at(key).flag() : usual;
  }
}
