package gmrl.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;

/** Means and intervals as all results write them; what is undefined is null. */
public final class EstimateJson {
  private static final String MEAN = "mean";
  private static final String STANDARD_ERROR = "standardError";
  private static final String COUNT = "count";

  private EstimateJson() {}

  /** Numbers, means and intervals of results, for {@link gmrl.experiment.file.RecordJson}. */
  public static JsonTypes types() {
    return new JsonTypes()
        .undefinedNumbers()
        .tree(Interval.class, EstimateJson::interval, (name, json) -> interval(json))
        .tree(MeanEstimate.class, EstimateJson::counted, (name, json) -> counted(json));
  }

  /** {@code {"value":…,"low":…,"high":…}}. */
  public static ObjectNode interval(Interval interval) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("value", Json.number(interval.value()));
    node.set("low", Json.number(interval.low()));
    node.set("high", Json.number(interval.high()));
    return node;
  }

  /** Reads what {@link #interval(Interval)} writes. */
  static Interval interval(JsonView json) {
    double value = json.at("value").numberOrUndefined();
    try {
      return new Interval(
          value, json.at("low").numberOrUndefined(), json.at("high").numberOrUndefined());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  /** {@code {"mean":…,"standardError":…}}, for a mean of what the same document holds. */
  public static ObjectNode mean(MeanEstimate mean) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set(MEAN, Json.number(mean.mean()));
    node.set(STANDARD_ERROR, Json.number(mean.standardError()));
    return node;
  }

  /** The same with the number of samples behind it, where the document does not hold them. */
  public static ObjectNode counted(MeanEstimate mean) {
    return mean(mean).put(COUNT, mean.count());
  }

  /** Reads what {@link #counted} writes. */
  static MeanEstimate counted(JsonView json) {
    double mean = json.at(MEAN).numberOrUndefined();
    try {
      return new MeanEstimate(
          mean, json.at(STANDARD_ERROR).numberOrUndefined(), json.at(COUNT).integer());
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }
}
