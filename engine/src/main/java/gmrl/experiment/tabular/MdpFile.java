package gmrl.experiment.tabular;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.file.Json;
import gmrl.experiment.file.JsonView;
import gmrl.mdp.Mdp;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * MDP files: {@code {"S":3,"A":2,"gamma":0.8,"start":0,"P":[s][a][s'],"R":[s][a]}}.
 *
 * <p>S and A are optional but must agree with P if they are there; start is 0 if absent; other keys
 * are ignored, so a file may carry a title or a comment, unless they look like a slip for one of
 * these.
 */
public final class MdpFile {
  private MdpFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException in one sentence that names file, place, value and expectation
   */
  public static Mdp read(Path file) {
    return parse(JsonView.read(file), OptionalDouble.empty());
  }

  /** Reads a file under another discount than its own, which may then be absent. */
  public static Mdp read(Path file, OptionalDouble gamma) {
    return parse(JsonView.read(file), gamma);
  }

  /**
   * Reads an MDP from a place in a document.
   *
   * @param json the MDP's object
   * @param gamma discount to use instead of the document's
   */
  public static Mdp parse(JsonView json, OptionalDouble gamma) {
    json.withoutSlips("S", "A", "gamma", "start", "P", "R");
    double[][][] transition = json.at("P").tensor();
    double[][] reward = json.at("R").matrix();
    requireSize(json, "S", transition.length);
    requireSize(json, "A", transition.length == 0 ? 0 : transition[0].length);
    double discount = gamma.isPresent() ? gamma.getAsDouble() : json.at("gamma").number();
    int start = json.has("start") ? json.at("start").integer() : 0;
    try {
      return Mdp.of(transition, reward, discount, start);
    } catch (IllegalArgumentException e) {
      throw json.invalid(e);
    }
  }

  private static void requireSize(JsonView json, String key, int size) {
    if (json.has(key) && json.at(key).integer() != size) {
      throw json.at(key).unexpected(size + " as in P");
    }
  }

  /** Writes an MDP; reading it back gives the same numbers. */
  public static ObjectNode toJson(Mdp mdp) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("S", mdp.states());
    node.put("A", mdp.actions());
    node.put("gamma", mdp.gamma());
    node.put("start", mdp.start());
    var rows = node.putArray("P");
    for (double[][] state : mdp.transition()) {
      rows.add(Json.matrix(state));
    }
    node.set("R", Json.matrix(mdp.reward()));
    return node;
  }
}
