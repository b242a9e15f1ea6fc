package gmrl.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartPane;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigurePlan;
import gmrl.app.rooms.Catalogue;
import gmrl.app.shell.OnScreen;
import gmrl.app.shell.SmallWindow;
import gmrl.app.state.LabState;
import gmrl.app.ui.Await;
import gmrl.experiment.claim.ClaimExperiment;
import gmrl.experiment.claim.Claims;
import gmrl.experiment.claim.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page of claims, driven like a person would. */
@OnScreen
class ClaimsPageTest {
  @TempDir static Path folder;

  private SmallWindow window;
  private ClaimsViewModel model;

  @Start
  void open(Stage stage) {
    window = new SmallWindow(stage, LabState.initial(), folder.resolve("runs"));
    model =
        new ClaimsViewModel(
            window.synchronous.lab,
            List.of(Claims.find("hessian-coefficient"), Claims.find("outer-critic")),
            ClaimExperiment::new);
    window.show(ClaimsPage.open(window.context, model), 1280, 780);
  }

  private static void press(FxRobot robot, String text) {
    Button button = robot.lookup(n -> n instanceof Button b && text.equals(b.getText())).query();
    robot.interact(button::fire);
  }

  private static long drawn(FxRobot robot) {
    return robot
        .lookup(n -> n instanceof ChartPane p && !p.modelProperty().get().isEmpty())
        .queryAll()
        .size();
  }

  @Test
  void aClaimIsRunAndShownWithItsFigureAndNumbers(FxRobot robot) throws Exception {
    assertThat(model.verdict(model.claims().get(0))).contains(Verdict.SUPPORTED);
    assertThat(model.verdict(model.claims().get(1))).as("nobody looks at it").isEmpty();
    assertThat(drawn(robot)).isEqualTo(1);
    FindingsTable table = robot.lookup(n -> n instanceof FindingsTable).query();
    assertThat(table.getItems()).hasSize(20);
    assertThat(table.getColumns().get(3).getCellData(0)).isEqualTo("✓ supported");
    window.picture("claims-light-1280");

    robot.interact(() -> model.choose(model.claims().get(1)));
    assertThat(model.verdict(model.claims().get(1))).as("who looks at it runs it").isPresent();
    press(robot, "Run all");
    assertThat(model.runningProperty().get()).isEmpty();
    assertThat(model.done()).hasSize(2);
    ListView<?> list = robot.lookup(n -> n instanceof ListView).query();
    robot.interact(() -> list.getSelectionModel().select(1));
    assertThat(drawn(robot)).isEqualTo(2);
    robot.interact(
        () -> {
          window.dark(true);
          window.size(1024, 660);
        });
    window.picture("claims-dark-1024");
  }

  /** In larger type, and where that leaves no room for a column in the finding's own cell. */
  @Test
  void aHallSeesWhatAFindingIsComparedWith(FxRobot robot) throws Exception {
    robot.interact(() -> model.choose(model.claims().get(1)));
    FindingsTable table = robot.lookup(n -> n instanceof FindingsTable).query();
    TableColumn<FindingsTable.Row, ?> beside = table.getColumns().get(4);
    int row = 0;
    while (table.getItems().get(row).finding().beside().isEmpty()) {
      row++;
    }
    String compared = table.getItems().get(row).finding().beside();
    int of = row;
    robot.interact(
        () -> {
          // Whatever size another test has left the stage in.
          window.size(1280, 800);
          window.context.time().presentingProperty().set(true);
        });
    // The width of the table is known after the layout.
    Await.until(beside::isVisible);
    assertThat(table.getColumns().get(0).getCellData(of).toString()).doesNotContain(compared);
    robot.interact(() -> window.size(1024, 700));
    Await.until(() -> !beside.isVisible());
    assertThat(table.getColumns().get(0).getCellData(of).toString()).endsWith("; " + compared);
    assertThat(table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum())
        .as("no verdict is cut off")
        .isLessThan(table.getWidth() + 1);
    Text interval = new Text("0.0175 [−0.00534, 0.0286]");
    interval.setFont(
        robot.from(table).lookup(".claim-verdict").<Labeled>queryAll().iterator().next().getFont());
    assertThat(table.getColumns().get(1).getWidth())
        .as("no interval is cut off")
        .isGreaterThan(interval.getLayoutBounds().getWidth() + 10);
  }

  /** A verdict has its colour in the first frame that shows it. */
  @Test
  void aNewVerdictIsNeverDrawnWithoutItsColour(FxRobot robot) {
    robot.interact(() -> window.dark(true));
    robot.interact(
        () -> {
          model.choose(model.claims().get(1));
          ListView<?> list = robot.lookup(n -> n instanceof ListView).query();
          list.getScene().snapshot(null);
          List<Label> verdicts = List.copyOf(robot.from(list).lookup(".claim-verdict").queryAll());
          assertThat(verdicts).extracting(Label::getText).contains("✓");
          assertThat(verdicts).extracting(Label::getTextFill).doesNotContain(Color.BLACK);
        });
  }

  /** Any figure of a report says what made it, and is drawn again from that alone. */
  @Test
  void theFigureOfAReportIsReadBackAsTheSamePlan(FxRobot robot) throws Exception {
    robot.interact(model::run);
    new ClaimReport(model.done(), 2).write(folder.resolve("report"));
    FigurePlan plan =
        Catalogue.read(FigureDocument.read(folder.resolve("report/claim-hessian-coefficient.svg")));
    assertThat(plan).isEqualTo(ClaimFigures.plan(model.claims().get(0).quick()));
    assertThat(Files.readString(folder.resolve("report/claims.md")))
        .contains("1 of 2 claims, interrupted");
    assertThat(model.shown()).isNotEqualTo(Optional.empty());
  }
}
