package gmrl.experiment.atari;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.LibraryApi;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.MetaBias;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;

/** {@link BiasAlongTraining} as JSON; numbers of studies to five digits. */
public final class BiasAlongTrainingJson {
  private static final MathContext DIGITS = new MathContext(5);

  private BiasAlongTrainingJson() {}

  /** One recorded study. */
  @LibraryApi
  public static ObjectNode write(BiasAlongTraining all) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("label", all.spec().label());
    node.set("config", AtariSpecJson.write(all.spec()));
    node.put("windows", all.windows()).put("copies", all.copies());
    node.put("version", all.version()).put("begun", all.begun().toString());
    ArrayNode points = node.putArray("points");
    for (BiasAlongTraining.Point point : all.points()) {
      MetaParameters c = point.coefficients();
      ObjectNode one = points.addObject().put("steps", point.steps());
      one.set("score", number(point.score()));
      one.set(
          "coefficients",
          Json.vector(new double[] {c.gamma(), c.gaeLambda(), c.valueLossCoef(), c.entropyCoef()}));
      one.set("bias", write(point.bias()));
    }
    return node;
  }

  private static ObjectNode write(MetaBias bias) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("trials", bias.trials()).put("environments", bias.environments());
    node.set("objective", mean(bias.objective()));
    node.set("reference", means(bias.reference()));
    node.set("plain", write(bias.plain()));
    node.set("lvc", write(bias.lvc()));
    node.set("plainInner", write(bias.plainInner()));
    node.set("lvcInner", write(bias.lvcInner()));
    node.set("between", interval(bias.between()));
    return node;
  }

  private static ObjectNode write(MetaBias.Estimate e) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("mean", means(e.mean()));
    node.set("bias", means(e.bias()));
    node.set("variance", number(e.variance()));
    node.set("referenceVariance", number(e.referenceVariance()));
    node.set("biasSquared", number(e.biasSquared()));
    node.set("relative", interval(e.relative()));
    node.set("cosine", interval(e.cosine()));
    node.set("mixed", rows(e.mixed()));
    node.set("transported", rows(e.transported()));
    return node;
  }

  private static com.fasterxml.jackson.databind.JsonNode number(double value) {
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

  private static ArrayNode mean(MeanEstimate m) {
    return numbers(m.mean(), m.standardError(), m.count());
  }

  private static ArrayNode means(List<MeanEstimate> all) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    all.forEach(m -> out.add(mean(m)));
    return out;
  }

  private static ArrayNode interval(Interval i) {
    return numbers(i.value(), i.low(), i.high());
  }

  static BiasAlongTraining read(JsonView json) {
    AtariSpec standard = AtariSpec.usual(GameSpec.of("minatar:breakout"), Algorithm.MGRL_LVC);
    return new BiasAlongTraining(
        AtariSpecJson.read(json.at("config"), standard),
        json.at("windows").integer(),
        json.at("copies").integer(),
        json.at("version").text(),
        Instant.parse(json.at("begun").text()),
        json.at("points").elements().stream().map(BiasAlongTrainingJson::point).toList());
  }

  private static BiasAlongTraining.Point point(JsonView json) {
    double[] c = json.at("coefficients").vector();
    return new BiasAlongTraining.Point(
        json.at("steps").longInteger(),
        json.at("score").value().asDouble(Double.NaN),
        new MetaParameters(c[0], c[1], c[2], c[3]),
        bias(json.at("bias")));
  }

  private static MetaBias bias(JsonView json) {
    return new MetaBias(
        json.at("trials").integer(),
        json.at("environments").integer(),
        mean(json.at("objective")),
        means(json.at("reference")),
        estimate(json.at("plain")),
        estimate(json.at("lvc")),
        estimate(json.at("plainInner")),
        estimate(json.at("lvcInner")),
        interval(json.at("between")));
  }

  private static MetaBias.Estimate estimate(JsonView json) {
    return new MetaBias.Estimate(
        means(json.at("mean")),
        means(json.at("bias")),
        json.at("variance").number(),
        json.at("referenceVariance").number(),
        json.at("biasSquared").number(),
        interval(json.at("relative")),
        interval(json.at("cosine")),
        json.at("mixed").matrix(),
        json.at("transported").matrix());
  }

  private static List<MeanEstimate> means(JsonView json) {
    return json.elements().stream().map(BiasAlongTrainingJson::mean).toList();
  }

  private static MeanEstimate mean(JsonView json) {
    double[] v = json.vector();
    return new MeanEstimate(v[0], v[1], (int) v[2]);
  }

  private static Interval interval(JsonView json) {
    List<JsonView> v = json.elements();
    return v.stream().anyMatch(each -> each.value().isNull())
        ? Interval.undefined()
        : new Interval(v.get(0).number(), v.get(1).number(), v.get(2).number());
  }
}
