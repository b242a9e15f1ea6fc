package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;

/** An {@link AtariSpec} as JSON. */
final class AtariSpecJson {
  private static final RecordJson CODEC =
      new RecordJson(
          new JsonTypes()
              .text(Algorithm.class, Algorithm::id, Algorithm::of)
              .tree(GameSpec.class, GameJson::write, (name, json) -> GameJson.read(json))
              .tree(
                  LearningSettings.class,
                  LearningJson::write,
                  (name, json) -> {
                    throw new IllegalStateException("settings are read with their algorithm");
                  })
              .module());

  private AtariSpecJson() {}

  /** A specification as it stands in a document, where the algorithm says what is usual. */
  private record Document(
      GameSpec game,
      Algorithm algorithm,
      LearningSettings learning,
      int seeds,
      long seed,
      int points,
      int diagnoseEvery) {
    static Document of(AtariSpec spec) {
      return new Document(
          spec.game(),
          spec.learning().algorithm(),
          spec.learning(),
          spec.seeds(),
          spec.seed(),
          spec.points(),
          spec.diagnoseEvery());
    }
  }

  static ObjectNode write(AtariSpec spec) {
    return CODEC.write(Document.of(spec));
  }

  /** Reads a specification; game and algorithm say what is usual for the rest. */
  static AtariSpec read(JsonView json, AtariSpec standard) {
    GameSpec game = json.object().has("game") ? GameJson.read(json.at("game")) : standard.game();
    Algorithm algorithm =
        json.has("algorithm")
            ? LearningJson.algorithm(json.at("algorithm"))
            : standard.learning().algorithm();
    LearningSettings usual = AtariSpec.usual(game, algorithm).learning();
    LearningSettings learning =
        json.has("learning") ? LearningJson.read(json.at("learning"), usual) : usual;
    Document read =
        CODEC.read(
            json.with("game", game).with("algorithm", algorithm).with("learning", learning),
            Document.of(standard));
    try {
      return new AtariSpec(
          game, learning, read.seeds(), read.seed(), read.points(), read.diagnoseEvery());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }
}
