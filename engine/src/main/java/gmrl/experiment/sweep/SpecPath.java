package gmrl.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place in a specification, such as {@code alpha}, {@code mdp.generated.states} or {@code
 * curves[0].config.alpha}.
 */
final class SpecPath {
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z_][A-Za-z0-9_-]*(\\[\\d{1,6}])*(\\.[A-Za-z_][A-Za-z0-9_-]*(\\[\\d{1,6}])*)*");

  private final String text;
  private final List<String> steps = new ArrayList<>();

  private SpecPath(String text) {
    this.text = text;
    for (String step : text.replace("[", ".[").replace("]", "").split("\\.", -1)) {
      steps.add(step);
    }
  }

  /**
   * Reads one path, or several joined by {@code +} that take the same value.
   *
   * @throws IllegalArgumentException quoting what is none
   */
  static List<SpecPath> parse(String text) {
    List<SpecPath> paths = new ArrayList<>();
    for (String one : text.split("\\+", -1)) {
      if (!FORM.matcher(one.strip()).matches()) {
        throw new IllegalArgumentException(
            "\"%s\" is no path, expected keys of the specification such as mdp.generated.states, or several joined by +"
                .formatted(text));
      }
      paths.add(new SpecPath(one.strip()));
    }
    return paths;
  }

  /**
   * Sets the value there; objects on the way are made, so that whoever reads the specification says
   * what is wrong with them.
   *
   * @param config changed
   * @throws IllegalArgumentException if the path leads into something else than an object or list
   */
  void set(ObjectNode config, JsonNode value) {
    JsonNode here = config;
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      String step = steps.get(i);
      if (step.startsWith("[")) {
        int index = Integer.parseInt(step.substring(1));
        if (!(here instanceof ArrayNode array) || index >= array.size()) {
          throw nowhere(i, "a list of more than " + index + " elements");
        }
        if (last) {
          array.set(index, value);
        } else {
          here = array.get(index);
        }
      } else if (here instanceof ObjectNode object) {
        if (last) {
          object.set(step, value);
        } else {
          JsonNode below = object.get(step);
          here =
              below == null || below.isNull()
                  ? steps.get(i + 1).startsWith("[")
                      ? object.putArray(step)
                      : object.putObject(step)
                  : below;
        }
      } else {
        throw nowhere(i, "an object");
      }
    }
  }

  /** Whether a specification has a value there, which null would not change. */
  boolean isSet(ObjectNode config) {
    JsonNode here = config;
    for (String step : steps) {
      here =
          step.startsWith("[") ? here.path(Integer.parseInt(step.substring(1))) : here.path(step);
    }
    return !here.isMissingNode() && !here.isNull();
  }

  /** Whether one of two paths leads to the other's place or into it. */
  boolean meets(SpecPath other) {
    int common = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, common).equals(other.steps.subList(0, common));
  }

  private IllegalArgumentException nowhere(int step, String expected) {
    String before = String.join(".", steps.subList(0, step)).replace(".[", "[");
    return new IllegalArgumentException(
        "\"%s\" leads nowhere: %s is not %s"
            .formatted(text, before.isEmpty() ? "it" : before, expected));
  }

  @Override
  public String toString() {
    return text;
  }
}
