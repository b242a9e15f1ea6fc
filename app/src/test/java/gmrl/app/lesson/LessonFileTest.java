package gmrl.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gmrl.app.rooms.Rooms;
import gmrl.experiment.bias.TrialBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LessonFileTest {
  private static final List<Illustrator> ALL = Rooms.illustrators(TrialBank.none());

  private static final String GOOD =
      """
      lesson: A title
      about: A sentence.
      minutes: 10
      steps:
        - title: One
          text: |
            A paragraph with $x^2$.

            Another.
          plot:
            bias:
              base: {alpha: 3, sweep: {variable: steps, values: [1, 2, 3]}}
              curves:
                - {label: a}
                - {label: b, hessian: exact}
            show: relative-bias
            y: {from: 0, to: 50}
            sliders: {alpha: [0.1, 10]}
          question: How much?
          draw: a
          answer: So much.
          holds:
            - a at 3 > a at 1
        - title: Two
          text: Only text.
      """;

  @Test
  void readsEverythingThatIsWritten() {
    Lesson lesson = LessonFile.parse("my.yaml", GOOD, ALL);
    assertThat(lesson.title()).isEqualTo("A title");
    assertThat(lesson.minutes()).isEqualTo(10);
    Lesson.Step one = lesson.steps().get(0);
    assertThat(one.text()).isEqualTo("A paragraph with $x^2$.\n\nAnother.");
    assertThat(one.question()).contains(new Question.Draw("How much?", "a"));
    assertThat(one.holds()).extracting(Claim::text).containsExactly("a at 3 > a at 1");
    Lesson.Plot plot = one.plot().orElseThrow();
    assertThat(plot.sliders()).containsExactly(new Lesson.Slider("alpha", 0.1, 10));
    assertThat(plot.shown().columns()).containsExactly(1.0, 2.0, 3.0);
    assertThat(plot.shown().value("alpha")).isEqualTo(3);
    assertThat(plot.frame(plot.shown().empty()).y().high()).isEqualTo(50);
    assertThat(plot.frame(plot.shown().empty()).x().low())
        .as("room for the columns")
        .isBetween(0.5, 1.0);
    assertThat(plot.frame(plot.shown().empty()).x().high()).isBetween(3.0, 3.5);
    assertThat(lesson.steps().get(1).plot()).isEmpty();
  }

  static Stream<Arguments> slips() {
    return Stream.of(
        slip("minutes: 10", "minutes: ten", "line 3: minutes is \"ten\", expected a whole number"),
        slip("minutes: 10", "minuets: 10", "line 3: has the unknown key \"minuets\""),
        slip("minutes: 10\n", "minutes: 10\nminutes: 11\n", "line 4 is not valid YAML: Duplicate"),
        slip("title: One", "titel: One", "line 5: steps[0] has the unknown key \"titel\""),
        slip("alpha: 3,", "alpha: -3,", "line 12: steps[0].plot.bias.curves[0]: alpha is -3"),
        slip("show: relative-bias", "show: bais", "line 16: steps[0].plot.show is \"bais\""),
        slip("alpha: [0.1, 10]", "alpha: [10, 0.1]", "line 18: steps[0].plot.sliders.alpha"),
        slip("alpha: [0.1, 10]", "alpha: [4, 10]", "line 18: steps[0].plot.sliders.alpha is [4,10"),
        slip("alpha: [0.1, 10]", "beta: [0, 1]", "line 18: steps[0].plot.sliders.beta"),
        slip("draw: a\n", "choose: [yes]\n", "line 20: steps[0].choose"),
        slip("    answer: So much.\n", "", "line 5: steps[0].answer is missing, expected what is"),
        slip("a at 3 > a at 1", "a at 3 a at 1", "line 23: steps[0].holds[0]: the condition"),
        slip("y: {from: 0, to: 50}", "y: {from: 0}", "line 20: steps[0].draw is \"a\", expected a"),
        slip("text: Only text.", "text: Only: text.", "line 25 is not valid YAML: mapping values"),
        slip(
            "with $x^2$.",
            "with $\\hatt{x$.",
            "line 6: steps[0].text: the formula \"\\hatt{x\" can"),
        slip(
            "How much?",
            "$$\\summ x$$",
            "line 19: steps[0].question: the formula \"\\summ x\" can"),
        slip(
            "with $x^2$.",
            "with $\\frac{x$.",
            "line 6: steps[0].text: the formula \"\\frac{x\" cannot be set, expected its braces in"),
        slip("about: A sentence.", "about: *x", "line 2 has an alias"),
        slip("about: A sentence.", "about:", "line 2: about is \"\", expected a line of text"),
        slip("title: Two", "title:", "line 24: steps[1].title is \"\", expected a line of text"),
        slip(
            "draw: a\n",
            "draw: c\n",
            "line 20: steps[0].draw: the plot has no curve \"c\", expected one of \"a\", \"b\""),
        slip(
            "a at 3 > a at 1",
            "a at 3 > aa at 1",
            "line 23: steps[0].holds[0]: the plot has no curve \"aa\", expected one of \"a\", \"b\""),
        slip(
            "alpha: [0.1, 10]",
            "alpha: [-1, 10]",
            "line 18: steps[0].plot.sliders.alpha: inner step size begins at -1.0, expected more"));
  }

  private static Arguments slip(String right, String wrong, String sentence) {
    return Arguments.of(right, wrong, sentence);
  }

  @ParameterizedTest
  @MethodSource("slips")
  void everySlipIsNamedWithFileLineAndExpectation(String right, String wrong, String sentence) {
    String text = GOOD.replace(right, wrong);
    assertThat(text).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> LessonFile.parse("my.yaml", text, ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("my.yaml " + sentence)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void theListSaysWhatTheFilesSay() {
    assertThat(LessonFile.builtIn()).hasSizeGreaterThanOrEqualTo(7);
    for (LessonFile.Entry entry : LessonFile.builtIn()) {
      Lesson lesson = LessonFile.read(entry, ALL);
      assertThat(lesson.title()).isEqualTo(entry.title());
      assertThat(lesson.about()).isEqualTo(entry.about());
      assertThat(lesson.minutes()).isEqualTo(entry.minutes()).isBetween(10, 15);
      assertThat(lesson.steps()).as(entry.id()).hasSizeBetween(5, 8);
      for (Lesson.Step step : lesson.steps()) {
        assertThat(step.question()).as(step.title()).isPresent();
      }
    }
  }

  @Test
  void theExampleOfTheGuideIsALesson() throws IOException {
    String guide = Files.readString(Path.of("../src-resources/docs/teaching.md"));
    String example = guide.split("```yaml\n", 2)[1].split("```", 2)[0];
    Lesson lesson = LessonFile.parse("teaching.md", example, ALL);
    assertThat(lesson.steps().get(0).holds()).hasSize(1);
  }
}
