package gmrl.atari.learn;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import gmrl.atari.ObservationShape;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The file of a {@link RecordedRun}, bound strictly: settings under the names of the published
 * code, a row for each point of the curve.
 */
@JsonPropertyOrder({
  "format",
  "game",
  "label",
  "algorithm",
  "seed",
  "steps",
  "complete",
  "version",
  "begun",
  "seconds",
  "processor_seconds",
  "resumed_at",
  "timed_from",
  "settings",
  "network",
  "columns",
  "rows"
})
record RecordedRunFile(
    String format,
    String game,
    String label,
    Algorithm algorithm,
    long seed,
    long steps,
    boolean complete,
    String version,
    String begun,
    double seconds,
    @JsonProperty("processor_seconds") double processorSeconds,
    @JsonProperty("resumed_at") @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<List<Long>> resumedAt,
    @JsonProperty("timed_from") @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Long> timedFrom,
    LearningSettings settings,
    NetworkSpec network,
    List<String> columns,
    List<Row> rows) {
  private static final String FORMAT = "gmrl recorded run 1";
  private static final String ALGORITHM = "algorithm";
  private static final String CONDITIONED = "conditioned";

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

  private static final JsonMapper JSON = mapper();

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .addModule(new Jdk8Module());
    PublishedNames.giveFlat(builder::addMixIn);
    return builder
        .addMixIn(Algorithm.class, Named.class)
        .addMixIn(MetaParameters.Name.class, Named.class)
        .addMixIn(ObservationShape.class, Numbers.class)
        .addMixIn(NetworkSpec.Convolution.class, Numbers.class)
        .build();
  }

  /** One point; what is undefined is null. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private record Row(
      long steps,
      int episodes,
      Optional<Double> score,
      Optional<Double> length,
      Optional<Double> valueLoss,
      Optional<Double> entropy,
      Optional<Double> gradientNorm,
      double gamma,
      double gaeLambda,
      double valueLossCoef,
      double entropyCoef,
      Optional<Double> outerLoss,
      Optional<Double> cosine) {

    static Row of(LearningCurve.Point p) {
      MetaParameters c = p.coefficients();
      return new Row(
          p.steps(),
          p.episodes(),
          rounded(p.score()),
          rounded(p.length()),
          rounded(p.valueLoss()),
          rounded(p.entropy()),
          rounded(p.gradientNorm()),
          digits(c.gamma()),
          digits(c.gaeLambda()),
          digits(c.valueLossCoef()),
          digits(c.entropyCoef()),
          rounded(p.outerLoss()),
          rounded(p.cosine()));
    }

    LearningCurve.Point point() {
      return new LearningCurve.Point(
          steps,
          episodes,
          orNaN(score),
          orNaN(length),
          orNaN(valueLoss),
          orNaN(entropy),
          orNaN(gradientNorm),
          new MetaParameters(gamma, gaeLambda, valueLossCoef, entropyCoef),
          orNaN(outerLoss),
          orNaN(cosine));
    }

    private static Optional<Double> rounded(double value) {
      return Double.isNaN(value) ? Optional.empty() : Optional.of(digits(value));
    }

    private static double orNaN(Optional<Double> value) {
      return value.orElse(Double.NaN);
    }
  }

  private interface Named {
    @JsonValue
    @SuppressWarnings("UnusedMethod") // for the binding alone
    String id();
  }

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonIgnoreProperties("size")
  private interface Numbers {}

  private static double digits(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.5g", value));
  }

  static String write(RecordedRun run) {
    Making made = run.made();
    RecordedRunFile file =
        new RecordedRunFile(
            FORMAT,
            run.game(),
            run.label(),
            run.settings().algorithm(),
            run.seed(),
            run.steps(),
            run.complete(),
            made.version(),
            made.begun().toString(),
            digits(made.seconds()),
            digits(made.processorSeconds()),
            Optional.of(made.resumedAt()).filter(all -> !all.isEmpty()),
            Optional.of(made.timedFrom()).filter(steps -> steps > 0),
            run.settings(),
            run.network(),
            COLUMNS,
            run.curve().points().stream().map(Row::of).toList());
    ObjectNode tree = JSON.valueToTree(file);
    // The algorithm at the top says both.
    ((ObjectNode) tree.get("settings")).remove(ALGORITHM);
    ((ObjectNode) tree.get("network")).remove(CONDITIONED);
    return tree.toString().replace("],[", "],\n[").replace("\"rows\":[[", "\n\"rows\":[\n[") + "\n";
  }

  static RecordedRun read(String json) {
    try {
      JsonNode tree = JSON.readTree(json);
      String format = tree.path("format").asText();
      if (!format.equals(FORMAT)) {
        throw new IllegalArgumentException(
            "format is \"%s\", expected \"%s\"".formatted(format, FORMAT));
      }
      Algorithm algorithm = JSON.treeToValue(tree.path(ALGORITHM), Algorithm.class);
      if (algorithm != null
          && tree.path("settings") instanceof ObjectNode settings
          && tree.path("network") instanceof ObjectNode network) {
        settings.put(ALGORITHM, algorithm.id());
        network.put(CONDITIONED, algorithm.conditioned());
      }
      RecordedRunFile file = JSON.treeToValue(tree, RecordedRunFile.class);
      requireNothingElse(tree, JSON.valueToTree(file), "");
      return new RecordedRun(
          file.game(),
          file.label(),
          file.settings(),
          file.network(),
          file.seed(),
          new Making(
              file.version(),
              Instant.parse(file.begun()),
              file.seconds(),
              file.processorSeconds(),
              file.resumedAt().orElse(List.of()),
              file.timedFrom().orElse(0L)),
          new LearningCurve(file.rows().stream().map(Row::point).toList()));
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          "a recorded run has something else at " + place(e) + ": " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a recorded run must be JSON: " + e.getMessage(), e);
    }
  }

  /** Where components are unwrapped the binding lets unknown keys pass. */
  private static void requireNothingElse(JsonNode given, JsonNode known, String place) {
    for (var entry : given.properties()) {
      JsonNode same = known.get(entry.getKey());
      if (same == null) {
        throw new IllegalArgumentException(
            "a recorded run has the unknown key " + place + entry.getKey());
      }
      requireNothingElse(entry.getValue(), same, place + entry.getKey() + ".");
    }
  }

  private static String place(JsonMappingException e) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      place.append(
          step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
    }
    return place.isEmpty() ? "its top" : place.substring(place.charAt(0) == '.' ? 1 : 0);
  }
}
