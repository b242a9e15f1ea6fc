package gmrl.app.figure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.Family;
import gmrl.experiment.file.JsonView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a file of a figure says about itself: which experiments, how they are drawn, how they stand
 * on paper, and perhaps the state of the window that it was saved from.
 */
public final class FigureDocument {
  /** Key of {@link FigureOptions}. */
  static final String PAPER = "paper";

  /** Key of the state of the window that a figure was saved from. */
  public static final String STATE = "state";

  /** Key of a word on what numbers are worth that are not all that was asked for. */
  public static final String UNFINISHED = "unfinished";

  /** Key under which a panel says what its curves are of, where its own words say less. */
  public static final String SHOWN = "shown";

  /** Key of the kept runs that lie over a plot. */
  static final String KEPT = "kept";

  /** Key of the family whose specification a panel holds, where it is of another family itself. */
  public static final String OF = "of";

  /** Key of a sentence on how numbers came about that no experiment of a family made. */
  public static final String COMPUTED = "computed";

  private final JsonView json;

  private FigureDocument(JsonView json) {
    this.json = json;
  }

  /**
   * Reads a file.
   *
   * @param file any file of a figure
   * @throws IllegalArgumentException in one sentence if it is none
   */
  public static FigureDocument read(Path file) {
    return in(FigureReader.read(file));
  }

  /**
   * What a document says.
   *
   * @throws IllegalArgumentException in one sentence if it is none of a figure
   */
  public static FigureDocument in(JsonView json) {
    return of(json)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    json.place()
                        + " names no panels of a figure, expected a file that the figure command or"
                        + " the figure studio wrote"));
  }

  /** What a document says, if it is a figure's. */
  public static Optional<FigureDocument> of(JsonView json) {
    return json.isObject() && json.has("figure") && json.has("panels")
        ? Optional.of(new FigureDocument(json))
        : Optional.empty();
  }

  /** What a panel of another family says of the specification that its curves are of. */
  public static <S> ObjectNode shown(Family<S, ?> family, S spec) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("family", family.id());
    node.set("config", family.write(spec));
    return node;
  }

  /** How it stands on paper; the usual where it does not say. */
  public FigureOptions options() {
    return json.has(PAPER) ? FigureOptions.read(json.at(PAPER)) : FigureOptions.PAPER;
  }

  /** The state of the window that it was saved from. */
  public Optional<JsonView> state() {
    return json.has(STATE) ? Optional.of(json.at(STATE)) : Optional.empty();
  }

  /**
   * What to compute to make the figure again.
   *
   * @param readers by family, what reads a panel that such a family described
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public FigurePlan plan(Map<String, Function<JsonView, PanelPlan>> readers) {
    List<PanelPlan> panels = new ArrayList<>();
    for (JsonView panel : json.at("panels").elements()) {
      try {
        panels.add(panel(panel, readers));
      } catch (IllegalArgumentException e) {
        throw panel.located(e);
      }
    }
    if (panels.isEmpty()) {
      throw json.at("panels").unexpected("at least one panel");
    }
    int columns = json.has("columns") ? json.at("columns").integer() : Math.min(2, panels.size());
    return new FigurePlan(
        json.at("figure").label(),
        json.at("title").label(),
        json.has("source") ? json.at("source").text() : "",
        panels,
        columns,
        json.has("sharedLegend") && json.at("sharedLegend").flag());
  }

  /**
   * What computes a panel.
   *
   * @param panel as it described itself
   * @param readers by family, what reads a panel that such a family described
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan panel(
      JsonView panel, Map<String, Function<JsonView, PanelPlan>> readers) {
    JsonView family = panel.at("family");
    Function<JsonView, PanelPlan> reader = readers.get(family.text());
    if (reader == null) {
      throw family.unexpected("one of " + String.join(", ", readers.keySet()));
    }
    return reader.apply(panel);
  }
}
