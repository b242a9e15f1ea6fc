package gmrl.experiment.claim;

import gmrl.experiment.ShortNumber;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Findings as JSON: {@code says}, one statistic under its own name, and where it must lie.
 *
 * <p>{@code "exponent"}, {@code "growth"} and {@code "value"} take a place; {@code "ratio"} and
 * {@code "difference"} two. {@code "order"} is short for the ratios (or differences, with {@code
 * "by"}) of neighbours among {@code "at"} or {@code "curves"}, each of which must lie above 1 (or
 * 0) if it {@code "rises"}, and below otherwise.
 *
 * @param study the experiment where none is named
 * @param measure the measure where none is named
 * @param over what stands for many samples where nothing is said
 */
record FindingReader(String study, String measure, Over over) {
  private static final String[] STATISTICS = {
    "exponent", "growth", "value", "ratio", "difference", "order"
  };

  List<Finding> read(JsonView json) {
    List<String> keys =
        new ArrayList<>(List.of("says", "beside", "above", "below", "within", "over", "paired"));
    keys.addAll(List.of(STATISTICS));
    json.only(keys.toArray(String[]::new));
    List<String> named = List.of(STATISTICS).stream().filter(json::has).toList();
    if (named.size() != 1) {
      throw json.unexpected("exactly one of " + String.join(", ", STATISTICS));
    }
    Over own = ClaimJson.over(json, over);
    if (named.get(0).equals("order")) {
      return order(json, own);
    }
    JsonView at = json.at(named.get(0));
    boolean paired = !json.has("paired") || json.at("paired").flag();
    Statistic statistic =
        switch (named.get(0)) {
          case "exponent" -> new Statistic.Exponent(curve(at), from(at), to(at), own);
          case "growth" -> new Statistic.Growth(curve(at), from(at), to(at), own);
          case "value" -> new Statistic.Value(place(at), own);
          case "ratio" -> new Statistic.Ratio(pair(at, 0), pair(at, 1), paired, own);
          default -> new Statistic.Difference(pair(at, 0), pair(at, 1), paired, own);
        };
    return List.of(
        new Finding(
            json.at("says").text(),
            statistic,
            relation(json),
            json.has("beside") ? json.at("beside").text() : ""));
  }

  private static Optional<Relation> relation(JsonView json) {
    if (json.has("within")) {
      double[] ends = json.at("within").vector();
      if (ends.length != 2) {
        throw json.at("within").unexpected("two numbers");
      }
      return Optional.of(new Relation(ends[0], ends[1]));
    }
    if (json.has("above")) {
      return Optional.of(Relation.above(json.at("above").number()));
    }
    return json.has("below")
        ? Optional.of(Relation.below(json.at("below").number()))
        : Optional.empty();
  }

  private Place place(JsonView json) {
    json.only("experiment", "curve", "measure", "at");
    return named(json);
  }

  private Place curve(JsonView json) {
    json.only("experiment", "curve", "measure", "from", "to");
    return named(json);
  }

  private Place named(JsonView json) {
    return new Place(
        json.has("experiment") ? json.at("experiment").text() : study,
        json.has("curve") ? json.at("curve").text() : "",
        json.has("measure") ? json.at("measure").text() : measure,
        json.has("at") ? Optional.of(json.at("at").number()) : Optional.empty());
  }

  private Place pair(JsonView json, int index) {
    List<JsonView> both = json.elements();
    if (both.size() != 2) {
      throw json.unexpected("two places");
    }
    return place(both.get(index));
  }

  private static double from(JsonView json) {
    return json.has("from") ? json.at("from").number() : Double.NEGATIVE_INFINITY;
  }

  private static double to(JsonView json) {
    return json.has("to") ? json.at("to").number() : Double.POSITIVE_INFINITY;
  }

  private List<Finding> order(JsonView json, Over own) {
    JsonView order = json.at("order");
    order.only("experiment", "curve", "curves", "measure", "at", "rises", "by");
    boolean ratio = !order.has("by") || order.at("by").text().equals("ratio");
    boolean rises = order.at("rises").flag();
    boolean paired = !json.has("paired") || json.at("paired").flag();
    List<Place> places = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Place base =
        new Place(
            order.has("experiment") ? order.at("experiment").text() : study,
            order.has("curve") ? order.at("curve").text() : "",
            order.has("measure") ? order.at("measure").text() : measure,
            Optional.empty());
    if (order.has("curves")) {
      Place there = order.has("at") ? base.at(order.at("at").number()) : base;
      for (JsonView curve : order.at("curves").elements()) {
        places.add(there.on(curve.text()));
        names.add(curve.text());
      }
    } else {
      for (double x : order.at("at").vector()) {
        places.add(base.at(x));
        names.add(ShortNumber.of(x));
      }
    }
    double threshold = ratio ? 1 : 0;
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i < places.size(); i++) {
      Place before = places.get(i - 1);
      Place after = places.get(i);
      findings.add(
          new Finding(
              json.at("says").text() + ": " + names.get(i - 1) + " → " + names.get(i),
              ratio
                  ? new Statistic.Ratio(after, before, paired, own)
                  : new Statistic.Difference(after, before, paired, own),
              Optional.of(rises ? Relation.above(threshold) : Relation.below(threshold)),
              json.has("beside") ? json.at("beside").text() : ""));
    }
    return findings;
  }
}
