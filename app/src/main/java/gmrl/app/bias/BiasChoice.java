package gmrl.app.bias;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.state.LabState;
import gmrl.app.state.StatePart;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasPresets;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.file.JsonView;
import gmrl.mdp.Estimator;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a person has chosen about plots of bias.
 *
 * @param compositional the plot of compositional bias
 * @param hessian the plot of Hessian bias
 * @param study the plot of the chosen experiment of the paper
 * @param studyId which experiment that is
 */
@RecordBuilder
public record BiasChoice(BiasPlot compositional, BiasPlot hessian, BiasPlot study, String studyId)
    implements BiasChoiceBuilder.With {
  /** What a first start shows. */
  static final BiasChoice INITIAL =
      new BiasChoice(
          BiasPlot.compositional(), BiasPlot.hessian(), BiasPlot.hessian(), "decomposition");

  /** Its place in the state. */
  public static final StatePart<BiasChoice> PART =
      new StatePart<>("plots", "Plots of bias", INITIAL, BiasChoice::read, BiasChoice::write)
          .adopting(BiasChoice::adopt);

  /** Checks that the experiment exists. */
  public BiasChoice {
    BiasPresets.require(studyId);
  }

  /** What stands in a state. */
  public static BiasChoice of(LabState state) {
    return PART.in(state);
  }

  /** The state with this choice in it. */
  public LabState in(LabState state) {
    return state.with(PART, this);
  }

  /** A sweep shows in the plot of compositional bias. */
  private BiasChoice adopt(BiasSpec spec) {
    return spec.sweep()
        .map(sweep -> withCompositional(compositional.withX(sweep.variable())))
        .orElse(this);
  }

  private JsonNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("compositional", write(compositional));
    node.set("hessian", write(hessian));
    node.set("study", write(study));
    node.put("studyId", studyId);
    return node;
  }

  private static BiasChoice read(JsonView json) {
    json.only("compositional", "hessian", "study", "studyId");
    return new BiasChoice(
        plot(json.at("compositional")),
        plot(json.at("hessian")),
        plot(json.at("study")),
        json.at("studyId").text());
  }

  private static ObjectNode write(BiasPlot plot) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("x", plot.x().token());
    node.put("y", plot.y().name());
    ArrayNode curves = node.putArray("curves");
    plot.curves().forEach(curve -> curves.add(curve.token()));
    node.put("logX", plot.logX());
    node.put("logY", plot.logY());
    node.put("bands", plot.bands().name());
    node.put("bound", plot.bound());
    node.put("slopes", plot.slopes());
    plot.range().ifPresent(r -> node.putArray("range").add(r.low()).add(r.high()));
    return node;
  }

  private static BiasPlot plot(JsonView json) {
    json.only("x", "y", "curves", "logX", "logY", "bands", "bound", "slopes", "range");
    List<Estimator> curves = new ArrayList<>();
    for (JsonView curve : json.at("curves").elements()) {
      curves.add(Estimator.parse(curve.text()));
    }
    return new BiasPlot(
        SweepVariable.parse(json.at("x").text()),
        choice(json.at("y"), BiasMeasure.values()),
        curves,
        json.at("logX").flag(),
        json.at("logY").flag(),
        choice(json.at("bands"), Bands.values()),
        json.at("bound").flag(),
        json.at("slopes").flag(),
        json.has("range") ? Optional.of(range(json.at("range"))) : Optional.empty());
  }

  private static SweptRange range(JsonView json) {
    List<JsonView> ends = json.elements();
    if (ends.size() != 2) {
      throw json.unexpected("two numbers");
    }
    return new SweptRange(ends.get(0).number(), ends.get(1).number());
  }

  private static <E extends Enum<E>> E choice(JsonView json, E[] values) {
    for (E value : values) {
      if (value.name().equals(json.text())) {
        return value;
      }
    }
    throw json.unexpected("one of " + Arrays.toString(values));
  }
}
