package gmrl.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.LibraryApi;
import gmrl.experiment.Family;
import gmrl.experiment.families.Families;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.meta.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A sweep whose points are known: each a full specification of its family. Immutable; equal
 * documents have the same points everywhere.
 */
public final class SweepPlan {
  /** What a stored sweep is a run of. */
  public static final String KIND = "sweep";

  /** Most points of one sweep. */
  static final int MOST_POINTS = 1_000_000;

  private final String source;
  private final SweepDocument document;
  private final Family<?, ?> family;
  private final ObjectNode base;
  private final List<String> names = new ArrayList<>();
  private final List<List<SpecPath>> paths = new ArrayList<>();
  private final List<ParameterValues> values = new ArrayList<>();
  private final int size;

  private SweepPlan(JsonView json) {
    source = json.place();
    document = SweepDocument.read(json);
    family = Families.read(json.at("family"));
    base = base(family, json);
    JsonView parameters = json.at("parameters");
    if (document.parameters().isEmpty()) {
      throw parameters.unexpected("at least one path with its values");
    }
    for (String name : parameters.keys()) {
      names.add(name);
      try {
        List<SpecPath> own = SpecPath.parse(name);
        requireApart(own);
        paths.add(own);
      } catch (IllegalArgumentException e) {
        throw parameters.invalid(e);
      }
      values.add(ParameterValues.read(parameters.at(name), document.random().isPresent()));
    }
    long points = 1;
    if (document.random().isPresent()) {
      points = document.random().get().points();
    } else {
      for (ParameterValues each : values) {
        points = Math.min(points * each.count(), Integer.MAX_VALUE);
      }
    }
    if (points < 1 || points > MOST_POINTS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: the sweep has %s%d points, expected 1 to %d",
              source,
              points == Integer.MAX_VALUE ? "more than " : "",
              points,
              MOST_POINTS));
    }
    size = (int) points;
  }

  /**
   * Reads a sweep and tries every point of it, so that nothing runs if one of them cannot.
   *
   * @throws IllegalArgumentException in one sentence that names document, path, value and what was
   *     expected
   */
  public static SweepPlan read(JsonView json) {
    SweepPlan plan = new SweepPlan(json.object());
    plan.check();
    return plan;
  }

  /** Reads a sweep whose points were tried before, from the text of {@link #json}. */
  @LibraryApi
  public static SweepPlan trusted(String text) {
    return new SweepPlan(JsonView.parse("the sweep", text).object());
  }

  /** No place takes two values at a point, of which the table would show one that did not count. */
  private void requireApart(List<SpecPath> own) {
    List<SpecPath> before = new ArrayList<>(paths.stream().flatMap(List::stream).toList());
    for (SpecPath path : own) {
      for (SpecPath other : before) {
        if (path.meets(other)) {
          throw new IllegalArgumentException(
              "\"%s\" sets what \"%s\" sets, expected each place in one path alone"
                  .formatted(path, other));
        }
      }
      before.add(path);
    }
  }

  /** The whole specification that the parameters change. */
  private static <S> ObjectNode base(Family<S, ?> family, JsonView json) {
    return family.write(json.has("config") ? family.read(json.at("config")) : family.standard());
  }

  private void check() {
    Optional<String> problem =
        IntStream.range(0, size)
            .parallel()
            .mapToObj(this::problem)
            .filter(Optional::isPresent)
            .findFirst()
            .flatMap(found -> found);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
  }

  /** What is wrong with a point: the place of the value that alone is to blame, or the point. */
  private Optional<String> problem(int point) {
    Optional<String> whole = refusal(names, values(point));
    if (whole.isEmpty()) {
      return whole;
    }
    List<JsonNode> at = values(point);
    for (int p = 0; p < names.size(); p++) {
      if (refusal(List.of(names.get(p)), List.of(at.get(p))).equals(whole)) {
        return Optional.of(
            "%s: parameters.%s takes %s: %s"
                .formatted(source, names.get(p), Json.line(at.get(p)), whole.get()));
      }
    }
    return Optional.of("%s: %s: %s".formatted(source, describe(point), whole.get()));
  }

  /** Why the family refuses the base with these values; empty if it takes them. */
  private Optional<String> refusal(List<String> which, List<JsonNode> nodes) {
    try {
      ObjectNode config = base.deepCopy();
      for (int i = 0; i < which.size(); i++) {
        requireValue(which.get(i), nodes.get(i));
        set(config, names.indexOf(which.get(i)), nodes.get(i));
      }
      family.read(JsonView.of("config", config));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Where the base has a value, null would leave it as it is and stand in the table as nothing. */
  private void requireValue(String name, JsonNode value) {
    boolean set = paths.get(names.indexOf(name)).stream().anyMatch(path -> path.isSet(base));
    if (value.isNull() && set) {
      throw new IllegalArgumentException(name + " is null, expected a value");
    }
  }

  private void set(ObjectNode config, int parameter, JsonNode value) {
    for (SpecPath path : paths.get(parameter)) {
      path.set(config, value);
    }
  }

  /** A point in words, such as {@code point 3 (alpha = 1, steps = 2)}. */
  String describe(int point) {
    List<JsonNode> at = values(point);
    return "point "
        + point
        + IntStream.range(0, names.size())
            .mapToObj(p -> names.get(p) + " = " + Json.line(at.get(p)))
            .collect(java.util.stream.Collectors.joining(", ", " (", ")"));
  }

  /** Whose experiments it runs. */
  public Family<?, ?> family() {
    return family;
  }

  /** How many points there are. */
  public int size() {
    return size;
  }

  /** The paths that vary, as they were written. */
  public List<String> parameters() {
    return List.copyOf(names);
  }

  /** Whether the table has a row for every curve, or all the rows of the family. */
  boolean isSummary() {
    return document.table() == SweepDocument.Rows.SUMMARY;
  }

  /** The values of the parameters at a point, in the order of the paths. */
  List<JsonNode> values(int point) {
    List<JsonNode> at = new ArrayList<>();
    if (document.random().isPresent()) {
      SplittableRandom random = Randomness.ofDesign(document.random().get().seed(), point);
      values.forEach(each -> at.add(each.draw(random)));
      return at;
    }
    int rest = point;
    for (int p = values.size() - 1; p >= 0; p--) { // the last path varies fastest
      at.add(0, values.get(p).at(rest % values.get(p).count()));
      rest /= values.get(p).count();
    }
    return at;
  }

  /** The whole specification of a point, as the family writes it. */
  public ObjectNode config(int point) {
    ObjectNode config = base.deepCopy();
    List<JsonNode> at = values(point);
    for (int p = 0; p < at.size(); p++) {
      set(config, p, at.get(p));
    }
    return config;
  }

  /** The sweep with every key of the specification that its points share. */
  public ObjectNode json() {
    Map<String, JsonNode> same = document.parameters();
    return new SweepDocument(
            document.family(), document.title(), base, same, document.random(), document.table())
        .json();
  }
}
