package gmrl.cli;

import gmrl.app.lesson.Lesson;
import gmrl.app.lesson.LessonCheck;
import gmrl.app.lesson.LessonFile;
import gmrl.app.rooms.Rooms;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.TrialBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Lessons: their list, their text as a beginning for one's own, and whether they tell the truth.
 */
@Command(
    name = "lesson",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Without a lesson, lists those that come with the laboratory; with one, prints its file, as a"
          + " beginning for one's own.",
      "--check reads a lesson as strictly as the window does, computes its plots from several seeds"
          + " and holds its conditions against the numbers; the exit code is 1 if one is not true."
    })
final class LessonCommand implements Callable<Integer> {
  private static final int SEEDS = 3;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "LESSON",
      description = "a lesson's file, or the name of one that comes with the laboratory")
  String lesson = "";

  @Option(names = "--check", description = "compute its plots and evaluate its conditions")
  boolean check;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "with --check: how many seeds (" + SEEDS + ")")
  @Nullable Integer seeds;

  @Option(names = "--quick", description = "check on a small budget")
  boolean quick;

  @Option(
      names = "--numbers",
      description = "print the numbers of every curve instead, to write conditions from")
  boolean numbers;

  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    output.check();
    if (lesson.isEmpty()) {
      if (check || numbers) {
        throw new IllegalArgumentException("--check needs a lesson, expected a file or a name");
      }
      TextTable list = new TextTable("lesson", "title", "minutes");
      LessonFile.builtIn()
          .forEach(each -> list.row(each.id(), each.title(), Integer.toString(each.minutes())));
      output.deliver(list);
      return 0;
    }
    if (seeds != null && !check) {
      throw new IllegalArgumentException("--seeds goes with --check: it says how many to check");
    }
    int from = Objects.requireNonNullElse(seeds, SEEDS);
    if (from < 1) {
      throw new IllegalArgumentException("--seeds is " + from + ", expected 1 or more");
    }
    if (check && numbers) {
      throw new IllegalArgumentException(
          "--check and --numbers exclude each other, expected one of them");
    }
    if (quick && !check && !numbers) {
      throw new IllegalArgumentException("--quick goes with --check or --numbers");
    }
    output.requireText("a lesson");
    String text = text();
    // Read before it is printed, too: what is no lesson is no beginning for one.
    Lesson read = LessonFile.parse(lesson, text, Rooms.illustrators(TrialBank.none()));
    if (!check && !numbers) {
      output.deliver(text);
      return 0;
    }
    try (Workers workers = Workers.ofMachine()) {
      if (numbers) {
        output.deliver(LessonCheck.numbers(read, quick, workers, Interruption.token()));
        return 0;
      }
      List<LessonCheck.Finding> findings =
          LessonCheck.run(read, from, quick, workers, Interruption.token());
      StringBuilder report = new StringBuilder();
      findings.forEach(each -> report.append(each.describe()).append('\n'));
      long wrong = findings.stream().filter(each -> !each.told().holds()).count();
      report.append(findings.size()).append(" conditions, ").append(wrong).append(" not true\n");
      output.deliver(report.toString());
      return wrong == 0 ? 0 : 1;
    }
  }

  private String text() {
    Path file = Path.of(lesson);
    List<LessonFile.Entry> builtIn = LessonFile.builtIn();
    if (Files.exists(file)) {
      return LessonFile.text(file);
    }
    return builtIn.stream()
        .filter(each -> each.id().equals(lesson))
        .findFirst()
        .map(LessonFile::text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no lesson \"%s\", expected a lesson's file or one of %s"
                        .formatted(
                            lesson,
                            String.join(
                                ", ", builtIn.stream().map(LessonFile.Entry::id).toList()))));
  }
}
