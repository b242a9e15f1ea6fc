package gmrl.optim;

import com.fasterxml.jackson.databind.JsonNode;
import gmrl.autodiff.Variable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads golden cases: optimisers from their hyperparameters, trees of doubles. */
public final class GoldenOptim {

  private GoldenOptim() {}

  static GradientTransform transform(JsonNode c, String algorithm) {
    GradientTransform optimiser =
        algorithm(
            algorithm.toLowerCase(Locale.ROOT).replace("meta", ""),
            c.get("hyperparameters"),
            schedule(c));
    JsonNode clip = c.path("clip_grad_norm");
    if (clip.isMissingNode() || clip.isNull()) {
      return optimiser;
    }
    ClipByGlobalNorm.Norm norm =
        switch (clip.get("norm_type").asText()) {
          case "inf" -> ClipByGlobalNorm.Norm.MAX;
          case "1.0" -> ClipByGlobalNorm.Norm.L1;
          default -> ClipByGlobalNorm.Norm.L2;
        };
    return new ClipByGlobalNorm(clip.get("max_norm").asDouble(), norm, true).then(optimiser);
  }

  static Schedule schedule(JsonNode c) {
    JsonNode s = c.path("lr_schedule");
    if (s.isMissingNode() || s.isNull()) {
      return Schedule.constant(c.get("hyperparameters").get("lr").asDouble());
    }
    double start = s.get("init_value").asDouble();
    int steps = s.get("transition_steps").asInt();
    int begin = s.get("transition_begin").asInt();
    return s.get("type").asText().equals("polynomial")
        ? new Schedule.Polynomial(
            start, s.get("end_value").asDouble(), s.get("power").asDouble(), steps, begin)
        : new Schedule.Exponential(
            start,
            s.get("decay_rate").asDouble(),
            steps,
            begin,
            s.get("staircase").asBoolean(),
            s.get("end_value").asDouble(Double.NaN));
  }

  static Optimizer algorithm(String name, JsonNode h, Schedule rate) {
    double beta1 = h.path("betas").path(0).asDouble();
    double beta2 = h.path("betas").path(1).asDouble();
    double eps = h.path("eps").asDouble();
    double root = h.path("eps_root").asDouble();
    double decay = h.path("weight_decay").asDouble();
    double momentum = h.path("momentum").asDouble();
    boolean nesterov = h.path("nesterov").asBoolean();
    boolean max = h.path("maximize").asBoolean();
    return switch (name) {
      case "sgd" -> new Sgd(rate, momentum, h.get("dampening").asDouble(), nesterov, decay, max);
      case "adam" -> new Adam(rate, beta1, beta2, eps, root, decay, max);
      case "adamw" -> new AdamW(new Adam(rate, beta1, beta2, eps, root, 0, max), decay);
      case "adamax" -> new AdaMax(rate, beta1, beta2, eps, decay, max);
      case "radam" -> new RAdam(rate, beta1, beta2, eps, decay, max);
      case "rmsprop" ->
          new RmsProp(
              rate,
              h.get("alpha").asDouble(),
              eps,
              momentum,
              nesterov,
              h.get("centered").asBoolean(),
              h.get("initial_scale").asDouble(),
              decay,
              max);
      case "adagrad" ->
          new AdaGrad(
              rate,
              h.get("lr_decay").asDouble(),
              h.get("initial_accumulator_value").asDouble(),
              eps,
              decay,
              max);
      case "adadelta" -> new AdaDelta(rate, h.get("rho").asDouble(), eps, decay, max);
      default -> throw new AssertionError("Unknown optimiser " + name);
    };
  }

  /** A tree of vectors and matrices; null where the case has null. */
  static Map<String, Variable> tree(JsonNode n) {
    Map<String, Variable> tree = new LinkedHashMap<>();
    n.properties()
        .forEach(e -> tree.put(e.getKey(), e.getValue().isNull() ? null : variable(e.getValue())));
    return tree;
  }

  public static Variable variable(JsonNode n) {
    return n.get(0).isArray() ? Variable.of(matrix(n)) : Variable.of(vector(n), n.size());
  }

  /** Numbers of an array; NaN where the case has null. */
  public static double[] vector(JsonNode n) {
    double[] out = new double[n.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = n.get(i).asDouble(Double.NaN);
    }
    return out;
  }

  public static double[][] matrix(JsonNode n) {
    double[][] out = new double[n.size()][];
    for (int i = 0; i < out.length; i++) {
      out[i] = vector(n.get(i));
    }
    return out;
  }
}
