package gmrl.app.atari;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.live.Gate;
import gmrl.app.live.LatestSlot;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.atari.VectorEnvironment;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.LearningCurve;
import gmrl.atari.learn.LearningSettings;
import gmrl.atari.learn.UpdateReport;
import gmrl.experiment.KeptResult;
import gmrl.experiment.RunFacts;
import gmrl.experiment.atari.AtariResult;
import gmrl.experiment.atari.AtariSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LearnerViewModelTest {
  private static final int STEPS = 12_000;

  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state =
      new StateModel<>(LearnerKnobs.DEFAULT.withAlgorithm(Algorithm.A2C).in(LabState.initial()));
  private final LearnerViewModel model =
      new LearnerViewModel(synchronous.lab, state, LearnerViewModelTest::brief);

  LearnerViewModelTest() {
    model.setShowing(true);
  }

  private static AtariSpec brief(AtariSpec spec) {
    return new AtariSpec(
        spec.game(),
        spec.learning().withNumEnvSteps(STEPS),
        spec.seeds(),
        spec.seed(),
        STEPS / 1000,
        0);
  }

  @Test
  void itLearnsIsSeenAndFollowsTheSlidersFromTheNextUpdateOn() {
    List<Frame> seen = new ArrayList<>();
    model
        .frameProperty()
        .addListener(
            (o, old, now) ->
                now.ifPresent(
                    frame -> {
                      seen.add(frame);
                      assertThat(model.phaseProperty().get())
                          .isEqualTo(LearnerViewModel.Phase.RUNNING);
                      if (seen.size() == 10) {
                        model.alpha.type("0.001");
                        model.environments.type("20");
                        model.rollout.type("32");
                      }
                    }));
    model.play();
    assertThat(synchronous.failures).isEmpty();
    // Ten updates of 16 × 16 steps, the others of 20 × 32.
    assertThat(seen.get(9).steps()).isEqualTo(10 * 256);
    assertThat(seen.get(11).steps() - seen.get(10).steps()).isEqualTo(20 * 32);
    assertThat(seen.get(0).colours()).hasSize(100).contains(0x0072b2);
    assertThat(seen.stream().map(Frame::colours).distinct()).hasSizeGreaterThan(5);
    assertThat(seen.get(0).planes())
        .extracting(Frame.Plane::name)
        .containsExactly("paddle", "ball", "trail", "brick");
    // One paddle, coloured where the learner sees it.
    List<Boolean> paddle = seen.get(0).planes().get(0).cells();
    assertThat(paddle.stream().filter(on -> on)).hasSize(1);
    assertThat(seen.get(0).colours().get(paddle.indexOf(true))).isEqualTo(0x0072b2);
    ChartModel chart = model.chartProperty().get();
    assertThat(chart.standing()).isEqualTo(Standing.FRESH);
    assertThat(chart.series().get(0).points()).hasSizeGreaterThan(5);
    assertThat(chart.lines()).hasSize(1);
    ReferenceLine line = chart.lines().get(0);
    assertThat(line.value()).isEqualTo(2);
    assertThat(line.label()).contains("α = 0.001").contains("N = 20").contains("T = 32");
    assertThat(model.phaseProperty().get()).isEqualTo(LearnerViewModel.Phase.STOPPED);
    assertThat(model.sentenceProperty().get())
        .contains("miniature Breakout (minimal actions, sticky 0.1, no ramping)")
        .contains("20 environments × 32 steps");
  }

  @Test
  void itFollowsTheBoardFromTheNextUpdateOnWithMarksInThePlotBelowTheBoard() {
    List<Frame> seen = new ArrayList<>();
    model.setFollowing(true);
    model
        .frameProperty()
        .addListener(
            (o, old, now) ->
                now.ifPresent(
                    frame -> {
                      seen.add(frame);
                      if (seen.size() == 10) {
                        state.edit("α", s -> s.withSetup(s.setup().withAlpha(1)));
                        state.edit("|τ|", s -> s.withSamples(8));
                      }
                    }));
    model.play();
    assertThat(synchronous.failures).isEmpty();
    // The board begins with |τ| = 32.
    assertThat(seen.get(9).steps()).isEqualTo(10 * 32 * 16);
    assertThat(seen.get(11).steps() - seen.get(10).steps()).isEqualTo(8 * 16);
    ChartModel board =
        LiveOutcome.over(
            ChartModel.empty("", ChartAxis.linear("x"), ChartAxis.linear("y")),
            model.chartProperty().get());
    assertThat(board.series().get(0).name()).startsWith("live: A2C, seed");
    ReferenceLine line = board.lines().get(0);
    assertThat(line.value()).isEqualTo(.005);
    assertThat(line.label()).contains("α = 0.001").contains("N = 8");
  }

  @Test
  void severalSeedsLearnSideBySideAndShowTheirMean() {
    model.setSeeds(3);
    model.play();
    assertThat(synchronous.failures).isEmpty();
    ChartModel chart = model.chartProperty().get();
    assertThat(chart.series().get(0).name()).isEqualTo("A2C");
    assertThat(chart.series().get(0).points().get(5).hasInterval()).isTrue();
    assertThat(chart.series().get(1).name()).isEqualTo("single seeds, A2C");
    assertThat(chart.series().get(1).points().stream().filter(p -> Double.isNaN(p.y())).count())
        .isEqualTo(3);
    assertThat(model.sentenceProperty().get()).contains("seeds 42 to 44");
  }

  @Test
  void aStoppedRunKeepsItsCurveAndAnotherBeginsAnew() {
    model
        .frameProperty()
        .addListener(
            (o, old, now) ->
                now.filter(frame -> frame.steps() > STEPS / 2).ifPresent(frame -> model.stop()));
    model.play();
    assertThat(model.phaseProperty().get()).isEqualTo(LearnerViewModel.Phase.STOPPED);
    ChartModel chart = model.chartProperty().get();
    ChartModel board =
        ChartModel.empty("", ChartAxis.linear("x"), ChartAxis.linear("recorded on the board"));
    assertThat(chart.isEmpty()).isFalse();
    assertThat(LiveOutcome.over(board, chart)).as("on its page alone").isEqualTo(board);
    assertThat(chart.mark()).contains("cancelled");
    assertThat(model.sentenceProperty().get())
        .contains("of 12 k steps · stopped")
        .doesNotContain("left")
        .doesNotContain("steps/s");
    int rows = chart.series().get(0).points().size();
    assertThat(rows).isBetween(3, 7);
    state.edit("seed", s -> s.withSeed(9));
    model.play();
    assertThat(model.chartProperty().get().series().get(0).name()).isEqualTo("A2C, seed 9");
  }

  @Test
  void aRunThatCannotBeginSaysWhyAndLeavesTheOldCurveMarked() {
    AtomicBoolean broken = new AtomicBoolean();
    LearnerViewModel learner =
        new LearnerViewModel(
            synchronous.lab,
            state,
            spec -> {
              if (broken.get()) {
                throw new IllegalArgumentException("α is −1");
              }
              return new AtariSpec(
                  spec.game(), spec.learning().withNumEnvSteps(1024), 1, spec.seed(), 2, 0);
            });
    learner.setShowing(true);
    learner.play();
    ChartModel before = learner.chartProperty().get();
    assertThat(before.standing()).isEqualTo(Standing.FRESH);
    broken.set(true);
    learner.play();
    assertThat(learner.sentenceProperty().get()).isEqualTo("Not shown: α is −1.");
    assertThat(learner.phaseProperty().get()).isEqualTo(LearnerViewModel.Phase.STOPPED);
    assertThat(learner.chartProperty().get().series()).isEqualTo(before.series());
    assertThat(learner.chartProperty().get().standing()).isEqualTo(Standing.STALE);
  }

  @Test
  void oneDragIsOneMarkAndTheLastOfACrowdSaysWhatChanged() {
    AtariSpec spec = LearnerKnobs.DEFAULT.spec(1);
    List<LearningCurve.Point> points = new ArrayList<>();
    for (long steps = 1000; steps <= 80_000; steps += 1000) {
      points.add(
          new LearningCurve.Point(
              steps, 1, 2, 5, 0, 0, 0, spec.learning().coefficients(), 0, Double.NaN));
    }
    assertThat(
            marks(
                spec,
                points,
                new AtariResult.Change(32_100, "lr = 0.004"),
                new AtariResult.Change(33_500, "lr = 0.005200000000000001"),
                new AtariResult.Change(34_500, "meta.inner_steps = 4"),
                new AtariResult.Change(35_500, "meta.inner_steps = 5"),
                new AtariResult.Change(70_000, "num_steps = 8")))
        .containsExactly(
            ReferenceLine.atX(33, ""),
            ReferenceLine.atX(35, "α = 0.0052, K = 5"),
            ReferenceLine.atX(70, "T = 8"));
    String k = "meta.inner_steps = ";
    int first = spec.learning().meta().innerSteps();
    assertThat(
            marks(
                spec,
                points,
                new AtariResult.Change(30_100, k + (first + 4)),
                new AtariResult.Change(32_100, k + (first + 5)),
                new AtariResult.Change(35_100, k + (first + 4)),
                new AtariResult.Change(36_100, k + first)))
        .as("where it turned is no way to where it settled")
        .containsExactly(
            ReferenceLine.atX(32, ""), ReferenceLine.atX(36, "K = " + (first + 5) + " → " + first));
  }

  private static List<ReferenceLine> marks(
      AtariSpec spec, List<LearningCurve.Point> points, AtariResult.Change... changes) {
    AtariResult.SeedRun run =
        new AtariResult.SeedRun(1, new LearningCurve(points), List.of(changes), List.of());
    return LearnerCharts.of(new AtariResult(spec, List.of(run)), .08).lines();
  }

  @Test
  void theAxesOfALiveLearnerStandStillUntilItsCurveLeavesThem() {
    ChartModel early = LearnerCharts.of(learnt(21_000, 23), .02);
    assertThat(LearnerCharts.of(learnt(48_000, 49), .05).x()).isEqualTo(early.x());
    assertThat(LearnerCharts.of(learnt(48_000, 49), .05).y()).isEqualTo(early.y());
    assertThat(early.x().high()).isEqualTo(50);
    assertThat(early.y().high()).isEqualTo(50);
    ChartAxis grown = LearnerCharts.of(learnt(48_000, 51), .05).y();
    assertThat(grown.low()).isEqualTo(0);
    assertThat(grown.high()).isEqualTo(100);
    assertThat(LearnerCharts.of(learnt(48_000, -21), .05).y().low()).isEqualTo(-50);
  }

  private static AtariResult learnt(long steps, double score) {
    AtariSpec spec = LearnerKnobs.DEFAULT.spec(1);
    List<LearningCurve.Point> points = new ArrayList<>();
    for (long at : List.of(steps / 2, steps)) {
      points.add(
          new LearningCurve.Point(
              at, 1, score, score, 0, 0, 0, spec.learning().coefficients(), 0, Double.NaN));
    }
    return new AtariResult(
        spec, List.of(new AtariResult.SeedRun(1, new LearningCurve(points), List.of(), List.of())));
  }

  @Test
  void aChoiceIsARunThatCanBeMadeAgain() {
    LearnerKnobs choice = LearnerKnobs.DEFAULT.withInnerSteps(5).withAlpha(.002);
    AtariSpec spec = choice.spec(3);
    assertThat(spec.learning())
        .isEqualTo(
            LearningSettings.miniature(Algorithm.MGRL_LVC)
                .withLr(.002)
                .withMeta(spec.learning().meta().withInnerSteps(5)));
    assertThat(spec.learning().meta().innerSteps()).isEqualTo(5);
  }

  @Test
  void aHeldLearnerWaitsUntilItIsLetGo() throws Exception {
    Gate gate = new Gate();
    gate.close();
    Onlooker onlooker = onlooker(gate, frame -> {});
    Thread learner = new Thread(() -> afterAnUpdate(onlooker));
    learner.setDaemon(true);
    learner.start();
    while (learner.getState() != Thread.State.WAITING) {
      assertThat(learner.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    onlooker.stop();
    learner.join();
  }

  @Test
  @Timeout(60)
  void whoeverAsksForAnotherUpdateWhenTheFirstIsSeenGetsIt() {
    Gate gate = new Gate();
    gate.close();
    // Nobody else lets the learner on, and it has not come to the gate when it is asked to.
    afterAnUpdate(onlooker(gate, frame -> gate.step()));
  }

  private static Onlooker onlooker(Gate gate, Consumer<Frame> sees) {
    return new Onlooker(1, gate, new LatestSlot<>(Runnable::run, sees), () -> false);
  }

  private static void afterAnUpdate(Onlooker onlooker) {
    AtariSpec spec = LearnerKnobs.DEFAULT.spec(1);
    try (VectorEnvironment environments = spec.game().open(2, 1, null, 1)) {
      environments.reset(new float[2 * environments.shape().size()], 0);
      onlooker.after(
          1,
          environments,
          new UpdateReport(
              10, 1, 1e-3, 0, 0, 0, 0, spec.learning().coefficients(), null, List.of()));
    }
  }

  @Test
  void aStoredRunStandsForItsSettingsAndIsMarkedWhenTheyMove() {
    AtariSpec spec = LearnerKnobs.of(state.get()).spec(state.get().seed());
    AtariResult result = SmallRuns.result(spec, 10);
    model.recall(new KeptResult<>(spec, result, new RunFacts(true, Double.NaN, 1)));
    assertThat(model.chartProperty().get().standing()).isEqualTo(Standing.STORED);
    assertThat(model.chartProperty().get().series())
        .isEqualTo(LearnerCharts.of(result, 1).series());
    assertThat(model.sentenceProperty().get()).contains("stored");
    double before = model.alpha.valueProperty().get();
    model.alpha.type("0.02");
    assertThat(model.chartProperty().get().standing()).isEqualTo(Standing.STALE);
    assertThat(model.sentenceProperty().get()).contains("not started");
    model.alpha.type("" + before);
    assertThat(model.chartProperty().get().standing()).isEqualTo(Standing.STORED);
    assertThat(synchronous.computed).isEmpty();
    model.play();
    assertThat(synchronous.computed).isNotEmpty();
    assertThat(model.chartProperty().get().standing()).isEqualTo(Standing.FRESH);
    assertThat(synchronous.failures).isEmpty();
  }
}
