package gmrl.app.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.experiment.file.JsonView;
import java.util.List;
import java.util.function.Function;

/**
 * A panel with kept runs over it: the panel is computed again, the runs' curves carry their
 * numbers.
 *
 * @param base the panel below
 * @param kept the runs over it, at least one
 */
public record OverlaidPanel(PanelPlan base, List<KeptCurves> kept) implements PanelPlan {
  /** What documents call it. */
  public static final String FAMILY = "overlaid";

  /** Copies the list. */
  public OverlaidPanel {
    kept = List.copyOf(kept);
  }

  /** A panel with runs over it, which is the panel itself where there are none. */
  public static PanelPlan of(PanelPlan base, List<KeptCurves> kept) {
    return kept.isEmpty() ? base : new OverlaidPanel(base, kept);
  }

  @Override
  public String title() {
    return base.title();
  }

  @Override
  public PanelPlan quick() {
    return new OverlaidPanel(base.quick(), kept);
  }

  @Override
  public PanelPlan withSeed(long seed) {
    return new OverlaidPanel(base.withSeed(seed), kept);
  }

  @Override
  public long seed() {
    return base.seed();
  }

  @Override
  public boolean recorded() {
    return base.recorded();
  }

  @Override
  public List<Part<?>> parts() {
    return base.parts();
  }

  @Override
  public ChartModel chart(Results results) {
    return KeptCurves.over(base.chart(results), kept);
  }

  @Override
  public void describe(ObjectNode node) {
    ObjectNode below = JsonNodeFactory.instance.objectNode().put("title", base.title());
    base.describe(below);
    node.put("family", FAMILY).set("measure", below.path("measure"));
    node.set("bands", below.path("bands"));
    node.set(FigureDocument.SHOWN, below);
    ArrayNode runs = node.putArray(FigureDocument.KEPT);
    kept.forEach(run -> run.describe(runs.addObject()));
  }

  /**
   * Reads what {@link #describe} wrote.
   *
   * @param panels reads a panel of any family
   * @throws IllegalArgumentException in one sentence that names place, value and expectation
   */
  public static PanelPlan read(JsonView json, Function<JsonView, PanelPlan> panels) {
    ObjectNode below = (ObjectNode) json.at(FigureDocument.SHOWN).object().value().deepCopy();
    // The heading of the figure's panel counts, which its author may have changed.
    below.put("title", json.at("title").text());
    return of(
        panels.apply(JsonView.of(json.at(FigureDocument.SHOWN).place(), below)),
        json.at(FigureDocument.KEPT).elements().stream().map(KeptCurves::read).toList());
  }
}
