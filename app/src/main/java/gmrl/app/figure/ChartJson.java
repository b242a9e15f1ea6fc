package gmrl.app.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Mark;
import gmrl.app.chart.Picture;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.chart.Scale;
import gmrl.app.chart.Style;
import gmrl.app.chart.Surface;
import gmrl.app.live.Standing;
import gmrl.experiment.file.JsonTypes;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.RecordJson;
import gmrl.meta.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** A chart with all its numbers as JSON, read back bit for bit. */
final class ChartJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final RecordJson CODEC =
      new RecordJson(
          new JsonTypes()
              .tree(ChartPoint.class, ChartJson::write, (key, json) -> point(json))
              .tree(ChartAxis.class, ChartJson::write, (key, json) -> axis(json))
              .tree(Surface.class, ChartJson::write, (key, json) -> surface(json))
              .tree(Hue.class, hue -> NODES.textNode(words(hue)), (key, json) -> hue(json))
              .tree(Picture.Form.class, ChartJson::token, constant(Picture.Form.values()))
              .tree(Role.class, ChartJson::token, constant(Role.values()))
              .tree(Mark.class, ChartJson::token, constant(Mark.values()))
              .tree(Standing.class, ChartJson::token, constant(Standing.values()))
              .tree(Style.Dash.class, ChartJson::token, constant(Style.Dash.values()))
              .tree(Style.Marker.class, ChartJson::token, constant(Style.Marker.values()))
              .tree(
                  ReferenceLine.Axis.class, ChartJson::token, constant(ReferenceLine.Axis.values()))
              .module());

  /** Behind a point whose interval is known and not drawn. */
  private static final String UNDRAWN = "undrawn";

  /** Behind a point that a formula gives. */
  private static final String EXACT = "exact";

  private ChartJson() {}

  static ObjectNode write(ChartModel chart) {
    return CODEC.write(chart);
  }

  /**
   * Reads what {@link #write(ChartModel)} wrote.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static ChartModel read(JsonView json) {
    return CODEC.read(json, ChartModel.class);
  }

  static ObjectNode write(ChartSeries series) {
    return CODEC.write(series);
  }

  /**
   * Reads what {@link #write(ChartSeries)} wrote.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static ChartSeries series(JsonView json) {
    return CODEC.read(json, ChartSeries.class);
  }

  private static JsonNode token(Enum<?> value) {
    return NODES.textNode(name(value));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> BiFunction<String, JsonView, E> constant(E[] values) {
    return (key, json) ->
        Arrays.stream(values)
            .filter(value -> name(value).equals(json.text()))
            .findFirst()
            .orElseThrow(
                () ->
                    json.unexpected(
                        "one of "
                            + String.join(
                                ", ", Arrays.stream(values).map(ChartJson::name).toList())));
  }

  /** What JSON has no number for is a word; undefined is null. */
  private static JsonNode number(double value) {
    if (Double.isNaN(value)) {
      return NODES.nullNode();
    }
    boolean word = Double.isInfinite(value) || (value == 0 && 1 / value < 0);
    return word ? NODES.textNode(Double.toString(value)) : NODES.numberNode(value);
  }

  private static double number(JsonView json) {
    if (json.value().isNull()) {
      return Double.NaN;
    }
    if (json.isText()) {
      return switch (json.text()) {
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        case "-0.0" -> -0.0;
        default -> throw json.unexpected("a number");
      };
    }
    return json.number();
  }

  private static ArrayNode write(ChartPoint point) {
    ArrayNode node = NODES.arrayNode(6).add(number(point.x())).add(number(point.y()));
    if (point.undrawn().isPresent()) {
      Interval known = point.undrawn().get();
      return node.add(number(known.low()))
          .add(number(known.high()))
          .add(point.trials())
          .add(UNDRAWN);
    }
    if (Double.compare(point.low(), point.y()) != 0
        || Double.compare(point.high(), point.y()) != 0
        || point.trials() != 0
        || point.exact()) {
      node.add(number(point.low())).add(number(point.high()));
    }
    if (point.exact()) {
      return node.add(point.trials()).add(EXACT);
    }
    return point.trials() == 0 ? node : node.add(point.trials());
  }

  private static ChartPoint point(JsonView json) {
    List<JsonView> all = json.elements();
    int size = all.size();
    String word = size == 6 ? all.get(5).value().asText() : "";
    boolean bare = word.equals(UNDRAWN);
    boolean exact = word.equals(EXACT);
    if (size != 2 && size != 4 && size != 5 && !bare && !exact) {
      throw json.unexpected(
          "x and y; perhaps low and high; perhaps trials; perhaps \"%s\" or \"%s\""
              .formatted(UNDRAWN, EXACT));
    }
    double y = number(all.get(1));
    ChartPoint point =
        new ChartPoint(
            number(all.get(0)),
            y,
            size > 2 ? number(all.get(2)) : y,
            size > 2 ? number(all.get(3)) : y,
            size > 4 ? all.get(4).longInteger() : 0);
    return bare ? point.bare() : point.withExact(exact);
  }

  private static ObjectNode write(ChartAxis axis) {
    ObjectNode node = NODES.objectNode().put("label", axis.label());
    node.put("scale", words(axis.scale()));
    node.set("low", number(axis.low()));
    node.set("high", number(axis.high()));
    axis.categories().forEach(node.putArray("categories")::add);
    return node.put("unit", axis.unit());
  }

  private static ChartAxis axis(JsonView json) {
    return new ChartAxis(
        words(json.at("label")),
        scale(json.at("scale")),
        number(json.at("low")),
        number(json.at("high")),
        json.at("categories").elements().stream().map(ChartJson::words).toList(),
        words(json.at("unit")));
  }

  private static ObjectNode write(Surface surface) {
    ObjectNode node = NODES.objectNode();
    node.set("x", numbers(surface.x()));
    node.set("y", numbers(surface.y()));
    surface.rows().forEach(node.putArray("rows")::add);
    ArrayNode z = node.putArray("z");
    surface.z().forEach(row -> z.add(numbers(row)));
    node.put("factor", surface.unit().factor()).put("sign", surface.unit().sign());
    return node;
  }

  private static Surface surface(JsonView json) {
    List<List<Double>> z = new ArrayList<>();
    json.at("z").elements().forEach(row -> z.add(numbers(row)));
    return new Surface(
        numbers(json.at("x")),
        numbers(json.at("y")),
        json.at("rows").elements().stream().map(ChartJson::words).toList(),
        z,
        new Surface.Unit(json.at("factor").number(), words(json.at("sign"))));
  }

  private static ArrayNode numbers(List<Double> values) {
    ArrayNode node = NODES.arrayNode(values.size());
    values.forEach(value -> node.add(number(value)));
    return node;
  }

  private static List<Double> numbers(JsonView json) {
    return json.elements().stream().map(ChartJson::number).toList();
  }

  /** Text as it stands, with the spaces around it. */
  private static String words(JsonView json) {
    if (!json.isText()) {
      throw json.unexpected("text");
    }
    return json.value().textValue();
  }

  private static String words(Hue hue) {
    if (hue instanceof Hue.Category category) {
      return "category " + category.index();
    }
    if (hue instanceof Hue.Ordered ordered) {
      return "ordered " + ordered.fraction();
    }
    return hue instanceof Hue.Muted ? "muted" : "neutral";
  }

  private static Hue hue(JsonView json) {
    String[] parts = words(json).split(" ", -1);
    try {
      return switch (parts[0]) {
        case "category" -> new Hue.Category(Integer.parseInt(parts[parts.length - 1]));
        case "ordered" -> new Hue.Ordered(Double.parseDouble(parts[parts.length - 1]));
        case "neutral" -> new Hue.Neutral();
        case "muted" -> new Hue.Muted();
        default -> throw json.unexpected("category, ordered, neutral or muted");
      };
    } catch (NumberFormatException e) {
      throw json.unexpected("category or ordered with a number");
    }
  }

  private static String words(Scale scale) {
    if (scale instanceof Scale.SymLog symmetric) {
      return "symlog " + symmetric.threshold();
    }
    return scale instanceof Scale.Log ? "log" : "linear";
  }

  private static Scale scale(JsonView json) {
    String words = json.text();
    if (words.startsWith("symlog ")) {
      try {
        return new Scale.SymLog(Double.parseDouble(words.substring("symlog ".length())));
      } catch (NumberFormatException e) {
        throw json.invalid(e);
      }
    }
    return switch (words) {
      case "linear" -> new Scale.Linear();
      case "log" -> new Scale.Log();
      default -> throw json.unexpected("linear, log or symlog");
    };
  }
}
