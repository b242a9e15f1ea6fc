package gmrl.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartSeries;
import gmrl.app.figure.Remade;
import gmrl.app.lesson.LessonViewModel.Phase;
import gmrl.app.live.SynchronousLab;
import gmrl.app.rooms.Rooms;
import gmrl.experiment.bias.TrialBank;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonViewModelTest {
  private static final String TEXT =
      """
      lesson: Small
      about: Small.
      minutes: 10
      steps:
        - title: Draw
          text: t
          plot:
            two-states: {steps: 1}
            show: adapted
            y: {from: 0, to: 1}
            sliders: {alpha: [1, 10]}
          question: q
          draw: K = 1
          answer: a
          holds:
            - '"K = 1" at 6 > 0.5'
            - '"K = 1" at 6 > 0.9'
        - title: Choose
          text: t
          question: q
          choose: [left, right]
          right: 2
          answer: a
      """;

  private final LessonViewModel model = lesson(TEXT);

  private static LessonViewModel lesson(String text) {
    return new LessonViewModel(
        new SynchronousLab().lab,
        LessonFile.parse("small.yaml", text, Rooms.illustrators(TrialBank.none())));
  }

  private List<String> curves() {
    return model.chartProperty().get().series().stream().map(ChartSeries::name).toList();
  }

  @Test
  void nothingIsShownBeforeItIsAskedForAndThePredictionStaysBeside() {
    model.start();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.ASKING);
    assertThat(curves()).isEmpty();
    assertThat(model.columns()).hasSize(13);
    model.draw(-6, 0.2);
    model.draw(6, 0.7);
    assertThat(curves()).containsExactly(Prediction.NAME);
    model.reveal();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.OPEN);
    assertThat(curves()).containsExactly("K = 0", "K = 1", Prediction.NAME);
    assertThat(model.columns()).isEmpty();
    assertThat(model.comparison())
        .startsWith("At x = −6 you drew 0.2, and the plot shows 0.00")
        .contains("; at x = 6 you drew 0.7, and the plot shows 0.6");
    assertThat(model.answerProperty().get().told())
        .extracting(Answer.Told::holds)
        .containsExactly(true, false);
  }

  @Test
  void aCurveThatThePlotDoesNotHaveIsSaidBesideThePrediction() {
    LessonViewModel slip = lesson(TEXT.replace("draw: K = 1", "draw: K is 1"));
    slip.start();
    slip.draw(6, 0.7);
    slip.reveal();
    assertThat(slip.comparison())
        .isEqualTo(
            "Nothing to compare it with: the plot has no curve \"K is 1\", expected one of"
                + " \"K = 0\", \"K = 1\".");
  }

  @Test
  void aSavedPlotIsMadeAgainBitForBitWithThePredictionBeside() {
    model.start();
    model.draw(-6, 0.2);
    model.draw(6, 0.7);
    assertThat(model.plan()).as("the numbers are hidden").isEmpty();
    model.reveal();
    model.sliders().get(0).choose(9);
    Remade.assertSame(
        Remade.of(
            model.plan().orElseThrow(),
            json -> LessonPanel.read(json, Rooms.illustrators(TrialBank.none()))),
        model.chartProperty().get());
  }

  @Test
  void theAnswerWaitsForTheNumbers() {
    model.reveal();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.COMPUTING);
    assertThat(curves()).isEmpty();
    model.start();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.OPEN);
  }

  @Test
  void slidersReshapeThePlotAndComeBack() {
    model.start();
    model.reveal();
    double before = height();
    model.sliders().get(0).choose(9);
    assertThat(model.isMoved()).isTrue();
    assertThat(height()).isGreaterThan(before);
    assertThat(model.answerProperty().get().told()).as("the lesson's own numbers").hasSize(2);
    model.restore();
    assertThat(model.isMoved()).isFalse();
    assertThat(height()).isEqualTo(before);
    assertThat(model.sliders().get(0).valueProperty().get()).isEqualTo(2);
  }

  /** On a plot with other axes they may not even be possible. */
  @Test
  void numbersOfAnotherStepAreNeverDrawnInThisOnesPlot() {
    String step =
        """
          - title: %s
            text: t
            plot: {two-states: {steps: %s}, show: adapted}
        """;
    LessonViewModel walk =
        new LessonViewModel(
            new SynchronousLab().lab,
            LessonFile.parse(
                "two.yaml",
                "lesson: Two\nabout: Two.\nminutes: 10\nsteps:\n"
                    + String.format(step, "One", 1)
                    + String.format(step, "Two", 2),
                Rooms.illustrators(TrialBank.none())));
    walk.start();
    walk.next();
    assertThat(walk.chartProperty().get().series()).hasSize(3);
    // As while its own numbers are computed or held.
    walk.stop();
    walk.back();
    assertThat(walk.chartProperty().get().series()).isEmpty();
    assertThat(walk.plan()).as("nothing to save").isEmpty();
    walk.start();
    assertThat(walk.chartProperty().get().series()).hasSize(2);
  }

  private double height() {
    ChartSeries after = Curves.named(model.chartProperty().get(), "K = 1");
    return Curves.at(after, 0).get(0).y();
  }

  @Test
  void advancingRevealsThenGoesOnAndStopsAtTheEnd() {
    model.start();
    model.advance(true);
    assertThat(model.indexProperty().get()).isZero();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.OPEN);
    model.advance(false);
    assertThat(model.indexProperty().get()).isEqualTo(1);
    model.choose(0);
    model.advance(false);
    model.advance(false);
    assertThat(model.indexProperty().get()).as("the last step stays").isEqualTo(1);
    model.back();
    assertThat(model.phaseProperty().get()).as("what was revealed stays so").isEqualTo(Phase.OPEN);
    model.next();
    assertThat(model.answerProperty().get().choice()).contains(0);
  }

  @Test
  void pagingOnDoesNotGiveAnAnswerAwayBeforeItIsPredicted() {
    model.start();
    model.advance(false);
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.ASKING);
    assertThat(model.warnedProperty().get()).isTrue();
    model.advance(false);
    assertThat(model.phaseProperty().get()).as("asked twice").isEqualTo(Phase.OPEN);
    model.advance(false);
    assertThat(model.warnedProperty().get()).as("the next step").isFalse();
    model.choose(0);
    model.advance(false);
    assertThat(model.phaseProperty().get()).as("predicted").isEqualTo(Phase.OPEN);
  }

  @Test
  void theSheetHoldsPredictionsChoicesAndResults() {
    model.start();
    model.draw(-6, 0.25);
    model.advance(false);
    model.next();
    model.choose(1);
    model.reveal();
    AnswerSheet sheet = new AnswerSheet(model.lesson(), model.answers(), "1");
    assertThat(sheet.markdown())
        .contains("# Small", "| −6 | 0.25 |", "right (right)", "not true: `\"K = 1\" at 6 > 0.9`");
    assertThat(sheet.json())
        .contains("\"predicted\"", "\"chosen\": \"right\"", "\"holds\":false", "\"two-states\"");
  }
}
