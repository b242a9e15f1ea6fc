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
    Figure.requireName(id);
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

  /**
   * The same figure with some of its panels, in another order.
   *
   * @param letters such as {@code a}; a panel may come twice
   * @return the plan
   * @throws IllegalArgumentException naming a letter that no panel has
   */
  public FigurePlan only(List<String> letters) {
    return with(letters.stream().map(this::panel).toList());
  }

  /**
   * One panel.
   *
   * @param letter from {@code a}
   * @throws IllegalArgumentException if no panel has it
   */
  public PanelPlan panel(String letter) {
    int index = letter.length() == 1 ? letter.charAt(0) - 'a' : -1;
    if (index < 0 || index >= panels.size()) {
      throw new IllegalArgumentException(
          id
              + " has no panel \""
              + letter
              + "\", expected one of a to "
              + (char) ('a' + panels.size() - 1));
    }
    return panels.get(index);
  }

  /**
   * The same figure with other panels.
   *
   * @param other at least one
   * @return the plan
   */
  public FigurePlan with(List<PanelPlan> other) {
    return new FigurePlan(id, title, source, other, columns, sharedLegend);
  }

  /**
   * The same figure under another name.
   *
   * @param other name of the files
   * @return the plan
   */
  public FigurePlan named(String other) {
    return new FigurePlan(other, title, source, panels, columns, sharedLegend);
  }

  /**
   * A panel's heading without its letter, which comes from its place.
   *
   * @param heading such as {@code (a) bias}
   * @return the words alone
   */
  public static String words(String heading) {
    return Layout.bare(heading);
  }
}
