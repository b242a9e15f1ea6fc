package gmrl.app.atari;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.atari.learn.Algorithm;
import gmrl.experiment.file.JsonView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is looked at of the recorded runs.
 *
 * @param study title of a {@link Study}; empty, or one that is not there, for the usual one
 * @param hidden learners that are not drawn
 * @param diagnostic what is drawn beside the returns
 * @param singles whether every seed is drawn behind the means
 */
public record AtariChoice(
    String study, Set<Algorithm> hidden, Diagnostic diagnostic, boolean singles) {
  /** The game of a first look. */
  static final String USUAL_GAME = "minatar:breakout";

  /** What a first start shows. */
  static final AtariChoice DEFAULT = new AtariChoice("", Set.of(), Diagnostic.ENTROPY, true);

  /** Its place in the state. */
  public static final StatePart<AtariChoice> PART =
      new StatePart<>(
          "learning",
          "Choices about learning on games",
          DEFAULT,
          AtariChoice::read,
          AtariChoice::write);

  /** Copies the set. */
  public AtariChoice {
    hidden = Set.copyOf(hidden);
  }

  /** What stands in a state. */
  static AtariChoice of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  LabState in(LabState state) {
    return state.with(PART, this);
  }

  AtariChoice withStudy(String other) {
    return new AtariChoice(other, hidden, diagnostic, singles);
  }

  AtariChoice with(Diagnostic other) {
    return new AtariChoice(study, hidden, other, singles);
  }

  AtariChoice withSingles(boolean on) {
    return new AtariChoice(study, hidden, diagnostic, on);
  }

  /** The same with a learner drawn or not. */
  AtariChoice with(Algorithm algorithm, boolean shown) {
    Set<Algorithm> next = EnumSet.noneOf(Algorithm.class);
    next.addAll(hidden);
    if (shown) {
      next.remove(algorithm);
    } else {
      next.add(algorithm);
    }
    return new AtariChoice(study, next, diagnostic, singles);
  }

  private JsonNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("study", study);
    ArrayNode out = node.putArray("hidden");
    hidden.stream().sorted().forEach(algorithm -> out.add(algorithm.id()));
    return node.put("diagnostic", diagnostic.name()).put("singles", singles);
  }

  private static AtariChoice read(JsonView json) {
    json.only("study", "hidden", "diagnostic", "singles");
    Set<Algorithm> hidden = EnumSet.noneOf(Algorithm.class);
    for (JsonView each : json.at("hidden").elements()) {
      try {
        hidden.add(Algorithm.of(each.text()));
      } catch (IllegalArgumentException e) {
        throw each.located(e);
      }
    }
    return new AtariChoice(
        json.at("study").text(),
        hidden,
        diagnostic(json.at("diagnostic")),
        json.at("singles").flag());
  }

  private static Diagnostic diagnostic(JsonView json) {
    for (Diagnostic diagnostic : Diagnostic.values()) {
      if (diagnostic.name().equals(json.text())) {
        return diagnostic;
      }
    }
    throw json.unexpected("one of " + Arrays.toString(Diagnostic.values()));
  }
}
