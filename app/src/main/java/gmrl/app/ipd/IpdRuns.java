package gmrl.app.ipd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.live.LiveView;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.Overlays;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Source;
import gmrl.app.shelf.StoredAnswers;
import gmrl.app.shell.LabContext;
import gmrl.app.state.LabState;
import gmrl.experiment.KeptResult;
import gmrl.experiment.compare.RunTable;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaFamily;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.experiment.ipd.LolaStudy;
import gmrl.ipd.LolaSnapshot;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Kept runs of repeated games. */
final class IpdRuns {
  private static final LolaFamily FAMILY = new LolaFamily();

  /** The line that every plot has anyway. */
  private static final String EXACT = "exact";

  private IpdRuns() {}

  /** Lets what the sliders say be kept. */
  static void join(LabContext context, IpdPanelViewModel sliders, IpdPanelViewModel figures) {
    StoredAnswers<LolaStudy, List<LolaSnapshot>> answers = new StoredAnswers<>();
    answers.to(sliders::recall);
    answers.to(figures::recall);
    context
        .shelf()
        .register(
            new Source(
                    FAMILY.id(),
                    FAMILY.title(),
                    List.of(IpdFeature.TITLE),
                    IpdRuns::settings,
                    (json, state) -> adopt(FAMILY.read(json), json, state))
                .taking(FAMILY, IpdFeature.TITLE, answers, IpdRuns::isAsked));
    offer(context, sliders);
    offer(context, figures);
  }

  /** A published study as such, else the learners that sample as the sliders say them. */
  private static LabState adopt(LolaStudy study, JsonView json, LabState state) {
    for (LolaStudy published : LolaFigures.all()) {
      if (published.specs().equals(study.specs())) {
        return IpdSettings.of(state).withConditions(published.id()).in(state);
      }
    }
    return IpdConditions.adopt(
        study.conditions().stream()
            .filter(c -> !c.id().equals(EXACT))
            .findFirst()
            .orElseThrow(() -> json.unexpected("learners that sample"))
            .spec(),
        state);
  }

  private static boolean isAsked(KeptResult<LolaStudy, List<LolaSnapshot>> kept, LabState state) {
    for (LolaSnapshot snapshot : kept.result()) {
      if (snapshot.updatesMade() != snapshot.updates()) {
        throw new IllegalArgumentException(
            "of its updates some were written only, and the page goes through all of them: it"
                + " stays a stored result");
      }
    }
    IpdSettings choice = IpdSettings.of(state);
    List<LolaCondition> asked =
        choice.followsSliders()
            ? IpdConditions.sliders(state, choice)
            : IpdConditions.published(choice);
    return !IpdConditions.answered(asked, kept.spec()).isEmpty();
  }

  /** Lets complete records be kept. */
  private static void offer(LabContext context, IpdPanelViewModel model) {
    model
        .recordsProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                context
                    .shelf()
                    .hear(
                        FAMILY,
                        new LiveView.Answer<>(
                            study(now.conditions()), now.snapshots(), now.work(), now.standing()),
                        now.newest());
              }
            });
  }

  /** With α as it stands on the slider. */
  static ObjectNode settings(LabState state) {
    ObjectNode node = FAMILY.write(LolaStudy.of(IpdConditions.present(state)));
    node.remove("innerLr");
    IpdSettings choice = IpdSettings.of(state);
    if (!choice.followsSliders()) {
      node.put("conditions", choice.conditions());
    }
    return node.put("alpha", state.setup().alpha());
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
                    curves.size() == 1
                        ? shelf.inLegend(run)
                        : Overlays.named(curve.name(), shelf.inLegend(run)),
                    Style.Dash.nth(curves.indexOf(curve)),
                    true))
        .toList();
  }
}
