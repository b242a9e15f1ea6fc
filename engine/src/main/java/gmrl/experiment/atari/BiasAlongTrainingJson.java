package gmrl.experiment.atari;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.LibraryApi;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/**
 * {@link BiasAlongTraining} as JSON; numbers of studies to five digits, means as [mean, standard
 * error, count], intervals as [value, low, high].
 */
public final class BiasAlongTrainingJson {
  private static final MathContext DIGITS = new MathContext(5);
  private static final String LABEL = "label";

  private static final AtariSpec STANDARD =
      AtariSpec.usual(GameSpec.of("minatar:breakout"), Algorithm.MGRL_LVC);

  private static final RecordJson CODEC =
      new RecordJson(
          new JsonTypes()
              .numbers(BiasAlongTrainingJson::number)
              .tree(double[][].class, BiasAlongTrainingJson::rows, (name, json) -> json.matrix())
              .tree(
                  MeanEstimate.class,
                  m -> numbers(m.mean(), m.standardError(), m.count()),
                  (name, json) -> mean(json))
              .tree(
                  Interval.class,
                  i -> numbers(i.value(), i.low(), i.high()),
                  (name, json) -> interval(json))
              .tree(
                  MetaParameters.class,
                  c ->
                      Json.vector(
                          new double[] {
                            c.gamma(), c.gaeLambda(), c.valueLossCoef(), c.entropyCoef()
                          }),
                  (name, json) -> coefficients(json))
              .tree(
                  AtariSpec.class,
                  AtariSpecJson::write,
                  (name, json) -> AtariSpecJson.read(json, STANDARD))
              .text(Instant.class, Instant::toString, Instant::parse)
              .names(BiasAlongTraining.class, Names.class)
              .module());

  private BiasAlongTrainingJson() {}

  private interface Names {
    @JsonProperty("config")
    AtariSpec spec();
  }

  /** One recorded study. */
  @LibraryApi
  public static ObjectNode write(BiasAlongTraining all) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put(LABEL, all.spec().label());
    return node.setAll(CODEC.write(all));
  }

  static BiasAlongTraining read(JsonView json) {
    return CODEC.read(json.without(LABEL), BiasAlongTraining.class);
  }

  private static JsonNode number(double value) {
    return Double.isFinite(value)
        ? Json.number(new BigDecimal(value).round(DIGITS).doubleValue())
        : JsonNodeFactory.instance.nullNode();
  }

  private static ArrayNode numbers(double... values) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    for (double value : values) {
      out.add(number(value));
    }
    return out;
  }

  private static ArrayNode rows(double[][] values) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    for (double[] row : values) {
      out.add(numbers(row));
    }
    return out;
  }

  private static double[] several(JsonView json, int count) {
    double[] values = json.numbersOrUndefined();
    if (values.length != count) {
      throw json.unexpected(count + " numbers");
    }
    return values;
  }

  private static MeanEstimate mean(JsonView json) {
    double[] v = several(json, 3);
    return new MeanEstimate(v[0], v[1], (int) v[2]);
  }

  private static Interval interval(JsonView json) {
    double[] v = several(json, 3);
    return new Interval(v[0], v[1], v[2]);
  }

  private static MetaParameters coefficients(JsonView json) {
    double[] c = several(json, 4);
    return new MetaParameters(c[0], c[1], c[2], c[3]);
  }
}
