package gmrl.experiment.tabular;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Provenance;
import gmrl.experiment.file.Json;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;

/** The parts that the results of all tabular experiments write alike. */
public final class EstimateJson {
  private EstimateJson() {}

  /** {@code {"value":…,"low":…,"high":…}}. */
  public static ObjectNode interval(Interval interval) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("value", Json.number(interval.value()));
    node.set("low", Json.number(interval.low()));
    node.set("high", Json.number(interval.high()));
    return node;
  }

  /** {@code {"mean":…,"standardError":…}}. */
  public static ObjectNode mean(MeanEstimate mean) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("mean", Json.number(mean.mean()));
    node.set("standardError", Json.number(mean.standardError()));
    return node;
  }

  /** Adds the versions of this process and, for a run cut short, {@code "interrupted": true}. */
  public static void close(ObjectNode result, boolean complete) {
    if (!complete) {
      result.put("interrupted", true);
    }
    ObjectNode versions = result.putObject("versions");
    Provenance.current().asMap().forEach(versions::put);
  }
}
