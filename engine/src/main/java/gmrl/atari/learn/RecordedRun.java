package gmrl.atari.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.LibraryApi;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A run of a learner that was really made, for figures and for first impressions: its curve, and
 * all that is needed to make it again.
 *
 * @param game identifier of the game, such as {@code minatar:breakout}
 * @param label the environment in words: actions, stickiness, ramping
 * @param settings what the learner was told
 * @param network what its network looks like
 * @param seed of environments, parameters and actions
 * @param version of the program
 * @param begun when
 * @param seconds how long it took, on a machine that did other things too
 * @param processorSeconds processor time of its thread
 * @param curve what happened; ends early if the run was interrupted
 */
public record RecordedRun(
    String game,
    String label,
    LearningSettings settings,
    NetworkSpec network,
    long seed,
    String version,
    Instant begun,
    double seconds,
    double processorSeconds,
    LearningCurve curve) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMAT = "gmrl recorded run 1";
  private static final List<String> COLUMNS =
      List.of(
          "steps",
          "episodes",
          "score",
          "length",
          "value_loss",
          "entropy",
          "grad_norm",
          "gamma",
          "gae_lambda",
          "value_loss_coef",
          "entropy_coef",
          "outer_loss",
          "cosine_plain_lvc");

  /** Decisions made. */
  public long steps() {
    List<LearningCurve.Point> points = curve.points();
    return points.isEmpty() ? 0 : points.get(points.size() - 1).steps();
  }

  /** Whether the run had all its steps; otherwise it was interrupted. */
  public boolean complete() {
    return steps() >= settings.numEnvSteps();
  }

  /** As JSON; numbers of the curve to five digits, null where there is none. */
  @LibraryApi
  public String json() {
    ObjectNode out = JSON.createObjectNode();
    out.put("format", FORMAT);
    out.put("game", game).put("label", label);
    out.put("algorithm", settings.algorithm().id()).put("seed", seed);
    out.put("steps", steps()).put("complete", complete());
    out.put("version", version).put("begun", begun.toString());
    out.put("seconds", digits(seconds)).put("processor_seconds", digits(processorSeconds));
    writeSettings(out.putObject("settings"));
    writeNetwork(out.putObject("network"));
    ArrayNode columns = out.putArray("columns");
    COLUMNS.forEach(columns::add);
    ArrayNode rows = out.putArray("rows");
    for (LearningCurve.Point p : curve.points()) {
      ArrayNode row = rows.addArray();
      row.add(p.steps()).add(p.episodes());
      for (double value : numbers(p)) {
        if (Double.isNaN(value)) {
          row.addNull();
        } else {
          row.add(digits(value));
        }
      }
    }
    return out.toString().replace("],[", "],\n[").replace("\"rows\":[[", "\n\"rows\":[\n[") + "\n";
  }

  private static double[] numbers(LearningCurve.Point p) {
    MetaParameters c = p.coefficients();
    return new double[] {
      p.score(),
      p.length(),
      p.valueLoss(),
      p.entropy(),
      p.gradientNorm(),
      c.gamma(),
      c.gaeLambda(),
      c.valueLossCoef(),
      c.entropyCoef(),
      p.outerLoss(),
      p.cosine()
    };
  }

  private static double digits(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.5g", value).replace(',', '.'));
  }

  private void writeSettings(ObjectNode out) {
    MetaParameters c = settings.coefficients();
    out.put("num_processes", settings.numProcesses()).put("num_steps", settings.numSteps());
    out.put("lr", settings.lr()).put("use_linear_lr_decay", settings.useLinearLrDecay());
    out.put("eps", settings.eps()).put("max_grad_norm", settings.maxGradNorm());
    out.put("gamma", c.gamma()).put("gae_lambda", c.gaeLambda());
    out.put("value_loss_coef", c.valueLossCoef()).put("entropy_coef", c.entropyCoef());
    out.put("time_limit", settings.timeLimit().name());
    out.put("num_env_steps", settings.numEnvSteps());
    MetaSettings meta = settings.meta();
    ObjectNode inside = out.putObject("meta");
    inside.put("inner_steps", meta.innerSteps()).put("meta_lr", meta.metaLr());
    ArrayNode learned = inside.putArray("learned");
    meta.learned().forEach(name -> learned.add(name.id()));
    inside.put("detach_gamma", meta.detachGamma()).put("mixture", meta.mixture());
    OuterLoss outer = meta.outer();
    inside.put("outer_gamma", outer.gamma()).put("outer_gae_lambda", outer.gaeLambda());
    inside.put("outer_value_loss_coef", outer.valueLossCoef());
    inside.put("outer_entropy_coef", outer.entropyCoef()).put("outer_kl_coef", outer.klCoef());
    inside.put("outer_critic", outer.critic().name());
  }

  private void writeNetwork(ObjectNode out) {
    ArrayNode input = out.putArray("input");
    input.add(network.input().rows()).add(network.input().columns());
    input.add(network.input().channels());
    out.put("actions", network.actions());
    ArrayNode layers = out.putArray("convolutions");
    for (NetworkSpec.Convolution layer : network.convolutions()) {
      layers.addArray().add(layer.outputs()).add(layer.kernel()).add(layer.stride());
    }
    out.put("features", network.features()).put("embedding", network.embedding());
  }

  /**
   * Reads what {@link #json} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static RecordedRun read(String json) {
    try {
      JsonNode in = JSON.readTree(json);
      if (!in.path("format").asText().equals(FORMAT)) {
        throw new IllegalArgumentException(
            "format is \"%s\", expected \"%s\"".formatted(in.path("format").asText(), FORMAT));
      }
      LearningSettings settings = settings(in);
      return new RecordedRun(
          in.required("game").asText(),
          in.required("label").asText(),
          settings,
          network(in.required("network"), settings.algorithm().conditioned()),
          in.required("seed").asLong(),
          in.required("version").asText(),
          Instant.parse(in.required("begun").asText()),
          in.required("seconds").asDouble(),
          in.required("processor_seconds").asDouble(),
          curve(in.required("rows")));
    } catch (IOException e) {
      throw new IllegalArgumentException("a recorded run must be JSON: " + e.getMessage(), e);
    }
  }

  private static LearningSettings settings(JsonNode in) {
    JsonNode s = in.required("settings");
    JsonNode m = s.required("meta");
    Set<MetaParameters.Name> learned = EnumSet.noneOf(MetaParameters.Name.class);
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      for (JsonNode given : m.required("learned")) {
        if (given.asText().equals(name.id())) {
          learned.add(name);
        }
      }
    }
    OuterLoss outer =
        new OuterLoss(
            m.required("outer_gamma").asDouble(),
            m.required("outer_gae_lambda").asDouble(),
            m.required("outer_value_loss_coef").asDouble(),
            m.required("outer_entropy_coef").asDouble(),
            m.required("outer_kl_coef").asDouble(),
            OuterLoss.Critic.valueOf(m.required("outer_critic").asText()));
    return new LearningSettings(
        Algorithm.of(in.required("algorithm").asText()),
        s.required("num_processes").asInt(),
        s.required("num_steps").asInt(),
        s.required("lr").asDouble(),
        s.required("use_linear_lr_decay").asBoolean(),
        s.required("eps").asDouble(),
        s.required("max_grad_norm").asDouble(),
        new MetaParameters(
            s.required("gamma").asDouble(),
            s.required("gae_lambda").asDouble(),
            s.required("value_loss_coef").asDouble(),
            s.required("entropy_coef").asDouble()),
        TimeLimit.valueOf(s.required("time_limit").asText()),
        new MetaSettings(
            m.required("inner_steps").asInt(),
            m.required("meta_lr").asDouble(),
            learned,
            m.required("detach_gamma").asBoolean(),
            outer,
            m.required("mixture").asDouble()),
        s.required("num_env_steps").asLong());
  }

  private static NetworkSpec network(JsonNode in, boolean conditioned) {
    JsonNode input = in.required("input");
    List<NetworkSpec.Convolution> layers = new ArrayList<>();
    for (JsonNode layer : in.required("convolutions")) {
      layers.add(
          new NetworkSpec.Convolution(
              layer.get(0).asInt(), layer.get(1).asInt(), layer.get(2).asInt()));
    }
    return new NetworkSpec(
        new gmrl.atari.ObservationShape(
            input.get(0).asInt(), input.get(1).asInt(), input.get(2).asInt()),
        in.required("actions").asInt(),
        layers,
        in.required("features").asInt(),
        conditioned,
        in.required("embedding").asInt());
  }

  private static LearningCurve curve(JsonNode rows) {
    List<LearningCurve.Point> points = new ArrayList<>();
    for (JsonNode row : rows) {
      points.add(
          new LearningCurve.Point(
              row.get(0).asLong(),
              row.get(1).asInt(),
              number(row, 2),
              number(row, 3),
              number(row, 4),
              number(row, 5),
              number(row, 6),
              new MetaParameters(number(row, 7), number(row, 8), number(row, 9), number(row, 10)),
              number(row, 11),
              number(row, 12)));
    }
    return new LearningCurve(points);
  }

  private static double number(JsonNode row, int column) {
    return row.get(column).asDouble(Double.NaN);
  }
}
