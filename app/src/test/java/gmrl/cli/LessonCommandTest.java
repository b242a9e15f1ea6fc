package gmrl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.lesson.LessonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path copy(String right, String wrong) throws IOException {
    String text = Cli.run("lesson", "meta-gradient").out();
    assertThat(text).contains(right);
    return Files.writeString(folder.resolve("mine.yaml"), text.replace(right, wrong));
  }

  @Test
  void withoutALessonTheListIsPrinted() {
    Cli result = Cli.run("lesson");
    assertThat(result.code()).isZero();
    LessonFile.builtIn().forEach(each -> assertThat(result.out()).contains(each.id()));
  }

  @Test
  void whatGoesWithACheckIsRefusedWithoutOne() {
    for (String given : java.util.List.of("--seeds=3", "--quick", "--format=csv")) {
      Cli result = Cli.run("lesson", "growth", given);
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).startsWith(given.replaceFirst("=.*", "")).hasLineCount(1);
    }
  }

  @Test
  void aCopyOfALessonIsCheckedAgainstTheNumbers() throws IOException {
    Path mine = copy("minutes: 12", "minutes: 10");
    Cli result = Cli.run("lesson", mine.toString(), "--check", "--seeds", "1");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains(" conditions, 0 not true");
  }

  @Test
  void aWrongAnswerIsCaught() throws IOException {
    Path mine = copy("at -1 < 0'", "at -1 > 0'");
    Cli result = Cli.run("lesson", mine.toString(), "--check", "--seeds", "1");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("\"meta-gradient\" at -1 > 0: NOT TRUE (−0.00452 not > 0)", " 1 not true");
  }

  /** What is divided by nothing is true of nothing. */
  @Test
  void aSideThatIsNoNumberIsNotTrue() throws IOException {
    Path mine = copy("at -1 < 0'", "at -1 / 0 < 0'");
    Cli result = Cli.run("lesson", mine.toString(), "--check", "--seeds", "1");
    assertThat(result.out()).contains("NOT TRUE").contains(" 1 not true");
    assertThat(result.code()).isEqualTo(1);
    Files.writeString(mine, Files.readString(mine) + "\n---\ntitle: more\n");
    assertThat(Cli.run("lesson", mine.toString()).err())
        .contains("mine.yaml line ", "a second document follows, expected one")
        .hasLineCount(1);
  }

  @Test
  void aSlipIsNamedWithFileAndLine() throws IOException {
    Path mine = copy("alpha: [0.1, 30]", "alfa: [0.1, 30]");
    Cli result = Cli.run("lesson", mine.toString(), "--check");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("mine.yaml line ", "the slider \"alfa\" is not of this plot, expected one of")
        .hasLineCount(1);
  }

  @Test
  void aCurveThatCannotBeRevealedIsNamedOnceThePlotIsDrawn() throws IOException {
    Path mine = copy("draw: K = 0", "draw: K is 0");
    Cli result = Cli.run("lesson", mine.toString(), "--check", "--seeds", "1");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("step 1, ", "draw: the plot has no curve \"K is 0\", expected one of \"K = 0\"")
        .hasLineCount(1);
  }

  @Test
  void whatIsNoLessonIsRefusedInASentenceAndNotPrinted() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "buy milk\nand bread\n");
    Path json = Files.writeString(folder.resolve("result.json"), "{\"family\": \"bias\"}");
    assertThat(Cli.run("lesson", notes.toString()).err())
        .contains("notes.txt is \"buy milk and bread\", expected a lesson");
    for (String given : java.util.List.of(notes.toString(), json.toString(), "no-such-lesson")) {
      Cli result = Cli.run("lesson", given);
      assertThat(result.code()).as(given).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains(given).contains("expected").hasLineCount(1);
    }
  }

  @Test
  void theNumbersAreThereToWriteConditionsFrom() throws IOException {
    Path mine = copy("minutes: 12", "minutes: 11");
    Cli result = Cli.run("lesson", mine.toString(), "--numbers");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("K = 0: −6: 0.00165", "without the Hessian: −6: 0.0019");
  }
}
