package gmrl.app.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasSpecJson;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.file.StateLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link LabState} as an experiment file and as a link.
 *
 * <p>The file holds the specification that the command line reads, under {@code bias}, and what the
 * window shows of it, under {@code window}, with a key for each family. A bare specification opens
 * too; the families then keep what they hold.
 */
public final class LabStateJson {
  private static final List<String> COMMON = List.of("samples", "seedLocked");

  private final List<StatePart<?>> parts;

  /**
   * Files and links of a window.
   *
   * @param parts the places of all families
   */
  public LabStateJson(List<StatePart<?>> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * What was read.
   *
   * @param state the state
   * @param remarks one sentence for everything that could not be taken as it was written
   */
  public record Restored(LabState state, List<String> remarks) {
    /** Freezes the list. */
    public Restored {
      remarks = List.copyOf(remarks);
    }
  }

  /** Writes a state as the text of a file. */
  public String write(LabState state) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set("bias", BiasSpecJson.write(spec(state)));
    ObjectNode window = root.putObject("window");
    window.put("samples", state.samples());
    window.put("seedLocked", state.seedLocked());
    parts.forEach(part -> window.set(part.key(), part.write(state)));
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
   * @param present the state whose parts stay where the document says nothing readable
   * @throws IllegalArgumentException in one sentence that names place, value and expectation, if
   *     the common knobs cannot be read
   */
  public Restored read(JsonView json, LabState present) {
    json.object();
    if (!json.has("bias")) {
      return new Restored(take(BiasSpecJson.read(json), present), List.of());
    }
    json.only("bias", "window", "unfinished");
    LabState state = take(BiasSpecJson.read(json.at("bias")), present);
    if (!json.has("window")) {
      return new Restored(state, List.of());
    }
    JsonView window = json.at("window");
    state =
        state
            .withPlotSamples(window.at("samples").integer())
            .withSeedLocked(window.at("seedLocked").flag());
    List<String> remarks = new ArrayList<>();
    for (StatePart<?> part : parts) {
      if (window.has(part.key())) {
        try {
          state = part.read(window.at(part.key()), state);
        } catch (IllegalArgumentException e) {
          remarks.add(part.title() + " stay as they are: " + e.getMessage() + ".");
        }
      }
    }
    List<String> unknown = new ArrayList<>(window.keys());
    unknown.removeAll(COMMON);
    unknown.removeAll(parts.stream().map(StatePart::key).toList());
    if (!unknown.isEmpty()) {
      remarks.add(
          "Not known here and left out: "
              + String.join(", ", unknown)
              + ". Another version of the laboratory has written it.");
    }
    return new Restored(state, remarks);
  }

  /** A state as one line to copy. */
  public String link(LabState state) {
    return StateLink.encode(write(state));
  }

  /**
   * Reads a copied line.
   *
   * @throws IllegalArgumentException in one sentence
   */
  public Restored readLink(String link, LabState present) {
    return read(JsonView.parse(StateLink.PLACE, StateLink.decode(link)), present);
  }

  /** Takes a specification into a state, and lets the families take from it what concerns them. */
  public LabState take(BiasSpec spec, LabState present) {
    LabState state = present.withSetup(spec.setup()).withTrials(Math.max(2, spec.trials()));
    if (!present.seedLocked()) {
      state = state.withSeed(spec.seed());
    }
    for (StatePart<?> part : parts) {
      state = part.adopt(spec, state);
    }
    int samples = spec.setup().samples();
    return samples > 0 ? state.withPlotSamples(samples) : state;
  }
}
