package gmrl.app.story;

import gmrl.app.atari.AtariFigures;
import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.FigureRun;
import gmrl.app.ipd.IpdFigures;
import gmrl.app.live.Laboratory;
import gmrl.app.live.LiveView;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Experiment;
import gmrl.experiment.Workers;
import gmrl.experiment.ipd.LolaComparison;
import gmrl.experiment.ipd.LolaCondition;
import gmrl.experiment.ipd.LolaReport;
import gmrl.experiment.ipd.LolaSpec;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.Samples;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Scene 4: what the two biases cost in a repeated game, live, and on a miniature game, recorded.
 */
final class CostViewModel implements SceneModel {
  static final String EXACT = "exact";

  private static final int UPDATES = 300;
  private static final int SEEDS = 10;

  final SceneKnob samples;
  private final LiveView<List<LolaCondition>, List<LolaSnapshot>> game;
  private final LiveView<FigurePlan, ChartModel> recorded;
  private final ReadOnlyObjectWrapper<ChartModel> returns;
  private final ReadOnlyObjectWrapper<ChartModel> breakout;
  private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");

  CostViewModel(Laboratory lab, StoryKnobs knobs) {
    samples = knobs.samples(4, 1024, LolaConfig.BATCH);
    ChartModel nothing =
        ChartModel.empty("", ChartAxis.linear("update"), ChartAxis.linear("mean return per step"));
    returns = new ReadOnlyObjectWrapper<>(nothing);
    breakout =
        new ReadOnlyObjectWrapper<>(
            ChartModel.empty(
                "",
                ChartAxis.linear("millions of steps; what was recorded is being read …"),
                ChartAxis.linear("return per game")));
    game =
        new LiveView<>(
            lab,
            "Story: repeated game",
            LiveView.Pace.WHEN_QUIET,
            conditions ->
                new LolaComparison(
                    conditions.stream().map(LolaCondition::spec).toList(), () -> false));
    recorded = new LiveView<>(lab, "Story: recorded runs", LiveView.Pace.AT_ONCE, Recorded::new);
    game.answerProperty().addListener((o, old, now) -> draw());
    recorded
        .answerProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                breakout.set(now.snapshot());
              }
            });
    samples.onChange(this::ask);
    recorded.ask(AtariFigures::glance);
    ask();
  }

  /** Returns of the repeated game over updates. */
  ReadOnlyObjectProperty<ChartModel> returnsProperty() {
    return returns.getReadOnlyProperty();
  }

  /** Returns of the miniature game over steps. */
  ReadOnlyObjectProperty<ChartModel> breakoutProperty() {
    return breakout.getReadOnlyProperty();
  }

  /** What is seen, in numbers. */
  ReadOnlyStringProperty captionProperty() {
    return caption.getReadOnlyProperty();
  }

  /** The name of the sampled condition. */
  String sampled() {
    return "|τ| = " + samples.whole();
  }

  @Override
  public void start() {
    game.start();
    recorded.start();
  }

  @Override
  public void stop() {
    game.rest();
    recorded.rest();
  }

  private void ask() {
    Samples exact = new Samples.Exact();
    LolaConfig config = LolaConfig.DEFAULT.with().inner(new Samples.Fresh(samples.whole())).build();
    LolaConfig knowing = config.with().inner(exact).hessian(exact).outer(exact).build();
    game.ask(
        () ->
            List.of(
                new LolaCondition(
                    "sampled", sampled(), new LolaSpec(config, UPDATES, 0, SEEDS), List.of()),
                new LolaCondition(
                    "exact", EXACT, new LolaSpec(knowing, UPDATES, 0, 1), List.of())));
  }

  private void draw() {
    LiveView.Answer<List<LolaCondition>, List<LolaSnapshot>> answer = game.answer();
    if (answer == null) {
      return;
    }
    returns.set(
        IpdFigures.returns(answer.question(), answer.snapshot(), answer.progress())
            .withStanding(answer.standing()));
    LolaSnapshot sampled = answer.snapshot().get(0);
    LolaSnapshot exact = answer.snapshot().get(1);
    int update = sampled.updates();
    int defect = LolaReport.defecting(sampled, update);
    caption.set(
        String.format(
                Locale.ROOT,
                "After %d updates: %d of %d pairs earn less than %s, on the side of defection; the"
                    + " mean return is %.2f a step, with exact derivatives %.2f.",
                update,
                defect,
                sampled.seeds().size(),
                LolaReport.DEFECTION,
                sampled.over(update, u -> u.meanReturn()).mean(),
                exact.over(exact.updates(), u -> u.meanReturn()).mean())
            .replace('-', '−'));
  }

  /** The chart of a plan's only panel. */
  private record Recorded(FigurePlan plan) implements Experiment<ChartModel> {
    @Override
    public ChartModel run(
        Workers workers, CancellationToken token, Snapshots<ChartModel> snapshots) {
      return FigureRun.make(plan, "", workers, token, work -> {}).panels().get(0).withTitle("");
    }
  }
}
