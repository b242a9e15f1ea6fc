package gmrl.app.atari;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.live.LiveView;
import gmrl.app.live.Standing;
import gmrl.app.shelf.KeptRun;
import gmrl.app.shelf.Overlays;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Source;
import gmrl.app.shelf.StoredAnswers;
import gmrl.app.shell.LabContext;
import gmrl.app.state.LabState;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.GameSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Kept runs of learners on games. */
final class AtariKept {
  private static final AtariFamily FAMILY = new AtariFamily();
  private static final double THOUSAND = 1e3;
  private static final double MILLION = 1e6;

  private AtariKept() {}

  /** What a stored run needs to be reopened. */
  static void register(Shelf shelf, StoredAnswers<AtariSpec, AtariResult> answers) {
    shelf.register(
        Source.of(
                FAMILY,
                List.of(AtariFeature.TITLE),
                state -> LearnerKnobs.of(state).spec(state.seed()),
                AtariKept::adopt)
            .taking(
                FAMILY,
                AtariFeature.TITLE,
                answers,
                (kept, state) ->
                    LearnerKnobs.of(state)
                        .spec(state.seed())
                        .withSeeds(kept.spec().seeds(), state.seed())
                        .equals(kept.spec())));
  }

  /** The runs of learners that are kept, the newest first. */
  static List<ReadingRuns.Own> own(Shelf shelf) {
    List<ReadingRuns.Own> own = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (KeptRun run : shelf.runs()) {
      if (run.kind().equals(FAMILY.id())) {
        String folder = run.path().getFileName().toString();
        String name = run.note().name().isEmpty() ? folder : run.note().name();
        own.add(new ReadingRuns.Own(run.path(), names.add(name) ? name : folder, false));
      }
    }
    return own;
  }

  /** Lets ended runs of the live learner be kept. */
  static void offer(Shelf shelf, LearnerViewModel model) {
    model
        .resultProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null && now.standing() == Standing.FRESH) {
                shelf.offer(FAMILY, now.snapshot().spec(), now.snapshot());
                shelf.hear(FAMILY, Standing.CANCELLED);
              } else {
                hear(shelf, model);
              }
            });
    model.phaseProperty().addListener((o, old, now) -> hear(shelf, model));
    hear(shelf, model);
  }

  /** A learner begins only when somebody tells it to. */
  private static void hear(Shelf shelf, LearnerViewModel model) {
    LiveView.Answer<?, AtariResult> now = model.resultProperty().get();
    if (model.phaseProperty().get() != LearnerViewModel.Phase.STOPPED) {
      shelf.hear(FAMILY, Standing.REFINING);
    } else if (now == null || now.standing() == Standing.STALE) {
      shelf.hear(FAMILY, Standing.CANCELLED);
    } else if (now.standing().isComplete()) {
      shelf.hear(FAMILY, now.standing());
    } else {
      shelf.hear(FAMILY, now.to(now.snapshot().spec()), 1);
    }
  }

  /** The curve of the live learner with kept ones over it. */
  static ReadOnlyObjectProperty<ChartModel> live(LabContext context, LearnerViewModel model) {
    Shelf shelf = context.shelf();
    return shelf.over(
        FAMILY.id(),
        model.chartProperty(),
        (run, now) ->
            curves(
                shelf, run, LearnerKnobs.of(context.state().get()).spec(0).game().id(), THOUSAND));
  }

  /** Draws kept runs over the recorded ones of their game. */
  static ReadOnlyObjectProperty<ChartModel> over(LabContext context, AtariViewModel model) {
    return context
        .shelf()
        .over(
            FAMILY.id(),
            model.returnsProperty(),
            (run, now) ->
                model
                    .studyProperty()
                    .get()
                    .map(study -> curves(context.shelf(), run, study.game(), MILLION))
                    .orElse(List.of()));
  }

  private static LabState adopt(AtariSpec spec, LabState state) {
    if (!(spec.game() instanceof GameSpec.Mini mini)) {
      throw new IllegalArgumentException(
          "the live learner plays miniature games and not "
              + spec.game().label()
              + "; the command line goes on with this run (atari --run DIR)");
    }
    return new LearnerKnobs(
            mini.settings().game(),
            spec.learning().algorithm(),
            spec.learning().lr(),
            spec.learning().meta().innerSteps(),
            spec.learning().numProcesses(),
            spec.learning().numSteps())
        .in(state.withSeed(spec.seed()));
  }

  private static List<ChartSeries> curves(Shelf shelf, KeptRun run, String game, double unit) {
    if (!run.config().path("game").path("name").asText().equals(game)) {
      return List.of();
    }
    return run.table().orElseThrow().curves().stream()
        .map(
            curve ->
                Overlays.of(
                    run, curve, "score", shelf.inLegend(run), Overlays.dash(run), true, unit))
        .toList();
  }
}
