package gmrl.app.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Hue;
import gmrl.app.chart.Mark;
import gmrl.app.chart.ReferenceLine;
import gmrl.app.chart.Role;
import gmrl.app.figure.Remade;
import gmrl.app.live.Gate;
import gmrl.app.live.Laboratory;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.live.Tasks;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.TrialBank;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.ProblemSpec;
import gmrl.experiment.tabular.SlotSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BoardViewModelTest {
  private final SmallBoard small = new SmallBoard();
  private final SynchronousLab synchronous = small.synchronous;
  private final StateModel<LabState> state = small.state;
  private final BoardViewModel board = small.model;

  private ChartModel chart(Row row, Column column) {
    return board.chart(row, column).get();
  }

  static List<ChartSeries> lines(ChartModel chart) {
    return chart.series().stream()
        .filter(s -> s.role() == Role.ESTIMATE && s.mark() == Mark.LINE)
        .toList();
  }

  private static ChartPoint dot(ChartModel chart) {
    return chart.series().stream()
        .filter(s -> s.name().equals("at these settings"))
        .findFirst()
        .orElseThrow()
        .points()
        .get(0);
  }

  private void alpha(double value) {
    state.edit("alpha", s -> s.withSetup(s.setup().withAlpha(value)));
  }

  @Test
  void everyColumnHasItsCurvesOnAxesThatStandStill() {
    for (Row row : Row.values()) {
      for (Column column : Column.values()) {
        ChartModel chart = chart(row, column);
        assertThat(lines(chart)).as(row + " " + column).isNotEmpty();
        assertThat(chart.x().low()).isEqualTo(column.low());
        assertThat(chart.x().high()).isEqualTo(column.high());
        assertThat(chart.y().high()).isEqualTo(BoardViewModel.FIRST_TOP);
        assertThat(chart.standing()).isEqualTo(Standing.FRESH);
      }
    }
    assertThat(lines(chart(Row.HESSIAN, Column.COEFFICIENT)))
        .extracting(ChartSeries::name)
        .containsExactly("LVC", "plain differentiation", "exact H + c");
  }

  @Test
  void whereEverythingOverflowsNoDotIsLeft() {
    alpha(1e308);
    for (Row row : Row.values()) {
      ChartModel chart = chart(row, Column.COEFFICIENT);
      assertThat(chart.standing()).isEqualTo(Standing.FRESH);
      assertThat(chart.isEmpty()).as("%s, as it then says", row).isTrue();
    }
  }

  @Test
  void curvesThatNeedNoTrialsAreDrawnBeforeAny() {
    List<BiasResult> seen = new ArrayList<>();
    BoardStudy study = BoardStudy.of(state.get());
    BoardViewModel.experiment(study, state.get(), TrialBank.none())
        .run(new Workers(1), new CancellationToken(), (done, snapshot) -> seen.add(snapshot));
    String label = BoardStudy.Line.OWN.along(Row.HESSIAN, Column.ALPHA);
    BiasResult.CurveResult untried =
        seen.stream()
            .map(result -> BoardStudy.curve(result, label).orElseThrow())
            .filter(curve -> !curve.points().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(untried.points()).allSatisfy(point -> assertThat(point.trials()).isZero());
    assertThat(new Readings(new BiasResult(List.of(untried), seen.get(0).timing())).curve(label))
        .isNotEmpty()
        .allSatisfy(point -> assertThat(point.isPresent()).isTrue());
  }

  @Test
  void whileASliderMovesOnlyItsOwnColumnChanges() {
    ChartModel before = chart(Row.HESSIAN, Column.STEPS);
    List<ChartModel> own = follow(Column.ALPHA);
    List<ChartModel> other = follow(Column.STEPS);
    alpha(2);
    assertThat(own.get(0).lines()).extracting(ReferenceLine::value).containsExactly(2.0);
    assertThat(own.get(0).series())
        .extracting(ChartSeries::name)
        .doesNotContain("at these settings");
    assertThat(other.get(0).standing()).isEqualTo(Standing.STALE);
    assertThat(other.get(0).series()).isEqualTo(before.series());
  }

  private List<ChartModel> follow(Column column) {
    List<ChartModel> seen = new ArrayList<>();
    board.chart(Row.HESSIAN, column).addListener((o, old, now) -> seen.add(now));
    return seen;
  }

  @Test
  void everySmallPlotIsMadeAgainBitForBitFromItsOwnWords() {
    board.setTop(Row.HESSIAN, 40);
    board.limitsProperty(Row.COMPOSITIONAL).set(true);
    state.edit("samples", s -> s.withSamples(7));
    for (Row row : Row.values()) {
      for (Column column : Column.values()) {
        Remade.assertSame(
            Remade.of(board.plan(row, column).orElseThrow(), BoardFeature::read),
            BoardCharts.onPaper(chart(row, column), column));
      }
    }
  }

  @Test
  void theRowsOwnCurveGoesThroughTheDotAlsoBetweenThePointsOfItsColumn() {
    alpha(7);
    for (Row row : Row.values()) {
      for (Column column : Column.values()) {
        ChartModel chart = chart(row, column);
        assertThat(lines(chart).get(0).points())
            .as(row + " " + column)
            .anyMatch(p -> p.x() == dot(chart).x() && p.y() == dot(chart).y())
            .isSortedAccordingTo(Comparator.comparingDouble(ChartPoint::x));
      }
    }
  }

  @Test
  void whileANumberSharpensItSaysSo() {
    List<RowNumber> said = new ArrayList<>();
    board.number(Row.COMPOSITIONAL).addListener((o, old, now) -> said.add(now));
    alpha(7);
    assertThat(said).anyMatch(now -> now.passing() && now.worth().equals("refining"));
    int all = 0;
    while (!said.get(all).meaning().contains("from 16 trials")) {
      all++;
    }
    RowNumber last = said.get(said.size() - 1);
    assertThat(said.subList(all, said.size()))
        .as("with all its trials it waits for no other number, and changes no more")
        .containsOnly(last);
    assertThat(last.passing()).isFalse();
    assertThat(last.meaning()).contains("16 trials;");
  }

  @Test
  void theSameSettingsHaveTheSamePercentageInEveryColumn() {
    for (Row row : Row.values()) {
      double here = dot(chart(row, Column.ALPHA)).y();
      for (Column column : Column.values()) {
        assertThat(dot(chart(row, column)).y()).isEqualTo(here);
        double x = column.of(state.get().setup());
        assertThat(lines(chart(row, column)).get(0).points())
            .filteredOn(p -> p.x() == x)
            .allSatisfy(p -> assertThat(p.y()).isCloseTo(here, within(1e-9)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"exact, exact", "exact, loaded:8", "lvc:8, exact", "lvc:8, maml:64"})
  void theDotStandsWhereTheRowsOwnSlotIsSampled(String inner, String hessian) {
    SlotSpec first = SlotSpec.parse(inner);
    SlotSpec second = SlotSpec.parse(hessian);
    state.edit("slots", s -> s.withSetup(s.setup().withSlots(first, second, SlotSpec.exact())));
    for (Row row : Row.values()) {
      SlotSpec own = row == Row.COMPOSITIONAL ? first : second;
      double size =
          own instanceof SlotSpec.Sampled sampled ? sampled.samples() : state.get().samples();
      ChartModel along = chart(row, Column.SAMPLES);
      assertThat(along.lines()).extracting(ReferenceLine::value).containsExactly(size);
      assertThat(dot(along).x()).isEqualTo(size);
      assertThat(dot(along).y()).isEqualTo(dot(chart(row, Column.ALPHA)).y());
      assertThat(lines(along).get(0).points())
          .anyMatch(p -> p.x() == size && p.y() == dot(along).y());
    }
  }

  @Test
  void aSliderMovesTheCursorInItsOwnColumnAndComputesNothingThere() {
    List<ChartSeries> before = lines(chart(Row.HESSIAN, Column.ALPHA));
    List<ChartSeries> others = lines(chart(Row.HESSIAN, Column.STEPS));
    long computed = small.bank.trialsComputed();
    alpha(5);
    assertThat(lines(chart(Row.HESSIAN, Column.ALPHA))).isEqualTo(before);
    assertThat(chart(Row.HESSIAN, Column.ALPHA).lines()).contains(ReferenceLine.cursor(5, ""));
    assertThat(lines(chart(Row.HESSIAN, Column.STEPS))).isNotEqualTo(others);
    long asked =
        BoardStudy.of(state.get()).study().specs().stream().mapToLong(BiasSpec::totalTrials).sum();
    long own =
        BoardStudy.of(state.get()).study().curves().stream()
            .filter(curve -> curve.label().endsWith("along the inner step size α"))
            .mapToLong(curve -> curve.spec().totalTrials())
            .sum();
    assertThat(own).isPositive();
    assertThat(small.bank.trialsComputed() - computed).isLessThanOrEqualTo(asked - own);
    long now = small.bank.trialsComputed();
    state.undo();
    assertThat(small.bank.trialsComputed()).as("going back computes nothing").isEqualTo(now);
    assertThat(lines(chart(Row.HESSIAN, Column.STEPS))).isEqualTo(others);
  }

  @Test
  void theLastCurvesStayAsGhostsUntilTheNewOnesAreComplete() {
    List<Long> ghosts = new java.util.ArrayList<>();
    board
        .chart(Row.COMPOSITIONAL, Column.STEPS)
        .addListener(
            (o, old, now) ->
                ghosts.add(now.series().stream().filter(s -> s.role() == Role.PINNED).count()));
    alpha(7);
    assertThat(ghosts).contains(1L);
    assertThat(ghosts.get(ghosts.size() - 1)).isZero();
  }

  @Test
  void aLineThatIsAskedForChangesNoCurveAndLeavesNoGhost() {
    List<ChartModel> seen = follow(Column.ALPHA);
    board.noiseProperty(Row.HESSIAN).set(true);
    int whole = Column.ALPHA.sweep().values().size();
    assertThat(seen)
        .filteredOn(now -> lines(now).get(0).points().size() == whole)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            now ->
                assertThat(now.series()).extracting(ChartSeries::role).doesNotContain(Role.PINNED));
  }

  @Test
  void whatADragHasHardlyBegunDoesNotReplaceTheGhostOfWholeCurves() {
    BiasResult whole = answer();
    alpha(7);
    BiasResult begun =
        new BiasResult(
            answer().curves().stream()
                .map(
                    curve ->
                        curve.spec().sweep().isEmpty()
                            ? curve
                            : new BiasResult.CurveResult(curve.label(), curve.spec(), List.of()))
                .toList(),
            answer().timing());
    alpha(9);
    Before before = new Before();
    before.leave(whole);
    before.leave(begun);
    Readings ghost = before.ghost(Row.COMPOSITIONAL, Column.STEPS, answer());
    assertThat(ghost).isNotNull();
    String along = BoardStudy.Line.OWN.along(Row.COMPOSITIONAL, Column.STEPS);
    assertThat(ghost.curve(along)).isEqualTo(new Readings(whole).curve(along)).isNotEmpty();
  }

  private BiasResult answer() {
    return board.answerProperty().get().snapshot();
  }

  @Test
  void anAxisMovesOnlyOnPurpose() {
    state.edit("c", s -> s.withSetup(s.setup().withHessianError(new HessianError(8, 0))));
    assertThat(chart(Row.HESSIAN, Column.ALPHA).y().high()).isEqualTo(BoardViewModel.FIRST_TOP);
    board.setTop(Row.HESSIAN, 320);
    assertThat(chart(Row.HESSIAN, Column.ALPHA).y().high()).isEqualTo(320);
    assertThat(chart(Row.COMPOSITIONAL, Column.ALPHA).y().high())
        .isEqualTo(BoardViewModel.FIRST_TOP);
  }

  @ParameterizedTest
  @EnumSource(Row.class)
  void orangeIsCompositionalAndBlueIsHessianBias(Row row) {
    Hue.Category hue = (Hue.Category) row.style().hue();
    assertThat(hue.index()).isEqualTo(row == Row.COMPOSITIONAL ? 1 : 0);
    assertThat(lines(chart(row, Column.SAMPLES)).get(0).style()).isEqualTo(row.style());
  }

  @Test
  void theEstimatorsAreThoseOfTheSlots() {
    SlotSpec exact = SlotSpec.exact();
    state.edit(
        "slots", s -> s.withSetup(s.setup().withSlots(exact, SlotSpec.parse("maml:32"), exact)));
    assertThat(lines(chart(Row.HESSIAN, Column.ALPHA)))
        .extracting(ChartSeries::name)
        .startsWith("plain differentiation", "LVC");
    assertThat(board.number(Row.HESSIAN).get().words()).contains("%");
  }

  @Test
  void theArrowsAreThoseOfTheMeansOnTheFirstMdp() {
    Arrows arrows = Arrows.of(board.answerProperty().get().snapshot()).orElseThrow();
    assertThat(arrows.mean().length()).isPositive();
    assertThat(arrows.angle()).isBetween(0.0, 180.0);
    assertThat(Math.toDegrees(Math.atan2(arrows.mean().y(), arrows.mean().x())))
        .isCloseTo(arrows.angle(), within(1e-9));
  }

  @Test
  void linesThatPartAlongOneColumnOnlySaySo() {
    assertThat(board.linesProperty(Row.HESSIAN).get())
        .extracting(RowLines.Key::text)
        .noneMatch(text -> text.contains("the same"));
    state.edit(
        "K", s -> s.withSetup(s.setup().withProblem(ProblemSpec.Lirpg.paper()).withSteps(1)));
    assertThat(board.linesProperty(Row.HESSIAN).get())
        .extracting(RowLines.Key::text)
        .contains("LVC", "plain differentiation, the same except along K");
  }

  @Test
  void biasesOfOneMdpAndOfAllOfThemAreToldApart() {
    assertThat(board.number(Row.HESSIAN).get().words()).doesNotContain("±");
    assertThat(board.number(Row.HESSIAN).get().worth()).isEqualTo("exact");
    assertThat(board.number(Row.COMPOSITIONAL).get().worth()).isEmpty();
    Arrows arrows = Arrows.of(board.answerProperty().get().snapshot()).orElseThrow();
    assertThat(arrows.hessianLength().value()).isPositive();
    assertThat(arrows.hessianLength().halfWidth()).isZero();
    assertThat(arrows.compositionalLength().inWords()).containsAnyOf("±", "below");
  }

  @Test
  void noInnerStepsIsNoBias() {
    state.edit("K", s -> s.withSetup(s.setup().withSteps(0)));
    assertThat(synchronous.failures).isEmpty();
    for (Row row : Row.values()) {
      assertThat(board.number(row).get().words()).isEqualTo("0 %");
    }
  }

  @Test
  void theWordsOfAnAnswerAreItsOwnAlsoBeforeItIsDrawn() {
    Deque<Runnable> queue = new ArrayDeque<>();
    Laboratory busy =
        new Laboratory(
            synchronous.lab.runner(),
            queue::add,
            new Gate(),
            new Tasks(),
            synchronous.failures::add);
    StateModel<LabState> turned = new StateModel<>(SmallBoard.settings());
    BoardViewModel later = new BoardViewModel(busy, turned, small.bank);
    later.start();
    Runnable drain =
        () -> {
          while (!queue.isEmpty()) {
            queue.remove().run();
          }
        };
    drain.run();
    RelativeBias first = later.now(Row.HESSIAN).orElseThrow();
    turned.edit("c", s -> s.withSetup(s.setup().withHessianError(new HessianError(8, 0))));
    drain.run();
    assertThat(later.now(Row.HESSIAN).orElseThrow()).isNotEqualTo(first);
    turned.undo();
    // A remembered answer stands there at once, its plots come with the next frame.
    assertThat(later.now(Row.HESSIAN)).contains(first);
  }
}
