package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.MetaSettings;
import gmrl.atari.learn.OuterLoss;
import gmrl.atari.learn.PublishedNames;
import gmrl.atari.learn.TimeLimit;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@link LearningSettings} as JSON, under the names of the published code. */
final class LearningJson {
  /** The learner stands beside its settings: it says what is usual for them. */
  private static final String ALGORITHM = "algorithm";

  private static final RecordJson CODEC = new RecordJson(types().module());

  private LearningJson() {}

  private static JsonTypes types() {
    JsonTypes types =
        named(
                named(named(new JsonTypes(), TimeLimit.class), OuterLoss.Critic.class),
                MetaParameters.Name.class)
            .text(Algorithm.class, Algorithm::id, Algorithm::of);
    PublishedNames.give(types::names);
    return types;
  }

  static ObjectNode write(LearningSettings settings) {
    ObjectNode node = CODEC.write(settings);
    node.remove(ALGORITHM);
    return node;
  }

  /** Reads settings; what is not said, at any depth, is as usual. */
  static LearningSettings read(JsonView json, LearningSettings usual) {
    List<String> keys = new ArrayList<>();
    write(usual).fieldNames().forEachRemaining(keys::add);
    JsonView whole = json.only(keys.toArray(String[]::new)).with(ALGORITHM, usual.algorithm());
    return CODEC.read(
        json.has("meta") ? whole.with("meta", meta(json.at("meta"), usual.meta())) : whole, usual);
  }

  private static MetaSettings meta(JsonView json, MetaSettings usual) {
    return CODEC.read(
        json.object().has("outer")
            ? json.with("outer", CODEC.read(json.at("outer").object(), usual.outer()))
            : json,
        usual);
  }

  static Algorithm algorithm(JsonView json) {
    try {
      return Algorithm.of(json.text());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static <E extends Enum<E>> JsonTypes named(JsonTypes types, Class<E> type) {
    return types.tree(
        type, value -> TextNode.valueOf(token(value)), (key, json) -> one(json, type));
  }

  private static String token(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The constant of that name. */
  private static <E extends Enum<E>> E one(JsonView json, Class<E> type) {
    for (E value : type.getEnumConstants()) {
      if (token(value).equals(json.text())) {
        return value;
      }
    }
    throw json.unexpected(
        Arrays.stream(type.getEnumConstants())
            .map(LearningJson::token)
            .collect(Collectors.joining(", ")));
  }
}
