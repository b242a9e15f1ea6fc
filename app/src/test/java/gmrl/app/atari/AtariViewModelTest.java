package gmrl.app.atari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Role;
import gmrl.app.live.SynchronousLab;
import gmrl.app.state.LabState;
import gmrl.app.state.StateModel;
import gmrl.atari.learn.Algorithm;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.atari.AtariFamily;
import gmrl.experiment.atari.AtariSpec;
import gmrl.experiment.atari.GameSpec;
import gmrl.experiment.atari.LearnerRun;
import gmrl.experiment.file.JsonView;
import gmrl.experiment.store.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtariViewModelTest {
  private final SynchronousLab synchronous = new SynchronousLab();
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private final List<ReadingRuns.Own> own = new ArrayList<>();
  private final AtariViewModel model = started();
  @TempDir Path folder;

  private AtariViewModel started() {
    AtariViewModel made = new AtariViewModel(synchronous.lab, state, SmallRuns::all, () -> own);
    made.open();
    assertThat(made.outcomeProperty().get().isEmpty()).isTrue();
    made.start();
    assertThat(synchronous.failures).isEmpty();
    return made;
  }

  private static ChartSeries series(ChartModel chart, String name) {
    return chart.series().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(ChartModel chart) {
    return chart.series().stream().map(ChartSeries::name).toList();
  }

  @Test
  void theBoardShowsBreakoutWithMeansAndSingleSeeds() {
    ChartModel chart = model.outcomeProperty().get();
    assertThat(model.studyProperty().get().orElseThrow().gameTitle())
        .isEqualTo("miniature Breakout");
    assertThat(model.studyProperty().get().orElseThrow().rules())
        .isEqualTo("minimal actions, sticky 0.1, no ramping");
    assertThat(names(chart))
        .containsExactly(
            "A2C",
            "MGRL-LVC",
            "single seeds, MGRL-LVC",
            "single seeds at the end, A2C",
            "A2C, at the end");
    // Where each of them ends says more than a tangle of their curves; two are no tangle.
    assertThat(series(chart, "single seeds at the end, A2C").points())
        .extracting(ChartPoint::y)
        .satisfiesExactlyInAnyOrder(
            y -> assertThat(y).isCloseTo(10, within(1e-9)),
            y -> assertThat(y).isCloseTo(11, within(1e-9)),
            y -> assertThat(y).isCloseTo(12, within(1e-9)));
    ChartPoint last = series(chart, "A2C").points().get(9);
    assertThat(last.x()).isEqualTo(.01);
    assertThat(last.y()).isEqualTo(11);
    // Bands of several learners hide one another: there is one interval for each, at its end.
    assertThat(series(chart, "A2C").points()).noneMatch(ChartPoint::hasInterval);
    ChartPoint end = series(chart, "A2C, at the end").points().get(0);
    assertThat(end.x()).isGreaterThan(.01).isLessThan(chart.x().high());
    assertThat(end.y()).isCloseTo(11, within(1e-9));
    // Three seeds, ±t₂ / √3
    assertThat(end.high() - end.y()).isCloseTo(4.303 / Math.sqrt(3), within(1e-3));
    assertThat(series(chart, "A2C").note()).isEqualTo("11.0 ± 2.5");
    assertThat(chart.x().label()).endsWith("at the end: 3 seeds, their mean and its 95 % interval");
    // Two seeds are their own spread.
    assertThat(series(chart, "MGRL-LVC").note()).isEqualTo("2 seeds, 1 unfinished");
  }

  @Test
  void longRunsAreMeantOverStretchesAtAGlance() {
    Study breakout =
        Study.preferred(Study.of(gmrl.experiment.atari.RecordedRuns.recorded()), "minatar:breakout")
            .orElseThrow();
    ChartSeries fine = series(AtariCharts.returns(breakout, true), "A2C");
    ChartSeries coarse = series(AtariCharts.outcome(breakout), "A2C");
    assertThat(coarse.points()).hasSizeLessThan(fine.points().size()).hasSizeBetween(45, 52);
    double end = coarse.points().get(coarse.points().size() - 1).x();
    double from = coarse.points().get(coarse.points().size() - 2).x();
    double mean =
        fine.points().stream()
            .filter(p -> p.x() > (end + from) / 2)
            .mapToDouble(ChartPoint::y)
            .average()
            .orElseThrow();
    assertThat(coarse.points().get(coarse.points().size() - 1).y()).isCloseTo(mean, within(.5));
    assertThat(
            AtariCharts.outcome(breakout).series().stream()
                .filter(s -> s.name().endsWith(", at the end"))
                .map(s -> s.style().marker()))
        .as("in print their colours are one grey")
        .hasSize(4)
        .doesNotHaveDuplicates();
  }

  @Test
  void aMeanEndsWhereTheFirstOfItsSeedsEndsAndTheOthersGoOn() {
    ChartModel chart = model.returnsProperty().get();
    assertThat(series(chart, "A2C").points().get(9).hasInterval()).isTrue();
    assertThat(series(chart, "A2C").note()).isEqualTo("3 seeds");
    assertThat(series(chart, "MGRL-LVC").points()).hasSize(6);
    assertThat(series(chart, "MGRL-LVC").note()).isEqualTo("2 seeds, 1 unfinished");
    ChartSeries single = series(chart, "single seeds, MGRL-LVC");
    assertThat(single.role()).isEqualTo(Role.SINGLE_RUN);
    assertThat(single.points().stream().filter(ChartPoint::isPresent)).hasSize(10 + 6);
    assertThat(single.points().stream().mapToDouble(ChartPoint::x).max()).hasValue(.01);
    // A gap, so that seeds are not joined.
    assertThat(single.points().get(10).isPresent()).isFalse();
  }

  @Test
  void metaParametersAreDrawnOnlyOfLearnersThatLearnThem() {
    ChartModel chart = model.coefficientProperty(MetaParameters.Name.GAMMA).get();
    assertThat(names(chart)).containsExactly("MGRL-LVC", "single seeds, MGRL-LVC");
    assertThat(series(chart, "MGRL-LVC").points().get(5).y()).isCloseTo(.9905, within(1e-9));
    assertThat(chart.lines()).hasSize(1);
    assertThat(chart.lines().get(0).value()).isEqualTo(.99);
  }

  @Test
  void rowsWithoutAMeasurementAreLeftOut() {
    model.choice.edit("what", choice -> choice.withDiagnostic(Diagnostic.COSINE));
    ChartModel chart = model.diagnosticProperty().get();
    assertThat(names(chart)).containsExactly("MGRL-LVC", "single seeds, MGRL-LVC");
    assertThat(series(chart, "MGRL-LVC").points()).hasSize(2).allMatch(p -> p.y() == .9);
  }

  @Test
  void gameAndLearnersAreChosenAndUndone() {
    model.choice.edit("learners", choice -> choice.with(Algorithm.A2C, false));
    assertThat(names(model.returnsProperty().get())).first().isEqualTo("MGRL-LVC");
    assertThat(names(model.outcomeProperty().get())).contains("A2C");
    Study invaders =
        model.studiesProperty().get().stream()
            .filter(study -> study.game().endsWith("invaders"))
            .findFirst()
            .orElseThrow();
    for (Algorithm each : Algorithm.values()) {
      model.choice.edit("learners", choice -> choice.with(each, false));
    }
    assertThat(model.sentenceProperty().get()).startsWith("No learner is ticked, so the plots");
    model.choice.edit("game", choice -> choice.withStudy(invaders.title()));
    assertThat(model.studyProperty().get()).contains(invaders);
    assertThat(series(model.outcomeProperty().get(), "A2C").points().get(0).y()).isEqualTo(20);
    state.undo();
    state.undo();
    assertThat(names(model.returnsProperty().get())).contains("A2C");
  }

  @Test
  void aGameOfTheConsoleSaysWhetherItCanBePlayedHere() {
    GameSpec pong = GameSpec.of("pong");
    AtariViewModel real =
        new AtariViewModel(
            synchronous.lab,
            state,
            () -> List.of(SmallRuns.run("pong", pong.label(), Algorithm.A2C, 1, 10, -20)),
            () -> own);
    real.open();
    real.start();
    String sentence = pong.missing(null).orElse("gmrl-lab atari --game pong");
    assertThat(real.aboutProperty().get())
        .startsWith("The game of the Atari 2600 itself. ")
        .contains(sentence);
    assertThat(model.aboutProperty().get()).doesNotContain("gmrl-lab").contains("in miniature");
  }

  @Test
  void theSentenceCountsOnlyFinishedRuns() {
    assertThat(model.sentenceProperty().get())
        .contains("0.01 M steps")
        .contains("(95 % interval): A2C 11.0 (8.5 to 13.5), 3 seeds")
        .contains("MGRL-LVC 12.0, 1 seed")
        .contains("One run is unfinished");
  }

  private static LearnerRun breakout(Algorithm algorithm, long seed, double first) {
    return SmallRuns.run("minatar:breakout", SmallRuns.BREAKOUT, algorithm, seed, 10, first);
  }

  /** The board says the same of the same runs as the page. */
  @Test
  void overlappingIntervalsAreInconclusiveWhereverTheyAreShown() {
    List<LearnerRun> runs = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      runs.add(breakout(Algorithm.A2C, seed, 10 + seed));
      runs.add(breakout(Algorithm.A2C_CONDITIONED, seed, 11 + seed));
    }
    Study near = Study.of(runs).get(0);
    assertThat(Verdict.of(near)).contains("A2C conditioned against A2C: inconclusive");
    assertThat(Verdict.brief(near)).isEqualTo("differences inconclusive");
    for (int seed = 0; seed < 3; seed++) {
      runs.add(breakout(Algorithm.MGRL, seed, 30 + seed));
    }
    Study far = Study.of(runs).get(0);
    assertThat(Verdict.of(far)).contains("MGRL against A2C conditioned: MGRL is better");
    assertThat(Verdict.brief(far))
        .isEqualTo("MGRL is better than A2C conditioned, other differences inconclusive");
  }

  @Test
  void aRunFolderOfOnesOwnIsShownLikeARecordedOneAndGrows() throws IOException {
    AtariSpec spec =
        AtariSpec.usual(GameSpec.of("minatar:breakout"), Algorithm.MGRL)
            .with(s -> s.withNumEnvSteps(10_000))
            .withSeeds(2, 7);
    Path place = folder.resolve("mine");
    AtariFamily family = new AtariFamily();
    try (RunFolder run = RunFolder.create(place, family.id(), family.write(spec))) {
      run.writeMetrics(family.csv(spec, SmallRuns.result(spec, 3), 1).text());
      model.show(place);
      Study shown = model.studyProperty().get().orElseThrow();
      assertThat(shown.title()).startsWith("yours: mine – miniature Breakout").contains("0.01 M");
      assertThat(shown.runs()).extracting(LearnerRun::seed).containsExactly(7L, 8L);
      assertThat(series(model.returnsProperty().get(), "MGRL").points().get(2).y()).isEqualTo(2);
      assertThat(series(model.returnsProperty().get(), "MGRL").note())
          .isEqualTo("2 seeds, 2 unfinished");
      assertThat(
              series(model.coefficientProperty(MetaParameters.Name.GAMMA).get(), "MGRL")
                  .points()
                  .get(2)
                  .y())
          .isEqualTo(.95);
      model.choice.edit("what", choice -> choice.withDiagnostic(Diagnostic.COSINE));
      assertThat(series(model.diagnosticProperty().get(), "MGRL").points()).hasSize(1);
      assertThat(model.growing()).isTrue();
      run.writeMetrics(family.csv(spec, SmallRuns.result(spec, 10), 1).text());
      model.refresh();
      assertThat(series(model.returnsProperty().get(), "MGRL").points()).hasSize(10);
      assertThat(model.growing()).isFalse();
    }
    own.add(new ReadingRuns.Own(place, "named", false));
    model.look();
    assertThat(model.studiesProperty().get()).extracting(Study::origin).contains("mine");
    assertThat(model.plan(AtariCharts.RETURNS, true)).isEmpty();
  }

  @Test
  void aFolderThatHoldsNoRunIsExplainedAndTheRestStays() {
    model.show(folder.resolve("nothing"));
    assertThat(model.sentenceProperty().get()).contains("nothing").contains("A2C 11.0");
    assertThat(model.studiesProperty().get()).hasSize(2);
  }

  @Test
  void aChoiceIsWrittenAndReadAndABadOneIsExplained() {
    ShownRuns choice =
        ShownRuns.DEFAULT
            .with(Algorithm.MGRL, false)
            .withDiagnostic(Diagnostic.LENGTH)
            .withStudy("x");
    var files = new gmrl.app.state.LabStateJson(List.of(ShownRuns.PART));
    String json = files.write(choice.in(LabState.initial()));
    assertThat(ShownRuns.of(files.read(JsonView.parse("state", json), LabState.initial()).state()))
        .isEqualTo(choice);
    var bad =
        files.read(
            JsonView.parse("state", json.replace("\"LENGTH\"", "\"SPEED\"")), LabState.initial());
    assertThat(String.join(" ", bad.remarks())).contains("SPEED").contains("ENTROPY");
  }
}
