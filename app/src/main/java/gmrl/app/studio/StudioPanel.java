package gmrl.app.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.KeptCurves;
import gmrl.app.figure.OverlaidPanel;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.RecordedChart;
import gmrl.app.shell.Exhibit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A panel of the figure that is being made.
 *
 * @param heading words above it
 * @param alone what is known of it without kept runs; empty before anything is
 * @param plan what computes it; empty for a plot of the window that only the window can compute
 * @param kept the kept runs that may lie over it
 * @param hidden labels of those that do not
 */
record StudioPanel(
    String heading,
    Optional<ChartModel> alone,
    Optional<PanelPlan> plan,
    List<KeptCurves> kept,
    Set<String> hidden) {

  /** Copies what is kept. */
  StudioPanel {
    kept = List.copyOf(kept);
    hidden = Set.copyOf(hidden);
  }

  /** A plot of the window as it is now. */
  static StudioPanel of(Exhibit.Taken taken) {
    return new StudioPanel(
        taken.title(),
        Optional.of(taken.alone()),
        taken.plan(),
        taken.kept(),
        taken.kept().stream()
            .filter(run -> isHidden(taken.alone(), run))
            .map(KeptCurves::label)
            .collect(Collectors.toSet()));
  }

  /** Whether all curves of a kept run lie under others: they tell a reader nothing. */
  private static boolean isHidden(ChartModel alone, KeptCurves run) {
    return run.series().stream().allMatch(s -> alone.series().stream().anyMatch(s::coincidesWith));
  }

  /** A panel that is not computed yet. */
  static StudioPanel of(PanelPlan plan) {
    String heading = FigurePlan.words(plan.title());
    return plan instanceof OverlaidPanel over
        ? new StudioPanel(
            heading, Optional.empty(), Optional.of(over.base()), over.kept(), Set.of())
        : new StudioPanel(heading, Optional.empty(), Optional.of(plan), List.of(), Set.of());
  }

  StudioPanel named(String other) {
    return new StudioPanel(other, alone, plan, kept, hidden);
  }

  StudioPanel showing(ChartModel other) {
    return new StudioPanel(heading, Optional.of(other), plan, kept, hidden);
  }

  /** The same with a kept run over it, or without. */
  StudioPanel with(String run, boolean shown) {
    Set<String> other = new HashSet<>(hidden);
    boolean changed = shown ? other.remove(run) : other.add(run);
    return changed ? new StudioPanel(heading, alone, plan, kept, other) : this;
  }

  /** The kept runs that lie over it. */
  List<KeptCurves> over() {
    return kept.stream().filter(run -> !hidden.contains(run.label())).toList();
  }

  /** What is known of it; empty before anything is. */
  Optional<ChartModel> chart() {
    return alone.map(known -> KeptCurves.over(known, over()));
  }

  /** Whether its numbers are all that was asked for. */
  boolean isComplete() {
    return alone.isPresent() && alone.get().mark().isEmpty() && !alone.get().isEmpty();
  }

  /** Whether it is not complete and can be. */
  boolean wantsComputing() {
    boolean carried = alone.isPresent() && plan.filter(RecordedChart.class::isInstance).isPresent();
    return !isComplete() && plan.isPresent() && !carried;
  }

  /**
   * What stands about it in the figure's document: what computes it, or else all its numbers.
   *
   * @param seed of the window
   */
  void describe(ObjectNode node, long seed) {
    node.put("title", heading);
    plan.or(() -> alone.map(known -> new RecordedChart(heading, seed, known)))
        .ifPresent(panel -> OverlaidPanel.of(panel, over()).describe(node));
  }
}
