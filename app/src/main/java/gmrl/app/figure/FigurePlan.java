package gmrl.app.figure;

import java.util.List;

/**
 * A figure that has not been computed yet.
 *
 * @param id stable identifier, lower-case words with hyphens; also the files' name
 * @param title what the figure shows
 * @param source where the experiment comes from
 * @param panels row by row
 * @param columns panels per row
 * @param sharedLegend one legend under all panels
 */
public record FigurePlan(
    String id,
    String title,
    String source,
    List<PanelPlan> panels,
    int columns,
    boolean sharedLegend) {

  /** Copies the panels. */
  public FigurePlan {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("Figure plan " + id + " has no panel.");
    }
  }

  /**
   * The same figure on a small budget: fewer trials, MDPs, seeds and updates.
   *
   * @return a plan that takes seconds
   */
  public FigurePlan quick() {
    return new FigurePlan(
        id, title, source, panels.stream().map(PanelPlan::quick).toList(), columns, sharedLegend);
  }

  /**
   * The same figure from another seed.
   *
   * @param seed of everything random
   * @return the plan
   */
  public FigurePlan withSeed(long seed) {
    return new FigurePlan(
        id,
        title,
        source,
        panels.stream().map(p -> p.withSeed(seed)).toList(),
        columns,
        sharedLegend);
  }
}
