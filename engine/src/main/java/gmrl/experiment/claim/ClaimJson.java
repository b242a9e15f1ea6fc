package gmrl.experiment.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Family;
import gmrl.experiment.families.Families;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A claim as JSON, strictly: {@code {"id":…, "title":…, "statement":…, "source":{"kind":…,
 * "citation":…}, "experiments":[…], "findings":[…], "panels":[…], "remark":…}}.
 *
 * <p>An experiment has a name, a family and either {@code config}, what the family reads, with
 * {@code quick}, the keys that a small budget changes in each of its parts, or {@code known}, the
 * name of numbers that the family has.
 */
final class ClaimJson {
  private ClaimJson() {}

  /**
   * Reads a claim.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  static ClaimSpec read(JsonView json) {
    json.only(
        "id",
        "title",
        "statement",
        "source",
        "experiments",
        "findings",
        "panels",
        "remark",
        "measure",
        "over");
    List<Evidence> evidence =
        json.at("experiments").elements().stream().map(ClaimJson::evidence).toList();
    FindingReader reader =
        new FindingReader(
            evidence.size() == 1 ? evidence.get(0).name() : "",
            json.has("measure") ? json.at("measure").text() : "",
            over(json, Over.MEAN));
    try {
      return new ClaimSpec(
          json.at("id").text(),
          json.at("title").label(),
          json.at("statement").text(),
          source(json.at("source")),
          evidence,
          json.at("findings").elements().stream().flatMap(f -> reader.read(f).stream()).toList(),
          json.at("panels").elements().stream().map(p -> panel(p, reader)).toList(),
          json.has("remark") ? json.at("remark").text() : "",
          Optional.empty(),
          false);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }

  private static ClaimSpec.Source source(JsonView json) {
    json.only("kind", "citation");
    return new ClaimSpec.Source(kind(json.at("kind")), json.at("citation").text());
  }

  private static ClaimSpec.Source.Kind kind(JsonView json) {
    return Arrays.stream(ClaimSpec.Source.Kind.values())
        .filter(kind -> kind.word().equals(json.text()))
        .findFirst()
        .orElseThrow(
            () ->
                json.unexpected(
                    "one of "
                        + String.join(
                            ", ",
                            Arrays.stream(ClaimSpec.Source.Kind.values())
                                .map(ClaimSpec.Source.Kind::word)
                                .toList())));
  }

  /** What stands for many samples, if the place says so. */
  static Over over(JsonView json, Over usual) {
    if (!json.has("over")) {
      return usual;
    }
    return Arrays.stream(Over.values())
        .filter(over -> over.token().equals(json.at("over").text()))
        .findFirst()
        .orElseThrow(
            () ->
                json.at("over")
                    .unexpected(
                        "one of "
                            + String.join(
                                ", ", Arrays.stream(Over.values()).map(Over::token).toList())));
  }

  private static ClaimSpec.Panel panel(JsonView json, FindingReader reader) {
    json.only("title", "experiment", "measure", "curves", "over", "logX", "logY", "slopes", "x");
    List<String> curves = new ArrayList<>();
    if (json.has("curves")) {
      json.at("curves").elements().forEach(each -> curves.add(each.text()));
    }
    return new ClaimSpec.Panel(
        json.at("title").label(),
        json.has("experiment") ? json.at("experiment").text() : reader.study(),
        json.has("measure") ? json.at("measure").text() : reader.measure(),
        curves,
        over(json, reader.over()),
        flag(json, "logX"),
        flag(json, "logY"),
        flag(json, "slopes"),
        json.has("x") ? json.at("x").text() : "");
  }

  private static boolean flag(JsonView json, String key) {
    return json.has(key) && json.at(key).flag();
  }

  private static Evidence evidence(JsonView json) {
    json.only("name", "family", "config", "quick", "known", "study");
    Family<?, ?> family = Families.read(json.at("family"));
    if (json.has("study")) {
      return new Evidence.Study(
          json.at("name").label(), family, json.at("study").text(), Evidence.Study.SEED, false);
    }
    if (json.has("known")) {
      if (json.has("config")) {
        throw json.at("config").unexpected("either known or config");
      }
      return new Evidence.Known(json.at("name").label(), family, json.at("known").text());
    }
    return computed(json, family);
  }

  private static <S, R> Evidence computed(JsonView json, Family<S, R> family) {
    S spec = family.read(json.at("config"));
    S small = spec;
    if (json.has("quick")) {
      ObjectNode whole = family.write(spec);
      JsonNode parts = whole.path(family.parts());
      ObjectNode keys = (ObjectNode) json.at("quick").object().value();
      if (parts.isArray()) {
        parts.forEach(part -> ((ObjectNode) part).setAll(keys));
      } else {
        whole.setAll(keys);
      }
      small = family.read(JsonView.parse(json.at("quick").place(), Json.line(whole)));
    }
    return new Evidence.Computed<>(json.at("name").label(), family, spec, small);
  }
}
