package gmrl.app.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasSpecJson;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.StateLink;
import gmrl.mdp.Estimator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A {@link LabState} as an experiment file and as a link.
 *
 * <p>The file holds the specification that the command line reads, under {@code bias}, and what the
 * window shows of it, under {@code window}. A bare specification opens too; the window then keeps
 * its plots.
 */
public final class LabStateJson {
  private LabStateJson() {}

  /** Writes a state as the text of a file. */
  public static String write(LabState state) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set("bias", BiasSpecJson.write(spec(state)));
    ObjectNode window = root.putObject("window");
    window.put("samples", state.samples());
    window.put("seedLocked", state.seedLocked());
    window.set("compositional", plot(state.compositional()));
    window.set("hessian", plot(state.hessian()));
    window.set("study", plot(state.study()));
    window.put("studyId", state.studyId());
    window
        .putObject("training")
        .put("updates", state.training().updates())
        .put("learningRate", state.training().learningRate())
        .put("runs", state.training().runs());
    ObjectNode extras = window.putObject("extras");
    new TreeMap<>(state.extras()).forEach(extras::put);
    return root.toPrettyString() + "\n";
  }

  /** The single estimate that a state describes. */
  public static BiasSpec spec(LabState state) {
    return new BiasSpec(state.setup(), state.trials(), state.seed(), Optional.empty());
  }

  /**
   * Reads a file or a bare specification.
   *
   * @param json the document
   * @param present the state whose plots a bare specification keeps
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static LabState read(JsonView json, LabState present) {
    json.object();
    if (!json.has("bias")) {
      return take(BiasSpecJson.read(json), present);
    }
    json.only("bias", "window", "unfinished");
    LabState state = take(BiasSpecJson.read(json.at("bias")), present);
    if (!json.has("window")) {
      return state;
    }
    JsonView window = json.at("window");
    window.only(
        "samples",
        "seedLocked",
        "compositional",
        "hessian",
        "study",
        "studyId",
        "training",
        "extras");
    JsonView training = window.at("training");
    Map<String, String> extras = new TreeMap<>();
    for (String key : window.at("extras").keys()) {
      extras.put(key, window.at("extras").at(key).text());
    }
    return new LabState(
        state.setup(),
        window.at("samples").integer(),
        state.trials(),
        state.seed(),
        window.at("seedLocked").flag(),
        plot(window.at("compositional")),
        plot(window.at("hessian")),
        plot(window.at("study")),
        window.at("studyId").text(),
        new TrainingPlot(
            training.at("updates").integer(),
            training.at("learningRate").number(),
            training.at("runs").integer()),
        extras);
  }

  /** A state as one line to copy. */
  public static String link(LabState state) {
    return StateLink.encode(write(state));
  }

  /**
   * Reads a copied line.
   *
   * @throws IllegalArgumentException in one sentence
   */
  public static LabState readLink(String link, LabState present) {
    return read(JsonView.parse("the state link", StateLink.decode(link)), present);
  }

  /** Takes a specification into a state; a sweep shows in the plot of compositional bias. */
  public static LabState take(BiasSpec spec, LabState present) {
    LabState state = present.withSetup(spec.setup()).withTrials(Math.max(2, spec.trials()));
    if (!present.seedLocked()) {
      state = state.withSeed(spec.seed());
    }
    if (spec.sweep().isPresent()) {
      state = state.withCompositional(state.compositional().withX(spec.sweep().get().variable()));
    }
    int samples = spec.setup().samples();
    return samples > 0 ? state.withPlotSamples(samples) : state;
  }

  private static ObjectNode plot(BiasPlot plot) {
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
    return node;
  }

  private static BiasPlot plot(JsonView json) {
    json.only("x", "y", "curves", "logX", "logY", "bands", "bound", "slopes");
    List<Estimator> curves = new ArrayList<>();
    for (JsonView curve : json.at("curves").elements()) {
      curves.add(Estimator.parse(curve.text()));
    }
    return new BiasPlot(
        SweepVariable.parse(json.at("x").text()),
        choice(json.at("y"), PlottedMeasure.values()),
        curves,
        json.at("logX").flag(),
        json.at("logY").flag(),
        choice(json.at("bands"), Bands.values()),
        json.at("bound").flag(),
        json.at("slopes").flag());
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
