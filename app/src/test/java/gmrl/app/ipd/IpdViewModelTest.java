package gmrl.app.ipd;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.figure.PanelPlan;
import gmrl.app.figure.Remade;
import gmrl.app.live.Laboratory;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.ipd.LolaFigures;
import gmrl.ipd.GameEstimator;
import gmrl.ipd.LolaConfig;
import gmrl.ipd.LolaSnapshot;
import gmrl.ipd.LolaUpdate;
import gmrl.ipd.MatrixGame;
import gmrl.ipd.Samples;
import gmrl.ipd.SeedHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class IpdViewModelTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final List<String> failures = synchronous.failures;
  private final Laboratory lab = synchronous.lab;
  private final StateModel<LabState> state =
      new StateModel<>(small().in(LabState.initial().withSamples(8).withSeed(5)));
  private final IpdPanelViewModel runs =
      new IpdPanelViewModel(
          "games", lab, state, s -> IpdConditions.sliders(s, IpdSettings.of(s)), () -> false);
  private final IpdPanelViewModel figures =
      new IpdPanelViewModel(
          "figures", lab, state, s -> IpdConditions.published(IpdSettings.of(s)), () -> false);

  private static IpdSettings small() {
    return IpdSettings.DEFAULT.with(
        fields -> {
          fields.updates(6);
          fields.seeds(3);
        });
  }

  private static void everything(IpdSettingsBuilder fields) {
    fields.hessianExact(true);
    fields.outerExact(true);
    fields.replay(true);
    fields.modelled(true);
  }

  @Test
  void theCommonSlidersDescribeTheLearners() {
    LabState now = state.get();
    LolaConfig config =
        IpdConditions.sliders(
                now.withSetup(now.setup().withAlpha(6).withSteps(3)), IpdSettings.of(now))
            .get(0)
            .spec()
            .config();
    assertThat(config.lookaheads()).isEqualTo(3);
    assertThat(config.innerRate()).isEqualTo(.6);
    assertThat(config.inner()).isEqualTo(new Samples.Fresh(8));
    assertThat(IpdConditions.sliders(now, IpdSettings.of(now)).get(0).spec().seed()).isEqualTo(5);
    LolaConfig replay =
        IpdConditions.sliders(now, IpdSettings.of(now).with(IpdViewModelTest::everything))
            .get(0)
            .spec()
            .config();
    assertThat(replay.inner()).isEqualTo(new Samples.Replay(8, 64));
    assertThat(replay.hessian()).isEqualTo(new Samples.Exact());
    assertThat(replay.opponentModel()).isPositive();
  }

  @Test
  void thePanelShowsTheMeanTheExactCurveAndTheSeeds() {
    runs.start();
    ChartModel chart = runs.chartProperty().get();
    assertThat(chart.series().stream().map(ChartSeries::name))
        .containsExactly("|τ| = 8", "exact", "single seeds, |τ| = 8");
    assertThat(chart.series().get(0).points()).hasSize(7);
    assertThat(chart.series().get(2).role()).isEqualTo(Role.SINGLE_RUN);
    assertThat(chart.series().get(2).points().stream().filter(ChartPoint::isPresent)).hasSize(21);
    assertThat(chart.progress()).isEqualTo(1);
    assertThat(failures).isEmpty();
  }

  /** The same as if every seed had earned so much at last. */
  private static IpdPanelViewModel.Records ending(
      IpdPanelViewModel.Records now, Standing standing, double earned) {
    List<LolaSnapshot> ended = new ArrayList<>();
    for (LolaSnapshot snapshot : now.snapshots()) {
      List<SeedHistory> seeds = new ArrayList<>();
      for (SeedHistory seed : snapshot.seeds()) {
        LolaUpdate last = seed.get(seed.size() - 1);
        seeds.add(
            SeedHistory.of(
                seed.seed(),
                List.of(
                    seed.get(0),
                    new LolaUpdate(
                        last.state(),
                        new double[] {earned, earned},
                        last.cooperationRate(),
                        last.exactValues(),
                        last.correlation(),
                        last.relativeError(),
                        last.outerExactCorrelation()))));
      }
      ended.add(new LolaSnapshot(snapshot.config(), seeds));
    }
    return new IpdPanelViewModel.Records(now.conditions(), ended, now.work(), standing);
  }

  @Test
  void whoEndsCooperatingIsSaidInALine() {
    runs.start();
    IpdPanelViewModel.Records now = runs.recordsProperty().get();
    // At the start both toss coins: nobody is on either side.
    assertThat(Fate.of(now)).isEqualTo("|τ| = 8: none of 3 defects; exact: in between");
    assertThat(Fate.of(ending(now, Standing.REFINING, -1.9)))
        .isEqualTo("so far |τ| = 8: all 3 defect; exact: both defect");
    assertThat(Fate.of(ending(now, Standing.FRESH, -1.1)))
        .isEqualTo("|τ| = 8: all 3 cooperate; exact: both cooperate");
  }

  @Test
  void aSavedPlotIsPlayedAgainBitForBitFromItsOwnWords() {
    runs.start();
    state.edit("view", s -> IpdSettings.of(s).with(f -> f.singles(false)).in(s));
    Remade.assertSame(
        Remade.of(runs.plan().orElseThrow(), IpdFigures::read), runs.chartProperty().get());
  }

  @Test
  void everyOtherPlotIsMadeAgainBitForBitToo() {
    runs.start();
    IpdWorkspaceViewModel game = new IpdWorkspaceViewModel(lab, state, runs, figures);
    same(game);
    game.cursorProperty().set(OptionalInt.of(3));
    game.conditionProperty().set(1);
    same(game);
    game.conditionProperty().set(0);
    game.seedProperty().set(OptionalInt.of(1));
    same(game);
  }

  private static void same(IpdWorkspaceViewModel game) {
    same(game.returnsPlan(), game.returnsProperty().get());
    same(game.plan(GamePanel.View.GRADIENT), game.gradientProperty().get());
    same(game.plan(GamePanel.View.PHASE), game.phaseProperty().get());
    same(game.plan(GamePanel.View.POLICIES), game.policiesProperty().get());
    assertThat(game.matrix().picture()).isPresent();
    same(game.plan(GamePanel.View.MATRIX), game.matrix());
  }

  private static void same(Optional<PanelPlan> plan, ChartModel shown) {
    Remade.assertSame(Remade.of(plan.orElseThrow(), IpdFigures::read), shown);
  }

  @Test
  void aSliderRunsAgainAndAViewOptionDoesNot() {
    runs.start();
    IpdPanelViewModel.Records first = runs.recordsProperty().get();
    state.edit("view", s -> IpdSettings.of(s).with(f -> f.singles(false)).in(s));
    assertThat(runs.recordsProperty().get()).isSameAs(first);
    assertThat(runs.chartProperty().get().series()).hasSize(2);
    state.edit("K", s -> s.withSetup(s.setup().withSteps(1)));
    assertThat(runs.recordsProperty().get()).isNotSameAs(first);
    assertThat(runs.recordsProperty().get().snapshots().get(0).config().lookaheads()).isEqualTo(1);
    state.undo();
    assertThat(runs.recordsProperty().get().snapshots().get(0).config().lookaheads()).isEqualTo(2);
  }

  @Test
  void everyChartGoesThroughTime() {
    IpdWorkspaceViewModel model = new IpdWorkspaceViewModel(lab, state, runs, figures);
    runs.start();
    assertThat(model.newestProperty().get()).isEqualTo(6);
    assertThat(model.policiesProperty().get().series()).hasSize(2);
    assertThat(model.policiesProperty().get().series().get(0).points()).hasSize(5);
    double newest = model.policiesProperty().get().series().get(0).points().get(1).y();
    model.moveCursor(-6);
    assertThat(model.cursorProperty().get()).hasValue(0);
    assertThat(model.policiesProperty().get().series().get(0).points())
        .allMatch(point -> point.y() == .5);
    assertThat(model.phaseProperty().get().series().get(0).points()).hasSize(3);
    assertThat(model.returnsProperty().get().lines()).anyMatch(line -> line.value() == 0);
    model.seedProperty().set(OptionalInt.of(1));
    assertThat(model.phaseProperty().get().series().get(0).points()).hasSize(1);
    model.moveCursor(6);
    assertThat(model.cursorProperty().get()).isEmpty();
    model.seedProperty().set(OptionalInt.empty());
    assertThat(model.policiesProperty().get().series().get(0).points().get(1).y())
        .isEqualTo(newest);
    assertThat(model.sentenceProperty().get())
        .contains("2 lookaheads of step 0.3, after 6 updates")
        .contains("correlation");
    model.choice.pick("measure", c -> c.withMeasure(GradientMeasure.RELATIVE_ERROR));
    assertThat(model.gradientProperty().get().y().label())
        .isEqualTo(GradientMeasure.RELATIVE_ERROR.label());
  }

  @Test
  void publishedConditionsTakeTheSlidersPlaceAndGiveItBack() {
    IpdWorkspaceViewModel model = new IpdWorkspaceViewModel(lab, state, runs, figures);
    runs.start();
    figures.start();
    model.choice.pick("conditions", c -> c.withConditions("lola-exact"));
    assertThat(model.returnsProperty().get().series().stream().map(ChartSeries::name))
        .startsWith("0 lookaheads", "1 lookahead", "2 lookaheads", "3 lookaheads");
    model.conditionProperty().set(1);
    assertThat(model.newestProperty().get()).isEqualTo(50);
    assertThat(model.sentenceProperty().get())
        .startsWith("Prisoner’s dilemma, 1 lookahead, after 50 updates: −1.0");
    model.choice.pick("conditions", c -> c.withConditions(IpdSettings.SLIDERS));
    assertThat(model.newestProperty().get()).isEqualTo(6);
    assertThat(failures).isEmpty();
  }

  @Test
  void biasIsMeasuredWhereOneLooks() {
    IpdWorkspaceViewModel model = new IpdWorkspaceViewModel(lab, state, runs, figures);
    runs.start();
    model.seedProperty().set(OptionalInt.of(2));
    model.moveCursor(-2);
    model.measureBias();
    assertThat(model.biasSentenceProperty().get())
        .startsWith("|τ| = 8, seed 7, update 4: agent 1 — bias ")
        .contains("; agent 2 — bias ")
        .endsWith("(400 estimates each).");
    String first = model.biasSentenceProperty().get();
    List<String> said = new ArrayList<>();
    model.biasSentenceProperty().addListener((o, old, now) -> said.add(now));
    model.moveCursor(-1);
    model.measureBias();
    assertThat(said.get(0)).as("the old one stays, marked").endsWith("Before: " + first);
    assertThat(said).contains("Measuring at |τ| = 8, seed 7, update 3 … Before: " + first);
    assertThat(model.biasSentenceProperty().get()).startsWith("|τ| = 8, seed 7, update 3: agent 1");
    assertThat(failures).isEmpty();
  }

  @Test
  void choicesSurviveTheState() {
    IpdSettings choice =
        IpdSettings.DEFAULT.with(
            fields -> {
              fields.conditions(LolaFigures.offPolicy().id());
              fields.estimator(GameEstimator.LVC);
              fields.game(MatrixGame.BUILT_IN.get(3).name());
              fields.measure(GradientMeasure.OUTER_EXACT);
              fields.updates(50);
            });
    assertThat(IpdSettings.of(choice.in(LabState.initial()))).isEqualTo(choice);
    assertThat(IpdConditions.published(choice)).isEqualTo(LolaFigures.offPolicy().conditions());
    assertThat(IpdConditions.published(IpdSettings.DEFAULT)).isEmpty();
  }
}
