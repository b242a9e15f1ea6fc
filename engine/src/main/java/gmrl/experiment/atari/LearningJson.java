package gmrl.experiment.atari;

import static gmrl.experiment.atari.GameJson.flag;
import static gmrl.experiment.atari.GameJson.integer;
import static gmrl.experiment.atari.GameJson.number;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.MetaParameters;
import gmrl.atari.learn.MetaSettings;
import gmrl.atari.learn.OuterLoss;
import gmrl.atari.learn.TimeLimit;
import gmrl.experiment.file.JsonView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link LearningSettings} as JSON, under the names of the published code. */
final class LearningJson {
  private LearningJson() {}

  static ObjectNode write(LearningSettings s) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("num_processes", s.numProcesses());
    node.put("num_steps", s.numSteps());
    node.put("lr", s.lr());
    node.put("use_linear_lr_decay", s.useLinearLrDecay());
    node.put("eps", s.eps());
    node.put("max_grad_norm", s.maxGradNorm());
    MetaParameters c = s.coefficients();
    node.put("gamma", c.gamma());
    node.put("gae_lambda", c.gaeLambda());
    node.put("value_loss_coef", c.valueLossCoef());
    node.put("entropy_coef", c.entropyCoef());
    node.put("time_limit", token(s.timeLimit()));
    node.put("num_env_steps", s.numEnvSteps());
    MetaSettings m = s.meta();
    ObjectNode meta = node.putObject("meta");
    meta.put("inner_steps", m.innerSteps());
    meta.put("meta_lr", m.metaLr());
    ArrayNode learned = meta.putArray("learned");
    m.learned().forEach(name -> learned.add(name.id()));
    meta.put("detach_gamma", m.detachGamma());
    meta.put("mixture", m.mixture());
    OuterLoss o = m.outer();
    ObjectNode outer = meta.putObject("outer");
    outer.put("gamma", o.gamma());
    outer.put("gae_lambda", o.gaeLambda());
    outer.put("value_loss_coef", o.valueLossCoef());
    outer.put("entropy_coef", o.entropyCoef());
    outer.put("kl_coef", o.klCoef());
    outer.put("critic", token(o.critic()));
    return node;
  }

  static LearningSettings read(JsonView json, LearningSettings usual) {
    json.only(
        "num_processes",
        "num_steps",
        "lr",
        "use_linear_lr_decay",
        "eps",
        "max_grad_norm",
        "gamma",
        "gae_lambda",
        "value_loss_coef",
        "entropy_coef",
        "time_limit",
        "num_env_steps",
        "meta");
    MetaParameters c = usual.coefficients();
    try {
      return new LearningSettings(
          usual.algorithm(),
          integer(json, "num_processes", usual.numProcesses()),
          integer(json, "num_steps", usual.numSteps()),
          number(json, "lr", usual.lr()),
          flag(json, "use_linear_lr_decay", usual.useLinearLrDecay()),
          number(json, "eps", usual.eps()),
          number(json, "max_grad_norm", usual.maxGradNorm()),
          new MetaParameters(
              number(json, "gamma", c.gamma()),
              number(json, "gae_lambda", c.gaeLambda()),
              number(json, "value_loss_coef", c.valueLossCoef()),
              number(json, "entropy_coef", c.entropyCoef())),
          json.has("time_limit") ? one(json.at("time_limit"), TimeLimit.class) : usual.timeLimit(),
          json.has("meta") ? meta(json.at("meta"), usual.meta()) : usual.meta(),
          json.has("num_env_steps") ? json.at("num_env_steps").longInteger() : usual.numEnvSteps());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static MetaSettings meta(JsonView json, MetaSettings usual) {
    json.only("inner_steps", "meta_lr", "learned", "detach_gamma", "mixture", "outer");
    try {
      return new MetaSettings(
          integer(json, "inner_steps", usual.innerSteps()),
          number(json, "meta_lr", usual.metaLr()),
          json.has("learned") ? learned(json.at("learned")) : usual.learned(),
          flag(json, "detach_gamma", usual.detachGamma()),
          json.has("outer") ? outer(json.at("outer"), usual.outer()) : usual.outer(),
          number(json, "mixture", usual.mixture()));
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static Set<MetaParameters.Name> learned(JsonView json) {
    Set<MetaParameters.Name> out = EnumSet.noneOf(MetaParameters.Name.class);
    json.elements().forEach(name -> out.add(one(name, MetaParameters.Name.class)));
    return out;
  }

  private static OuterLoss outer(JsonView json, OuterLoss usual) {
    json.only("gamma", "gae_lambda", "value_loss_coef", "entropy_coef", "kl_coef", "critic");
    try {
      return new OuterLoss(
          number(json, "gamma", usual.gamma()),
          number(json, "gae_lambda", usual.gaeLambda()),
          number(json, "value_loss_coef", usual.valueLossCoef()),
          number(json, "entropy_coef", usual.entropyCoef()),
          number(json, "kl_coef", usual.klCoef()),
          json.has("critic") ? one(json.at("critic"), OuterLoss.Critic.class) : usual.critic());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  static Algorithm algorithm(JsonView json) {
    try {
      return Algorithm.of(json.text());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static String token(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The constant of that name. */
  static <E extends Enum<E>> E one(JsonView json, Class<E> type) {
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
