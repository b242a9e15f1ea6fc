package gmrl.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gmrl.app.chart.ChartAxis;
import gmrl.app.chart.ChartModel;
import gmrl.app.chart.ChartPoint;
import gmrl.app.chart.ChartSeries;
import gmrl.app.chart.Style;
import gmrl.app.figure.FigureDocument;
import gmrl.app.figure.FigurePlan;
import gmrl.app.figure.RecordedChart;
import gmrl.app.figure.Remade;
import gmrl.app.live.Gate;
import gmrl.app.live.Standing;
import gmrl.app.live.SynchronousLab;
import gmrl.app.rooms.Catalogue;
import gmrl.app.shelf.Shelves;
import gmrl.app.state.LabState;
import gmrl.app.state.LabStateJson;
import gmrl.app.state.StateModel;
import gmrl.app.ui.Await;
import gmrl.app.ui.UnkeptWidths;
import gmrl.experiment.file.JsonView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A plot that is not complete is never saved as if it were, and its axes can be locked. */
@OnScreen
class ChartPanelTest {
  private final Answers dialogs = new Answers();
  private final List<String> resumed = new ArrayList<>();
  private OptionalInt way = OptionalInt.empty();
  private final ReadOnlyObjectWrapper<ChartModel> model =
      new ReadOnlyObjectWrapper<>(chart(0.25, Standing.CANCELLED));
  private final StateModel<LabState> state = new StateModel<>(LabState.initial());
  private final SimpleStringProperty problem = new SimpleStringProperty("");
  private final NoticesViewModel notices = new NoticesViewModel(Runnable::run);
  private ChartPanel panel;
  @TempDir Path folder;

  private static ChartModel chart(double progress, Standing standing) {
    long trials = Math.round(200 * progress);
    List<ChartPoint> points =
        List.of(ChartPoint.of(1, 2).withTrials(trials), ChartPoint.of(2, 3).withTrials(trials));
    return new ChartModel(
            "",
            ChartAxis.linear("x"),
            ChartAxis.linear("y"),
            List.of(ChartSeries.estimate("LVC", Style.nth(0), points)),
            List.of(),
            progress)
        .withStanding(standing);
  }

  @Start
  void open(Stage stage) {
    SynchronousLab synchronous = new SynchronousLab();
    panel =
        new ChartPanel(
            new LabContext(
                synchronous.lab,
                state,
                new LabStateJson(List.of()),
                notices,
                dialogs,
                new ShellViewModel(state, new Gate(), false),
                Shelves.unused(synchronous, state),
                UnkeptWidths.none()),
            "figure",
            "Bias",
            "",
            model.getReadOnlyProperty());
    panel.setOnFinish(() -> resumed.add("resumed"));
    panel.showProblem(problem);
    stage.setScene(new Scene(panel, 400, 300));
    stage.show();
  }

  private void save() throws Exception {
    WaitForAsyncUtils.asyncFx(() -> panel.saveFigure()).get();
  }

  private String written(String file) throws Exception {
    Path path = folder.resolve(file);
    Await.until(() -> Files.exists(path));
    return Files.readString(path);
  }

  @Test
  void savedAsItIsItSaysSoInEveryFileAndNamesTheTrialsOfEachPoint() throws Exception {
    way = OptionalInt.of(1);
    save();
    assertThat(dialogs.asked).singleElement().asString().contains("cancelled, 25 % of the work");
    assertThat(written("figure.json")).contains("unfinished").contains("cancelled, 25 %");
    assertThat(written("figure.csv")).contains("trials").contains(",50\n");
    assertThat(written("figure.svg")).contains("cancelled, 25 % of the work");
    assertThat(resumed).isEmpty();
  }

  @Test
  void aTitleThatIsTooLongForALineTakesTwo() throws Exception {
    // Longer than the widest stage that another test may have left.
    String title = "Error on unseen sines after adapting to a few points" + " of them".repeat(30);
    WaitForAsyncUtils.asyncFx(() -> panel.setTitle(title)).get();
    Label shown = (Label) panel.lookup(".panel-title");
    Await.until(() -> shown.getHeight() > 1.8 * shown.getFont().getSize());
    assertThat(((Text) shown.lookup(".text")).getText()).isEqualTo(title);
  }

  @Test
  void finishedFirstItIsSavedWhenTheLastTrialIsIn() throws Exception {
    way = OptionalInt.of(0);
    save();
    assertThat(resumed).containsExactly("resumed");
    WaitForAsyncUtils.asyncFx(() -> model.set(chart(0.5, Standing.REFINING))).get();
    assertThat(folder.resolve("figure.csv")).doesNotExist();
    WaitForAsyncUtils.asyncFx(() -> model.set(chart(1, Standing.FRESH))).get();
    assertThat(written("figure.csv")).contains(",200\n");
    assertThat(written("figure.json")).doesNotContain("unfinished");
    FigurePlan again = Catalogue.read(FigureDocument.read(folder.resolve("figure.svg")));
    Remade.assertSame(
        Remade.of(again.panels().get(0), RecordedChart::read), chart(1, Standing.FRESH));
  }

  @Test
  void whatCannotBeFinishedIsNotSavedAndTheReasonIsSaid() throws Exception {
    way = OptionalInt.of(0);
    panel.setOnFinish(() -> problem.set("Failed: no memory."));
    save();
    assertThat(notices.notices()).last().asString().contains("not saved: Failed: no memory.");
    WaitForAsyncUtils.asyncFx(() -> model.set(chart(1, Standing.FRESH))).get();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoDismissesTheQuestionSavesNothing() throws Exception {
    save();
    assertThat(dialogs.asked).hasSize(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void lockedAxesAreAChoiceThatIsKeptAndTakenBack() throws Exception {
    LabStateJson files = new LabStateJson(List.of(AxisLocks.PART));
    WaitForAsyncUtils.asyncFx(() -> panel.chart().toggleLock()).get();
    assertThat(panel.chart().lockedProperty().get()).isTrue();
    String file = files.write(state.get());
    WaitForAsyncUtils.asyncFx(() -> state.undo()).get();
    assertThat(panel.chart().lockedProperty().get()).isFalse();
    LabState kept = files.read(JsonView.parse("file", file), LabState.initial()).state();
    WaitForAsyncUtils.asyncFx(() -> state.edit("open", s -> kept)).get();
    assertThat(panel.chart().lockedProperty().get()).isTrue();
    assertThat(AxisLocks.of(state.get(), "figure").orElseThrow().y()).isEqualTo("y");
  }

  private final class Answers extends FixedDialogs {
    @Override
    public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
      return Optional.of(folder.resolve("figure.svg"));
    }

    @Override
    public OptionalInt choose(String title, String question, List<String> ways) {
      super.choose(title, question, ways);
      return way;
    }
  }
}
