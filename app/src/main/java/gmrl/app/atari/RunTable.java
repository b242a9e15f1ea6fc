package gmrl.app.atari;

import gmrl.Digits;
import gmrl.app.ui.PageParts;
import gmrl.app.ui.TableRows;
import gmrl.atari.learn.LearningSettings;
import gmrl.experiment.atari.LearnerRun;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** One row for each recorded run: how far it got, how fast, when, with which settings. */
final class RunTable extends TableView<LearnerRun> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Where nobody wrote it down. */
  private static final String NONE = "–";

  /** Most runs never were. */
  private final TableColumn<LearnerRun, String> interrupted;

  RunTable(ObservableValue<Optional<Study>> study) {
    getStyleClass().addAll("dense", "edge-to-edge");
    setAccessibleText("Recorded runs");
    setPlaceholder(PageParts.remark("The recorded runs are being read …"));
    column("learner", 130, run -> Learners.name(run.settings().algorithm()));
    column("seed", 64, run -> Long.toString(run.seed()));
    column("steps", 196, RunTable::length);
    interrupted = column("interrupted at", 120, RunTable::resumed);
    column("last 10 %", 94, run -> finalScore(run));
    column("seconds", 86, run -> whole(run.made().seconds()));
    column("steps per processor second", 220, run -> whole(pace(run)));
    column("begun (UTC)", 160, run -> WHEN.format(run.made().begun()));
    column("version", 84, run -> run.made().version().isEmpty() ? NONE : run.made().version());
    column("settings", 660, run -> settings(run.settings()));
    TableRows.copyable(this);
    fill(study.getValue());
    study.addListener((o, old, now) -> fill(now));
  }

  private void fill(Optional<Study> study) {
    study.ifPresent(
        now -> {
          getItems().setAll(now.runs());
          interrupted.setVisible(
              now.runs().stream().anyMatch(run -> !run.made().resumedAt().isEmpty()));
        });
  }

  private TableColumn<LearnerRun, String> column(
      String title, double width, Function<LearnerRun, String> text) {
    TableColumn<LearnerRun, String> column = TableRows.column(title, text);
    column.setPrefWidth(width);
    column.setSortable(false);
    getColumns().add(column);
    return column;
  }

  private static String whole(double number) {
    return Double.isNaN(number) ? NONE : String.format(Locale.ROOT, "%.0f", number);
  }

  private static double pace(LearnerRun run) {
    return (run.steps() - run.made().timedFrom()) / run.made().processorSeconds();
  }

  private static String length(LearnerRun run) {
    String made = Study.steps(run.steps());
    return run.complete() ? made : made + ", unfinished";
  }

  private static String resumed(LearnerRun run) {
    return run.made().resumedAt().stream().map(Study::steps).collect(Collectors.joining(", "));
  }

  private static String finalScore(LearnerRun run) {
    double score = run.brief("").finalScore();
    return Double.isNaN(score) ? NONE : String.format(Locale.ROOT, "%.2f", score);
  }

  /** What the learner was told, in a line. */
  static String settings(LearningSettings s) {
    String text =
        s.numProcesses()
            + " environments × "
            + s.numSteps()
            + " steps, learning rate "
            + Digits.of(s.lr())
            + (s.useLinearLrDecay() ? " falling" : "")
            + ", γ "
            + Digits.of(s.coefficients().gamma())
            + ", λ "
            + Digits.of(s.coefficients().gaeLambda())
            + ", entropy "
            + Digits.of(s.coefficients().entropyCoef());
    return s.algorithm().meta()
        ? text
            + ", K = "
            + s.meta().innerSteps()
            + ", meta learning rate "
            + Digits.of(s.meta().metaLr())
        : text;
  }
}
