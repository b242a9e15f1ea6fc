package gmrl.app.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.bias.BiasStudies.Kind;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.figure.Remade;
import gmrl.app.live.Laboratory;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.shelf.Shelf;
import gmrl.app.shelf.Shelves;
import gmrl.app.shelf.Source;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StateModel;
import gmrl.app.state.Symbols;
import gmrl.experiment.bias.BiasFamily;
import gmrl.experiment.bias.BiasMeasure;
import gmrl.experiment.bias.BiasPresets;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.bias.SweepVariable;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpSource;
import gmrl.mdp.Estimator;
import gmrl.mdp.Reweighting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BiasPanelViewModelTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final List<String> failures = synchronous.failures;
  private final Laboratory lab = synchronous.lab;
  private final StateModel<LabState> state = new StateModel<>(small());
  private final TrialBank bank = new TrialBank(10_000_000);

  private static LabState small() {
    LabState initial = LabState.initial().withTrials(8);
    return initial.withSetup(
        initial
            .setup()
            .withHorizon(5)
            .withAlpha(1)
            .withMdps(new MdpSource.Generated(3, 2, 0.5, 1, 2)));
  }

  private BiasPanelViewModel panel(Kind kind) {
    BiasPanelViewModel panel = new BiasPanelViewModel(kind, lab, state, bank);
    panel.start();
    return panel;
  }

  private static List<ChartSeries> estimates(ChartModel chart) {
    return chart.series().stream().filter(s -> s.role() == Role.ESTIMATE).toList();
  }

  private static List<String> names(ChartModel chart) {
    return estimates(chart).stream().map(ChartSeries::name).toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"COMPOSITIONAL", "HESSIAN"})
  void everyCurveHasEveryPointOfTheSweep(Kind kind) {
    ChartModel chart = panel(kind).chartProperty().get();
    assertThat(names(chart))
        .containsExactlyElementsOf(
            kind.plot(state.get()).curves().stream().map(Symbols::of).toList());
    assertThat(chart.progress()).isEqualTo(1);
    for (ChartSeries series : estimates(chart)) {
      assertThat(series.points()).hasSize(Symbols.values(SweepVariable.SAMPLES).length);
      // The Hessian slot alone has a closed form, which leaves no interval.
      assertThat(series.points())
          .allMatch(p -> p.isPresent() && p.hasInterval() == (kind == Kind.COMPOSITIONAL));
    }
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSavedPlotIsComputedAgainBitForBitFromItsOwnWords(Kind kind) {
    BiasPanelViewModel panel = panel(kind);
    Remade.assertSame(
        Remade.of(panel.plan().orElseThrow(), BiasFigures::read), panel.chartProperty().get());
  }

  @Test
  void theBoundLiesAboveTheBiasAndCanBeHidden() {
    BiasPanelViewModel panel = panel(Kind.COMPOSITIONAL);
    ChartModel chart = panel.chartProperty().get();
    ChartSeries bound =
        chart.series().stream().filter(s -> s.role() == Role.BOUND).findFirst().orElseThrow();
    List<gmrl.app.chart.ChartPoint> bias = estimates(chart).get(0).points();
    for (int i = 0; i < bias.size(); i++) {
      assertThat(bound.points().get(i).y()).isGreaterThan(bias.get(i).y());
    }
    panel.choice().pick("plot", p -> p.withOverlays(p.bands(), false, p.slopes()));
    assertThat(panel.chartProperty().get().series()).noneMatch(s -> s.role() == Role.BOUND);
  }

  @Test
  void theChosenExperimentShowsItsOwnCurves() {
    BiasPanelViewModel panel = panel(Kind.STUDY);
    assertThat(names(panel.chartProperty().get())).as("the first of the list").hasSize(4);
    state.edit("experiment", s -> Presets.choose(BiasPresets.find("decomposition"), s));
    ChartModel chart = panel.chartProperty().get();
    assertThat(names(chart)).hasSize(7).anyMatch(name -> name.startsWith("lll"));
    assertThat(failures).isEmpty();
  }

  @Test
  void anotherMeasureIsShownWithoutRunningAgain() {
    BiasPanelViewModel panel = panel(Kind.COMPOSITIONAL);
    ChartModel before = panel.chartProperty().get();
    panel.choice().pick("plot", p -> p.withY(BiasMeasure.CORRELATION));
    ChartModel after = panel.chartProperty().get();
    assertThat(after.y().label()).isEqualTo(BiasMeasure.CORRELATION.label());
    assertThat(after.series().get(0).points()).allMatch(p -> p.y() <= 1 && p.y() >= -1);
    assertThat(after.series().get(0).points()).isNotEqualTo(before.series().get(0).points());
  }

  @Test
  void theCostOfAnEstimateGrowsWithItsBatches() {
    BiasPanelViewModel panel = panel(Kind.COMPOSITIONAL);
    panel.choice().pick("plot", p -> p.withX(SweepVariable.SAMPLES).withY(BiasMeasure.COST));
    List<gmrl.app.chart.ChartPoint> points = estimates(panel.chartProperty().get()).get(0).points();
    assertThat(points.get(1).y() / points.get(0).y())
        .isEqualTo(points.get(1).x() / points.get(0).x());
  }

  @ParameterizedTest
  @EnumSource(SweepVariable.class)
  void everySweepShows(SweepVariable variable) {
    BiasPanelViewModel panel = panel(Kind.HESSIAN);
    panel.choice().pick("plot", p -> p.withX(variable));
    assertThat(failures).isEmpty();
    ChartModel chart = panel.chartProperty().get();
    assertThat(chart.series()).isNotEmpty();
    assertThat(chart.series().get(0).points()).hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void aControlledErrorGetsItsOwnCurve() {
    BiasPanelViewModel panel = panel(Kind.HESSIAN);
    panel.choice().pick("plot", p -> p.withX(SweepVariable.ALPHA));
    assertThat(names(panel.chartProperty().get())).doesNotContain(BiasStudies.CONTROLLED);
    state.edit("c", s -> s.withSetup(s.setup().withHessianError(new HessianError(3, 0))));
    assertThat(names(panel.chartProperty().get())).contains(BiasStudies.CONTROLLED);
  }

  @Test
  void theSameSeedGivesTheSameCurveAndAnotherSeedAnotherOne() {
    BiasPanelViewModel panel = panel(Kind.COMPOSITIONAL);
    List<ChartSeries> first = panel.chartProperty().get().series();
    state.edit("seed", s -> s.withSeed(43));
    assertThat(panel.chartProperty().get().series()).isNotEqualTo(first);
    state.undo();
    assertThat(panel.chartProperty().get().series()).isEqualTo(first);
  }

  @Test
  void keptCurvesStayUnderTheirNameWhileTheOthersMove(@TempDir Path home) {
    Shelf shelf = Shelves.at(home, synchronous, state);
    BiasFamily family = BiasFeature.FAMILY;
    shelf.register(
        Source.of(family, List.of(), s -> BiasStudy.of(LabStateJson.spec(s)), (study, s) -> s));
    state.edit(
        "trials",
        s -> BiasPlots.of(s).withCompositional(plot(s).withY(BiasMeasure.RELATIVE_BIAS)).in(s));
    BiasPanelViewModel panel = panel(Kind.COMPOSITIONAL);
    ReadOnlyObjectProperty<ChartModel> both =
        shelf.over(
            family.id(),
            panel.chartProperty(),
            (run, now) -> BiasOverlays.of(shelf, run, Kind.COMPOSITIONAL, panel.plot(), now));
    ChartSeries before = panel.chartProperty().get().series().get(0);
    var answer = panel.answerProperty().get();
    shelf.keep(family, answer.question(), answer.snapshot());
    List<String> names = kept(both.get()).stream().map(ChartSeries::name).toList();
    state.edit("alpha", s -> s.withSetup(s.setup().withAlpha(5)));
    ChartSeries kept = kept(both.get()).get(0);
    assertThat(kept.name()).isEqualTo(names.get(0)).startsWith(before.name() + ", T = ");
    for (int i = 0; i < before.points().size(); i++) {
      assertThat(kept.points().get(i).y()).isCloseTo(before.points().get(i).y(), within(1e-12));
    }
    assertThat(both.get().series().get(0).points()).isNotEqualTo(before.points());
    shelf.change(shelf.runs().get(0), note -> note.withShown(false));
    assertThat(kept(both.get())).isEmpty();
    assertThat(failures).isEmpty();
  }

  private static BiasPlot plot(LabState state) {
    return BiasPlots.of(state).compositional();
  }

  private static List<ChartSeries> kept(ChartModel chart) {
    return chart.series().stream().filter(s -> s.role() == Role.KEPT).toList();
  }

  @Test
  void reuseIsLeftOutWhereItDoesNotApply() {
    state.edit("reuse", s -> s.withSetup(s.setup().withReuse(true)));
    panel(Kind.COMPOSITIONAL);
    assertThat(failures).isEmpty();
    assertThat(BiasStudies.setup(Kind.COMPOSITIONAL, state.get(), Estimator.DICE).reuse())
        .isFalse();
    assertThat(BiasStudies.setup(Kind.COMPOSITIONAL, state.get(), Estimator.LVC).reuse()).isTrue();
  }

  @Test
  void theKindOfReuseStaysWhatTheFileSaid() {
    Optional<Reweighting> truncated = Optional.of(Reweighting.VTRACE);
    state.edit("reuse", s -> s.withSetup(s.setup().withReweighting(truncated)));
    assertThat(BiasStudies.setup(Kind.COMPOSITIONAL, state.get(), Estimator.LVC).reweighting())
        .isEqualTo(truncated);
  }

  @Test
  void whatCannotRunIsSaidAndTheWindowLivesOn() {
    BiasPanelViewModel panel = panel(Kind.COMPOSITIONAL);
    state.edit(
        "states",
        s -> s.withSetup(s.setup().withMdps(new MdpSource.Generated(100_000, 100, 1, 1, 1))));
    assertThat(failures).singleElement().asString().contains("MB").contains("Compositional bias");
    state.undo();
    assertThat(panel.chartProperty().get().series()).isNotEmpty();
  }

  @Test
  void movingAlongTheSweptVariableMovesTheCursorAndComputesNothing() {
    BiasPanelViewModel panel = panel(Kind.COMPOSITIONAL);
    panel.choice().pick("plot", p -> p.withX(SweepVariable.ALPHA));
    List<ChartSeries> curves = panel.chartProperty().get().series();
    long before = bank.trialsComputed();
    assertThat(before).isPositive();
    state.edit("alpha", s -> s.withSetup(s.setup().withAlpha(5)));
    assertThat(bank.trialsComputed()).isEqualTo(before);
    assertThat(panel.chartProperty().get().series()).isEqualTo(curves);
    assertThat(panel.chartProperty().get().standing()).isEqualTo(Standing.FRESH);
    assertThat(panel.chartProperty().get().lines()).anyMatch(line -> line.value() == 5);
  }

  @Test
  void anotherCurveLeavesTheOthersAloneAndGoingBackComputesNothing() {
    BiasPanelViewModel panel = panel(Kind.COMPOSITIONAL);
    panel.choice().pick("plot", p -> p.withCurves(List.of(Estimator.LVC)));
    long before = bank.trialsComputed();
    panel.choice().pick("plot", p -> p.withCurves(List.of(Estimator.LVC, Estimator.DICE)));
    assertThat(bank.trialsComputed()).as("DiCE was in the first plot").isEqualTo(before);
    long perCurve = 8L * 2 * Symbols.values(SweepVariable.SAMPLES).length;
    state.edit("alpha", s -> s.withSetup(s.setup().withAlpha(5)));
    assertThat(bank.trialsComputed()).isEqualTo(before + 2 * perCurve);
    state.undo();
    assertThat(bank.trialsComputed()).isEqualTo(before + 2 * perCurve);
    assertThat(panel.chartProperty().get().standing()).isEqualTo(Standing.FRESH);
  }

  @Test
  void everyPointSaysHowManyTrialsItRestsOn() {
    ChartModel chart = panel(Kind.COMPOSITIONAL).chartProperty().get();
    assertThat(estimates(chart).get(0).points()).allMatch(p -> p.trials() == 8 * 2);
    assertThat(chart.mark()).isEmpty();
  }

  @Test
  void aRangeOfOnesOwnIsSweptInValuesAPersonWouldType() {
    assertThat(new SweptRange(2, 512).values(SweepVariable.SAMPLES))
        .startsWith(2)
        .endsWith(512)
        .hasSize(8);
    assertThat(new SweptRange(1, 4).values(SweepVariable.STEPS)).containsExactly(1, 2, 3, 4);
    assertThat(new SweptRange(-2, 5).values(SweepVariable.HESSIAN_COEF))
        .containsExactly(
            new double[] {-2, -1, 0, 1, 2, 3, 4, 5}, org.assertj.core.data.Offset.offset(1e-9));
    assertThatThrownBy(() -> new SweptRange(3, 3)).hasMessageContaining("3.0 to 3.0");
    assertThat(BiasPlot.hessian().withRange(Optional.of(new SweptRange(2, 8))).values())
        .containsExactly(2, 3, 4, 5, 7, 8);
    assertThat(
            BiasPlot.hessian()
                .withRange(Optional.of(new SweptRange(2, 8)))
                .withX(SweepVariable.ALPHA)
                .range())
        .isEmpty();
  }
}
