package gmrl.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What one parameter of a sweep may be. */
sealed interface ParameterValues {
  /** Most values that a list or a range may have. */
  int MOST = 1_000_000;

  /** Whole numbers below are exact as doubles. */
  double MOST_EXACT = 1L << 53;

  /** How many values there are. */
  int count();

  /** The value of an index below {@link #count}. */
  JsonNode at(int index);

  /** A value at random. */
  JsonNode draw(SplittableRandom random);

  /** Values one by one, of any kind. */
  record Listed(List<JsonNode> values) implements ParameterValues {
    @Override
    public int count() {
      return values.size();
    }

    @Override
    public JsonNode at(int index) {
      return values.get(index);
    }

    @Override
    public JsonNode draw(SplittableRandom random) {
      return values.get(random.nextInt(values.size()));
    }
  }

  /**
   * Numbers between two ends, both included.
   *
   * @param from first end
   * @param to the other
   * @param count values of a grid, evenly spread on the scale; not used at random
   * @param scale {@code linear} or {@code log}
   * @param whole whether they are rounded to whole numbers
   */
  record Range(double from, double to, Optional<Integer> count, String scale, boolean whole) {
    public Range {
      if (!(Double.isFinite(from) && Double.isFinite(to) && from <= to)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "goes from %s to %s, expected finite ends in order", from, to));
      }
      if (!scale.equals("linear") && !scale.equals("log")) {
        throw new IllegalArgumentException(
            "scale is \"%s\", expected linear or log".formatted(scale));
      }
      if (scale.equals("log") && !(from > 0)) {
        throw new IllegalArgumentException(
            "from is " + from + ", expected a value above 0 on the scale log");
      }
      if (whole && Math.ceil(from) > Math.floor(to)) {
        throw new IllegalArgumentException(
            "there is no whole number from " + from + " to " + to + ", expected one");
      }
      if (count.isPresent() && (count.get() < 1 || count.get() > MOST)) {
        throw new IllegalArgumentException("count is " + count.get() + ", expected 1 to " + MOST);
      }
    }

    /** The number at a share of the way, both ends exactly themselves. */
    private double between(double share) {
      if (share <= 0) {
        return from;
      }
      if (share >= 1) {
        return to;
      }
      double value =
          scale.equals("log")
              ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)))
              : from + share * (to - from);
      return Math.max(from, Math.min(to, value));
    }

    private JsonNode node(double value) {
      return whole
          ? JsonNodeFactory.instance.numberNode((long) value)
          : JsonNodeFactory.instance.numberNode(value);
    }
  }

  /** The numbers of a range. */
  record Spread(Range range) implements ParameterValues {
    @Override
    public int count() {
      return range.count().orElse(0);
    }

    @Override
    public JsonNode at(int index) {
      double value = range.between(count() == 1 ? 0 : index / (count() - 1.0));
      return range.node(range.whole() ? Math.rint(value) : value);
    }

    @Override
    public JsonNode draw(SplittableRandom random) {
      double share = random.nextDouble();
      if (!range.whole()) {
        return range.node(range.between(share));
      }
      // Every whole number has the cell of width 1 around it.
      double low = Math.ceil(range.from());
      double high = Math.floor(range.to());
      double value =
          range.scale().equals("log")
              ? Math.exp(Math.log(low - 0.5) + share * (Math.log(high + 0.5) - Math.log(low - 0.5)))
              : low - 0.5 + share * (high - low + 1);
      return range.node(Math.max(low, Math.min(high, Math.rint(value))));
    }
  }

  /**
   * Reads a list or a range.
   *
   * @param json at its place
   * @param random whether values are drawn, so that a range needs no count
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static ParameterValues read(JsonView json, boolean random) {
    if (json.isObject()) {
      for (String end : new String[] {"from", "to"}) {
        if (!json.has(end)) {
          throw json.at(end).unexpected("a number");
        }
      }
      Range range;
      try {
        range = RANGES.read(json, new Range(0, 0, Optional.empty(), "linear", false));
      } catch (IllegalArgumentException e) {
        throw json.located(e);
      }
      if (!random && range.count().isEmpty()) {
        throw json.at("count").unexpected("how many values the grid has");
      }
      if (random && range.count().isPresent()) {
        throw json.at("count").unexpected("it in a grid alone: here values are drawn");
      }
      Spread spread = new Spread(range);
      for (int i = 1; i < spread.count() && range.whole(); i++) {
        if (spread.at(i).equals(spread.at(i - 1))) {
          throw json.at("count")
              .unexpected("fewer: " + spread.at(i) + " would be there more than once");
        }
      }
      return spread;
    }
    if (!json.value().isArray()) {
      throw json.unexpected("a list of values, or a range {\"from\":…,\"to\":…,\"count\":…}");
    }
    List<JsonView> elements = json.elements();
    if (elements.isEmpty() || elements.size() > MOST) {
      throw json.unexpected("1 to " + MOST + " values");
    }
    List<JsonNode> values =
        elements.stream().map(JsonView::value).map(ParameterValues::plain).toList();
    Set<JsonNode> before = new HashSet<>();
    for (JsonView element : elements) {
      if (!before.add(element.value())) {
        throw element.unexpected("a value that is not in the list before");
      }
    }
    return new Listed(values);
  }

  /** Strict, as everywhere. */
  RecordJson RANGES = new RecordJson();

  /** Whole numbers as whole numbers, as a run's folder keeps them: its table stays the same. */
  private static JsonNode plain(JsonNode value) {
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> array.add(plain(each)));
      return array;
    }
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(entry -> object.set(entry.getKey(), plain(entry.getValue())));
      return object;
    }
    boolean whole =
        value.isFloatingPointNumber()
            && value.doubleValue() == Math.rint(value.doubleValue())
            && Math.abs(value.doubleValue()) < MOST_EXACT;
    return whole ? JsonNodeFactory.instance.numberNode(value.longValue()) : value;
  }
}
