package gmrl.experiment.bias;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.JsonView;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link BiasStudy} as JSON: {@code
 * {"id":…,"title":…,"sentence":…,"base":{…},"curves":[{"label":…, …},…]}}.
 *
 * <p>{@code base} is a specification that all curves begin with; a curve adds its label and the
 * keys in which it differs.
 */
public final class BiasStudyJson {
  private BiasStudyJson() {}

  /** Writes a study, each curve whole. */
  public static ObjectNode write(BiasStudy study) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", study.id());
    node.put("title", study.title());
    node.put("sentence", study.sentence());
    ArrayNode curves = node.putArray("curves");
    for (BiasStudy.Curve curve : study.curves()) {
      ObjectNode one = curves.addObject();
      one.put("label", curve.label());
      one.setAll(BiasSpecJson.write(curve.spec()));
    }
    return node;
  }

  /**
   * Reads a study.
   *
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static BiasStudy read(JsonView json) {
    json.only("id", "title", "sentence", "base", "curves");
    List<BiasStudy.Curve> curves = new ArrayList<>();
    for (JsonView curve : json.at("curves").elements()) {
      JsonView own = curve.object().without("label");
      JsonView whole = json.has("base") ? own.over(json.at("base")) : own;
      curves.add(new BiasStudy.Curve(curve.at("label").label(), BiasSpecJson.read(whole)));
    }
    try {
      return new BiasStudy(
          json.at("id").text(), json.at("title").label(), json.at("sentence").text(), curves);
    } catch (IllegalArgumentException e) {
      throw json.located(e);
    }
  }
}
