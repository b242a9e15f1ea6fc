package gmrl.app.ipd;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.live.Standing;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.Overlays;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Source;
import gmrl.app.shell.LabContext;
import gmrl.experiment.compare.RunTable;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaStudy;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Kept runs of repeated games. */
final class IpdRuns {
  private static final LolaFamily FAMILY = new LolaFamily();

  /** The line that every plot has anyway. */
  private static final String EXACT = "exact";

  private IpdRuns() {}

  /** Lets what the sliders say be kept. */
  static void join(LabContext context, IpdPanelViewModel sliders) {
    context
        .shelf()
        .register(
            Source.of(
                FAMILY,
                state -> LolaStudy.of(IpdConditions.present(state)),
                (study, state) ->
                    IpdConditions.adopt(
                        study.conditions().stream()
                            .filter(c -> !c.id().equals(EXACT))
                            .findFirst()
                            .orElse(study.conditions().get(0))
                            .spec(),
                        state)));
    sliders
        .recordsProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null && now.standing() == Standing.FRESH) {
                context
                    .shelf()
                    .offer(FAMILY, study(now.conditions()), now.snapshots(), now.newest());
              }
            });
  }

  private static LolaStudy study(List<LolaCondition> conditions) {
    return new LolaStudy("sliders", "Repeated games", "", conditions);
  }

  /** The returns with kept ones over them. */
  static ReadOnlyObjectProperty<ChartModel> over(
      LabContext context, ReadOnlyObjectProperty<ChartModel> returns) {
    return context
        .shelf()
        .over(FAMILY.id(), returns, (run, now) -> curves(context.shelf(), run, now));
  }

  /** The sampled learners of a run; where one game is zero-sum, agent 1 alone. */
  static List<ChartSeries> curves(Shelf shelf, KeptRun run, ChartModel now) {
    RunTable table = run.table().orElseThrow();
    String measure = now.y().label().startsWith("return of agent 1") ? "return1" : "return";
    List<RunTable.Key> curves =
        table.curves().stream().filter(curve -> !curve.name().equals(EXACT)).toList();
    return curves.stream()
        .map(
            curve ->
                Overlays.of(
                    run,
                    curve,
                    measure,
                    curves.size() == 1 ? shelf.label(run) : curve.name() + ", " + shelf.label(run),
                    Style.Dash.values()[curves.indexOf(curve) % Style.Dash.values().length],
                    true))
        .toList();
  }
}
